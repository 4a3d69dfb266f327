import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { RecoveryChecks } from '../../shared/contract/register.ts';
import type { Sealed } from '../../shared/contract/staffing.ts';
import { log } from '../api.ts';
import { LongWork } from '../long-work.tsx';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Problem } from '../ui/problem.tsx';
import { besideTheHalves, blankHalves, HalvesFields, halvesFields } from '../unlock/halves-fields.tsx';
import { NotOurHalves } from '../unlock/not-our-halves.tsx';
import type { Halves } from '../unlock/unlock-and-note.ts';
import { dateAndTime } from '../words/dates.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { whoCanConfirm } from './entitled.ts';
import { keyAloneWords } from './recovery-reach.ts';

type Proposed = NonNullable<RecoveryChecks['proposed']>;

interface MakeProps {
  /** What the button says. */
  readonly act: string;
  readonly onMade: (halves: Halves) => void;
}

function Make({ act, onMade }: MakeProps) {
  const saving = useSaving();
  const make = async (): Promise<void> => {
    const done = await saving.save(() => log.register.replaceRecovery({}));
    if (done !== undefined) onMade(done.recoveryHalves);
  };
  return (
    <>
      {saving.problem !== null && <Problem sentence={saving.problem} />}
      <Button aria-disabled={saving.busy || undefined} onClick={() => void make()}>
        {saving.busy ? 'Making a new recovery key' : act}
      </Button>
    </>
  );
}

/** A half was lost: the first of two people makes a new key. */
export function ReplaceRecovery({ onMade }: Pick<MakeProps, 'onMade'>) {
  const reach = useLook('register', 'recoveryReach', {});
  return (
    <Card title="A half was lost">
      <p>
        Two of you make a new recovery key. You make it here and see both new halves, one after the other: have paper
        ready. Then a second colleague types both from paper. Until then nothing changes, and the old halves go on
        working if the lost one is found.
      </p>
      <Look at={reach} what="what the recovery key reads">
        {({ whyNotReplace, keyAlone }) => (
          <>
            {keyAlone > 0 && (
              <p>
                <strong>{keyAloneWords(keyAlone)}</strong> A new key will not read them either. Keep the half that you
                have, and a backup from before: with both old halves that backup still opens.
              </p>
            )}
            {whyNotReplace === null ? (
              <Make act="Make a new recovery key" onMade={onMade} />
            ) : (
              <p>
                {whyNotReplace} <Link to="/practice">Who works here</Link>
              </p>
            )}
          </>
        )}
      </Look>
    </Card>
  );
}

function Withdraw({ onDone }: { readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>Withdraw the new key</Button>
      {asking && (
        <ConfirmDialog
          title="Withdraw the new recovery key"
          act="Withdraw it"
          busyText="Withdrawing it"
          onDo={async () => {
            const answer = await log.register.withdrawRecovery({});
            if (answer.ok) onDone();
            return answer;
          }}
          onClose={() => setAsking(false)}
        >
          <p>Its halves then open nothing: destroy them. The halves of before go on working.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Confirm({ onConfirmed }: { readonly onConfirmed: (sealed: Sealed) => void }) {
  const form = useForm({ ...formRules, defaultValues: blankHalves });
  const saving = useSaving({ form, fields: halvesFields });
  const confirm = async (): Promise<void> => {
    const { first, second } = form.getValues();
    if (first === '') form.setError('first', { message: 'Type the first half' });
    if (second === '') form.setError('second', { message: 'Type the second half' });
    if (first === '' || second === '') return;
    const asked = () => besideTheHalves(log.register.confirmRecovery({ halves: [first, second] }));
    const done = await saving.save(asked);
    if (done !== undefined) onConfirmed(done);
  };
  const notOurs = saving.failure?.kind === 'store' && saving.failure.problem === 'recoveryNotOurs';
  return (
    <>
      {notOurs && <NotOurHalves />}
      <Form of={form} onSave={() => void confirm()} problem={saving.problem} label="Confirm the new recovery key">
        <HalvesFields of={form} />
        <SaveButton busy={saving.busy} busyText="Confirming the new key">
          Confirm the new recovery key
        </SaveButton>
        {saving.busy && <LongWork />}
      </Form>
    </>
  );
}

interface WaitingProps {
  readonly proposed: Proposed;
  readonly onMade: (halves: Halves) => void;
  readonly onConfirmed: (sealed: Sealed) => void;
  readonly onWithdrawn: () => void;
}

function Waiting({ proposed, onConfirmed }: Pick<WaitingProps, 'proposed' | 'onConfirmed'>) {
  const { register, nameOf } = useSignedIn();
  const { at, by, mayConfirm } = proposed;
  const seconds = whoCanConfirm(register, register.me).map(({ name }) => name);
  return (
    <Card title="A new recovery key waits to be confirmed">
      <p>
        {nameOf(by)} made it on {dateAndTime(at)}. It opens nothing yet, and the halves of before go on working.
      </p>
      {mayConfirm ? (
        <>
          <p>
            Confirm it only if two different people keep the new halves. Both come here, and each types their own half
            from paper. From then on the halves of before open only backups made until today.
          </p>
          <Confirm onConfirmed={onConfirmed} />
        </>
      ) : (
        <p>
          A second colleague confirms it, with both new halves.
          {by === register.me &&
            seconds.length > 0 &&
            ` One of them signs in and opens this page: ${seconds.join(', ')}.`}
        </p>
      )}
    </Card>
  );
}

/** A new key that was made and does not count yet. */
export function WaitingRecovery({ proposed, onMade, onConfirmed, onWithdrawn }: WaitingProps) {
  return (
    <>
      <Waiting proposed={proposed} onConfirmed={onConfirmed} />
      {proposed.mayWithdraw && (
        <Card title="The new halves cannot be used">
          <p>
            Were they not written down, or can one not be read? Make others, which take the place of these, or withdraw
            them.
          </p>
          <div className="nhsuk-button-group">
            <Make act="Make other new halves" onMade={onMade} />
            <Withdraw onDone={onWithdrawn} />
          </div>
        </Card>
      )}
    </>
  );
}
