import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { FromDraft } from '../../drafts/from-draft.tsx';
import { DangerNow } from '../../register/danger-now.tsx';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { Empty } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { KeyValues } from '../../ui/summary-list.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { CheckedAnswers } from '../checked-answers.tsx';
import { blankRaise, continuedRaise, type RaiseInput, type RaiseValues, readRaise } from '../raise-form.ts';
import { NotTheRecord } from '../raise-help.tsx';
import { useReading } from '../use-reading.ts';
import { OnlyYou } from './phone-outside.tsx';
import { type RestrictedInput, restrictedInput, restrictedProblems } from './restricted-form.ts';

const title = 'Check your answers before raising this restricted concern';
const caption = 'Raise a restricted concern';

function Names({
  staff,
  none,
}: {
  readonly staff: readonly RestrictedInput['readers'][number][];
  readonly none: string;
}) {
  const { nameAndRole } = useSignedIn();
  if (staff.length === 0) return <>{none}</>;
  return (
    <ul className="nhsuk-list">
      {staff.map((one) => (
        <li key={one}>{nameAndRole(one)}</li>
      ))}
    </ul>
  );
}

interface Props {
  readonly values: RaiseValues;
  readonly input: RaiseInput;
  readonly draft: DraftId;
}

function WhoSees({ keptFrom, readers, holdsHalf }: Pick<RestrictedInput, 'keptFrom' | 'readers' | 'holdsHalf'>) {
  return (
    <Card title="Who will be able to read this">
      <KeyValues
        rows={[
          ['You, and', <Names key="readers" staff={readers} none="Nobody else" />],
          ['Must not see it', <Names key="kept" staff={keptFrom} none="Nobody who uses this log" />],
          ['The recovery key', holdsHalf === 'no' ? 'Opens it, with both halves' : 'Does not open it'],
        ]}
      />
    </Card>
  );
}

function Check({ values, input, draft }: Props) {
  const form = useForm({ ...formRules });
  const saving = useSaving();
  const navigate = useNavigate();
  const asked = restrictedInput(input, values.restricted);
  const raise = async (): Promise<void> => {
    const raised = await saving.save(() => log.restricted.raise({ ...asked, draft }));
    if (raised === undefined) return;
    await navigate({ to: '/concerns/$concern/saved', params: { concern: raised.concern }, replace: true });
  };
  return (
    <Page
      title={title}
      caption={caption}
      back={
        <Link to="/concerns/restricted/new" search={{ draft }} className="nhsuk-back-link">
          Back to what you wrote
        </Link>
      }
    >
      <div className="layout layout--form">
        <div>
          {asked.readers.length === 0 && <OnlyYou />}
          <WhoSees {...asked} />
          <CheckedAnswers values={values} input={input} draft={draft} restricted />
          <Form of={form} onSave={() => void raise()} problem={saving.problem} label="Raise this restricted concern">
            <Card title="Raise this restricted concern">
              <p>When you raise it, you cannot change these answers. You can add to it later.</p>
              <p>{sendsNothing}</p>
              <div className="nhsuk-button-group">
                <SaveButton busy={saving.busy} busyText="Raising">
                  Confirm and raise restricted concern
                </SaveButton>
                <Link to="/">Save and finish later</Link>
              </div>
            </Card>
          </Form>
        </div>
        <div className="sticky-col">
          <DangerNow />
          <NotTheRecord restricted />
        </div>
      </div>
    </Page>
  );
}

function NotFinished({ draft }: { readonly draft: DraftId | undefined }) {
  return (
    <Page title={title} caption={caption}>
      <Card>
        <Empty
          title="This concern is not finished yet"
          text="It has not been raised. Something is still missing, or is no longer right."
          action={
            <Link to="/concerns/restricted/new" search={draft === undefined ? {} : { draft }} className={buttonClass()}>
              Go on with it
            </Link>
          }
        />
      </Card>
    </Page>
  );
}

/** Everything as it will be saved, who alone will read it, and the one button that raises it. */
export function CheckRestricted() {
  const draft = useSearch({ from: '/concerns/restricted/check' }).draft as DraftId | undefined; // `as`: the log refuses anything else.
  const reading = useReading();
  const [now] = useState(() => new Date());
  if (draft === undefined) return <NotFinished draft={undefined} />;
  return (
    <FromDraft key={draft} draft={draft} title={title} blank={blankRaise}>
      {(kept) => {
        const values = continuedRaise(kept, reading.known, now);
        const { input } = readRaise(values, { ...reading, now });
        const isWhole = restrictedProblems(values.restricted).length === 0;
        if (input === null || !isWhole) return <NotFinished draft={draft} />;
        return <Check values={values} input={input} draft={draft} />;
      }}
    </FromDraft>
  );
}
