import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Sealed } from '../../shared/contract/staffing.ts';
import { log } from '../api.ts';
import { useFrameCommands } from '../frame/commands.tsx';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { besideTheHalves, blankHalves, HalvesFields, halvesFields } from '../unlock/halves-fields.tsx';
import { NewRecoveryKey } from '../unlock/new-recovery-key.tsx';
import { NotOurHalves } from '../unlock/not-our-halves.tsx';
import { howItIsUsed, whatBothRead, whatOneReads, whereToKeep } from '../unlock/recovery-words.ts';
import type { Halves } from '../unlock/unlock-and-note.ts';
import { dateAndTime } from '../words/dates.ts';
import { backupWords } from './backup-words.ts';
import { reachWords } from './recovery-reach.ts';
import { ReplaceRecovery, WaitingRecovery } from './replace-recovery.tsx';

/** What it does not read, or reads alone. Nothing where it reads all that colleagues read. */
function Reach() {
  const reach = useLook('register', 'recoveryReach', {});
  return (
    <Look at={reach} what="what the recovery key reads">
      {(found) => reachWords(found).map((sentence) => <p key={sentence}>{sentence}</p>)}
    </Look>
  );
}

function Known() {
  const { register, nameOf } = useSignedIn();
  const { tried, used, replaced } = register.recovery;
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
          [
            'Last replaced',
            replaced === null
              ? 'Never'
              : `${dateAndTime(replaced.at)}, by ${nameOf(replaced.proposedBy)} and ${nameOf(replaced.confirmedBy)}`,
          ],
          ['Who keeps it', 'On paper: the practice manager one half, the safeguarding lead the other'],
          ['What it reads', `${whatBothRead} ${whatOneReads}`],
        ]}
      />
      <Reach />
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

type Done = 'made' | 'withdrawn' | Sealed;

/** What just came of replacing it. */
function WhatWasDone({ done }: { readonly done: Done }) {
  const { lock } = useFrameCommands();
  switch (done) {
    case 'made':
      return (
        <Banner kind="success" heading="The new halves wait for a second colleague. They open nothing until then." />
      );
    case 'withdrawn':
      return (
        <Banner kind="success" heading="The new recovery key was withdrawn. The halves of before go on working." />
      );
    default:
      return (
        <Banner kind="success" heading="The new recovery key counts from now on.">
          <p>
            Destroy what is left of the old halves, unless you keep backups from before: they open those and nothing
            else.
          </p>
          <p>{backupWords(done)}</p>
          {!done.sealedOff && (
            <>
              <p className="due--late">
                The log could not be given its new key now. Lock the log and unlock it again, which does it.
              </p>
              <Button small onClick={lock}>
                Lock the log
              </Button>
            </>
          )}
        </Banner>
      );
  }
}

interface ReplacingProps {
  readonly onMade: (halves: Halves) => void;
  readonly onDone: (done: Done) => void;
}

function Replacing({ onMade, onDone }: ReplacingProps) {
  const { proposed } = useSignedIn().register.recovery;
  if (proposed === null) return <ReplaceRecovery onMade={onMade} />;
  return (
    <WaitingRecovery proposed={proposed} onMade={onMade} onConfirmed={onDone} onWithdrawn={() => onDone('withdrawn')} />
  );
}

function NewHalves({ halves, onDone }: { readonly halves: Halves; readonly onDone: () => void }) {
  const { register } = useSignedIn();
  return (
    <Page title="New recovery key" step="halves">
      <p>If the log locks, or you leave this page, before both are on paper, make others: the old halves still work.</p>
      <NewRecoveryKey
        halves={halves}
        logName={register.name}
        busy={false}
        busyText=""
        problem={null}
        later="Later: a second colleague has to type both from paper before they count."
        onDone={onDone}
      />
    </Page>
  );
}

/** What is known of the recovery key, a drill, and what to do when a half was lost. The key itself is kept nowhere but on paper. */
export function Recovery() {
  const { register, isManager, isSupervisor } = useSignedIn();
  const [halves, setHalves] = useState<Halves | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const may = isManager || isSupervisor;
  const finish = (what: Done): void => {
    setHalves(null);
    setDone(what);
  };
  if (halves !== null) return <NewHalves halves={halves} onDone={() => finish('made')} />;
  return (
    <Page
      title="Recovery key"
      step={done === null || typeof done === 'string' ? (done ?? undefined) : 'confirmed'}
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      {done !== null && <WhatWasDone done={done} />}
      <div className="layout layout--side">
        <div>
          <Known />
          {may ? (
            // Whoever is to type the new halves has one pair of boxes, not two.
            register.recovery.proposed?.mayConfirm !== true && <Try />
          ) : (
            <Card title="Try it without using it up">
              <p>A practice manager, supervisor or safeguarding lead can do this, with both halves.</p>
            </Card>
          )}
          {may && <Replacing onMade={setHalves} onDone={finish} />}
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
              The other half alone is of no use. Two colleagues make a new key here, while they can still sign in: a
              practice manager, supervisor or safeguarding lead makes it, and a second one confirms it with both new
              halves. One of the two supervises or leads.
            </p>
          </Guide>
        </div>
      </div>
    </Page>
  );
}
