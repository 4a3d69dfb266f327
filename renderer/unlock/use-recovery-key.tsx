import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { SignIn } from '../../shared/contract/store.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { LongWork } from '../long-work.tsx';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Problem } from '../ui/problem.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { besideTheHalves, blankHalves, HalvesFields, halvesFields } from './halves-fields.tsx';
import { KeyNotWritten } from './key-not-written.tsx';
import { NewRecoveryKey } from './new-recovery-key.tsx';
import { NotOurHalves } from './not-our-halves.tsx';
import { isGoodPassphrase, type NewPassphrase } from './passphrase-rules.ts';
import { lostForGood } from './recovery-words.ts';
import type { Halves } from './unlock-and-note.ts';
import { useAskedToClose } from './use-asked-to-close.ts';

interface Values {
  first: string;
  second: string;
  staff: string;
  passphrase: string;
  again: string;
}

/** Who was let in again, and the new halves if they were typed back from paper. */
export interface Recovered {
  readonly staff: StaffId;
  readonly typedBack: Halves | null;
}

interface Props {
  readonly signIns: readonly SignIn[];
  readonly stopped: boolean;
  /** Brings a fresh page, which can ask again. */
  readonly onAgain: () => void;
  readonly onBack: () => void;
  readonly onDone: (recovered: Recovered) => void;
}

const stoppedSentence =
  'The log stopped by itself. The new recovery key counts. Write down both halves, then go on: the person unlocks with the new passphrase.';

const stoppedBefore =
  'The log stopped by itself. Try again: if the halves no longer open it, they were used in that moment, and nobody has seen the new ones.';

/** Halves of a log of the first versions, which read and do no more. */
function ReadsOnly({ onBack }: { readonly onBack: () => void }) {
  return (
    <section role="alert" aria-label="This recovery key cannot let anybody in">
      <h2>This recovery key cannot let anybody in</h2>
      <p>
        The halves are right, but this log was made before its recovery key could do that. Nothing has been changed. Two
        colleagues who can sign in can let somebody in again.
      </p>
      <p>
        Can nobody sign in? Keep both halves and every file of the log, and delete nothing: a specialist can read the
        records with both.
      </p>
      <Button onClick={onBack}>Back</Button>
    </section>
  );
}

interface Used {
  readonly halves: Halves;
  readonly staff: StaffId;
  readonly passphrase: string;
}

/** Both halves give one person a new passphrase. The key ends with it, so a new one is shown at once. */
export function UseRecoveryKey({ signIns, stopped, onAgain, onBack, onDone }: Props) {
  const [used, setUsed] = useState<Used | null>(null);
  const form = useForm<Values>({
    ...formRules,
    defaultValues: { ...blankHalves, staff: '', passphrase: '', again: '' },
  });
  const saving = useSaving({ form, fields: halvesFields });
  const { closing, stay } = useAskedToClose();
  const chosen: NewPassphrase<Values> = {
    of: form,
    name: 'passphrase',
    again: 'again',
    context: () => signIns.filter(({ staff }) => staff === form.getValues('staff')).map(({ label }) => label),
  };
  const recover = async (): Promise<void> => {
    const { first, second, staff, passphrase } = form.getValues();
    if (first === '') form.setError('first', { message: 'Type the first half' });
    if (second === '') form.setError('second', { message: 'Type the second half' });
    if (staff === '') form.setError('staff', { message: 'Select who is let in again' });
    if (saving.busy || !(await isGoodPassphrase(chosen)) || first === '' || second === '' || staff === '') return;
    // Before it is asked: from then on there may be a recovery key that nobody has seen.
    void window.practiceLog.window.doing('recovery-key');
    const who = staff as StaffId; // `as`: chosen from a list of them.
    const done = await saving.save(() =>
      besideTheHalves(log.store.recover({ halves: [first, second], staff: who, passphrase })),
    );
    if (done === undefined) void window.practiceLog.window.doing('nothing');
    else setUsed({ halves: done.recoveryHalves, staff: who, passphrase });
  };
  const finish = ({ halves, staff }: Used, typedBack: boolean): void => {
    void window.practiceLog.window.doing('nothing');
    if (stopped) onAgain();
    else onDone({ staff, typedBack: typedBack ? halves : null });
  };
  const problem = saving.failure?.kind === 'store' ? saving.failure.problem : null;
  if (used !== null) {
    return (
      <>
        <NewRecoveryKey
          halves={used.halves}
          logName={null}
          isTheirs={(entered) => entered === used.passphrase}
          busy={false}
          busyText=""
          problem={stopped ? stoppedSentence : null}
          onDone={(typedBack) => finish(used, typedBack)}
        />
        {closing && <KeyNotWritten onBack={stay} />}
      </>
    );
  }
  if (stopped && !saving.busy) return <Problem sentence={stoppedBefore} onAgain={onAgain} />;
  if (problem === 'recoveryReadsOnly') return <ReadsOnly onBack={onBack} />;
  return (
    <Form of={form} onSave={() => void recover()} problem={saving.problem} label="Use the recovery key">
      <h2>Use the recovery key</h2>
      <p>
        Only when nobody can let somebody in again. It gives one person a new passphrase, and the audit log says so.
        This key then ends and a new one is shown: have paper ready.
      </p>
      <p>{lostForGood}</p>
      {problem === 'recoveryNotOurs' && <NotOurHalves />}
      <HalvesFields of={form} />
      <Choice
        of={form}
        name="staff"
        label="Who is let in again?"
        options={signIns.map(({ staff, label }) => ({ value: staff, label }))}
      />
      <p>They choose a new passphrase themselves.</p>
      <ChoosePassphrase {...chosen} label="New passphrase" />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy} busyText="Using the recovery key">
          Use the recovery key
        </SaveButton>
        {!saving.busy && <Button onClick={onBack}>Back</Button>}
      </div>
      {saving.busy && <LongWork />}
      {closing && <KeyNotWritten onBack={stay} />}
    </Form>
  );
}
