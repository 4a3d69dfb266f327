import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { besideTheHalves, blankHalves, HalvesFields, halvesFields } from '../unlock/halves-fields.tsx';
import { NotOurHalves } from '../unlock/not-our-halves.tsx';
import { howItIsUsed, whatBothRead, whatOneReads, whereToKeep } from '../unlock/recovery-words.ts';
import { dateAndTime } from '../words/dates.ts';

function Known() {
  const { register, nameOf } = useSignedIn();
  const { tried, used } = register.recovery;
  return (
    <Card title="The recovery key of this log">
      <KeyValues
        rows={[
          [
            'Last tried',
            tried === null ? (
              <strong key="tried" className="due--late">
                Never: nobody knows yet whether both halves can be read
              </strong>
            ) : (
              `${dateAndTime(tried.at)}, by ${nameOf(tried.by)}`
            ),
          ],
          [
            'Last used',
            used === null
              ? 'Never'
              : `${dateAndTime(used.at)}, to let ${nameOf(used.staff)} in. A new key was made then`,
          ],
          ['Who keeps it', 'On paper: the practice manager one half, the safeguarding lead the other'],
          ['What it reads', `${whatBothRead} ${whatOneReads}`],
        ]}
      />
    </Card>
  );
}

function Try() {
  const form = useForm({ ...formRules, defaultValues: blankHalves });
  const saving = useSaving({ form, fields: halvesFields });
  const [tried, setTried] = useState(false);
  const check = async (): Promise<void> => {
    const { first, second } = form.getValues();
    if (first === '') form.setError('first', { message: 'Type the first half' });
    if (second === '') form.setError('second', { message: 'Type the second half' });
    if (first === '' || second === '') return;
    setTried(false);
    const done = await saving.save(() => besideTheHalves(log.register.tryRecovery({ halves: [first, second] })));
    if (done === undefined) return;
    // Nobody may find the halves in the boxes.
    form.reset();
    setTried(true);
  };
  const notOurs = saving.failure?.kind === 'store' && saving.failure.problem === 'recoveryNotOurs';
  return (
    <>
      {tried && (
        <Banner kind="success" heading="Both halves work. The recovery key was not used up, and nothing was changed." />
      )}
      <Card title="Try it without using it up">
        <p>
          Both holders come here with their sheets, and each types their own half. Once a year is enough, and whenever
          somebody new keeps a half.
        </p>
        {notOurs && <NotOurHalves />}
        <Form of={form} onSave={() => void check()} problem={saving.problem} label="Try the recovery key">
          <HalvesFields of={form} />
          <SaveButton busy={saving.busy} busyText="Trying">
            Try both halves
          </SaveButton>
        </Form>
      </Card>
    </>
  );
}

/** What is known of the recovery key, and a drill. The key itself is kept nowhere but on paper. */
export function Recovery() {
  const { isManager, isSupervisor } = useSignedIn();
  const may = isManager || isSupervisor;
  return (
    <Page
      title="Recovery key"
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      <div className="layout layout--side">
        <div>
          <Known />
          {may ? (
            <Try />
          ) : (
            <Card title="Try it without using it up">
              <p>A practice manager, supervisor or safeguarding lead can do this, with both halves.</p>
            </Card>
          )}
        </div>
        <div>
          <Guide title="When it is used">
            <p>{howItIsUsed}</p>
          </Guide>
          <Guide title="Where to keep a half">
            <p>{whereToKeep}</p>
          </Guide>
          <Guide title="A half is lost">
            <p>
              The other half alone is of no use, and a new key can be made only by using this one. Make sure that
              several colleagues can unlock the log, so that two of them can let anybody in again.
            </p>
          </Guide>
        </div>
      </div>
    </Page>
  );
}
