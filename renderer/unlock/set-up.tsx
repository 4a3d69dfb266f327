import { useState } from 'react';
import { type Path, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { OutputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { proposedInitials } from '../../shared/domain/person-name.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Guide } from '../ui/notices.tsx';
import { Problem } from '../ui/problem.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { KeyNotWritten } from './key-not-written.tsx';
import { NewRecoveryKey } from './new-recovery-key.tsx';
import { isGoodPassphrase, type NewPassphrase } from './passphrase-rules.ts';
import { unlockAndNote } from './unlock-and-note.ts';
import { unlocking } from './unlocking.ts';
import { useAskedToClose } from './use-asked-to-close.ts';

/** With the passphrase that was chosen: the boxes are emptied when nobody is there. */
type Made = OutputOf<Contract['store']['create']> & {
  readonly passphrase: string;
  readonly logName: string;
  readonly practice: string;
};

/** What the boxes of the first page hold, as typed. */
export interface SetUpValues {
  practice: string;
  network: string;
  oneComputer: string;
  founder: { name: string; initials: string; jobTitle: string; passphrase: string };
  again: string;
}

interface Props {
  /** The process that holds the log has ended: nothing that is asked from this page is answered any more. */
  readonly stopped: boolean;
  /** Brings a fresh page, which can ask again. */
  readonly onAgain: () => void;
  /** Says on which page somebody who was not here before begins. */
  readonly onUnlocked: (firstPage: string) => void;
  /** What was typed before somebody went back. */
  readonly typed: SetUpValues | undefined;
  readonly onBack: (typed: SetUpValues) => void;
}

const blank: SetUpValues = {
  practice: '',
  network: '',
  oneComputer: '',
  founder: { name: '', initials: '', jobTitle: '', passphrase: '' },
  again: '',
};

const stoppedOverHalves =
  'The log stopped by itself. The log that you set up is safe. Write down both halves, then go on: you unlock it with your passphrase.';
const stoppedBefore =
  'The log stopped by itself. Try again: if the log was set up in that moment, your initials are there to unlock it, but nobody has seen its recovery key.';

/** The log is called after the network, or else after its one practice. */
function fieldOf(field: string, { network }: SetUpValues): Path<SetUpValues> {
  if (field === 'name') return network.trim() === '' ? 'practice' : 'network';
  return field as Path<SetUpValues>; // `as`: the log's names are the form's.
}

/**
 * Unlocks, and writes down what was just typed: the practice, and that whoever sets it up manages it. Where that is not
 * saved nothing is lost: the next page asks for both.
 */
async function enter({ founder: staff, passphrase, recoveryHalves, practice: name }: Made, typedBack: boolean) {
  const answer = await unlockAndNote({ staff, passphrase }, typedBack ? recoveryHalves : null);
  if (!answer.ok) return answer;
  const added = await log.register.addPractice({ name });
  if (added.ok) await log.register.grantRole({ staff, role: 'practice-manager', practice: added.value });
  return answer;
}

/** The log lies on one computer: who works elsewhere has to know what that means before anybody relies on it. */
function OneComputer({ of }: { readonly of: UseFormReturn<SetUpValues> }) {
  const elsewhere = useWatch({ control: of.control, name: 'oneComputer' }) === 'no';
  return (
    <>
      <Choice
        of={of}
        name="oneComputer"
        label="Does everybody who will use this log use this computer?"
        hint="The log lies on this computer alone, and one person uses it at a time."
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, some of us work elsewhere' },
        ]}
      />
      {elsewhere && (
        <Guide title="For whoever works elsewhere">
          <p>
            They phone the concern in, and a colleague who uses this computer records it for them. They do not see the
            log, and nothing reaches them by itself: agree now who phones them back.
          </p>
          <p>A second log on another computer is a log of its own. The two never meet.</p>
        </Guide>
      )}
    </>
  );
}

/** The first of three pages: the practice, and whoever sets the log up. The others follow once it is unlocked. */
export function SetUp({ stopped, onAgain, onUnlocked, typed = blank, onBack }: Props) {
  const [made, setMade] = useState<Made | null>(null);
  const form = useForm<SetUpValues>({ ...formRules, defaultValues: typed });
  const saving = useSaving({ form, fields: (field) => fieldOf(field, form.getValues()) });
  const { closing, stay } = useAskedToClose();
  const chosen: NewPassphrase<SetUpValues> = {
    of: form,
    name: 'founder.passphrase',
    again: 'again',
    context: () => {
      const { practice, network, founder } = form.getValues();
      return [founder.name, founder.initials, practice, network];
    },
  };
  const create = async (): Promise<void> => {
    if (saving.busy || !(await isGoodPassphrase(chosen))) return;
    const { practice, network, founder, oneComputer } = form.getValues();
    if (practice.trim() === '') return form.setError('practice', { message: 'Enter the name of your practice' });
    if (oneComputer === '')
      return form.setError('oneComputer', { message: 'Select yes if everybody will use this computer' });
    const { jobTitle, ...who } = founder;
    const logName = network.trim() || practice;
    const asked = { name: logName, demo: false, founder: { ...who, ...(jobTitle.trim() !== '' && { jobTitle }) } };
    // Before it is asked: from then on there may be a recovery key that nobody has seen.
    void window.practiceLog.window.doing('recovery-key');
    const done = await saving.save(() => log.store.create(asked));
    if (done === undefined) void window.practiceLog.window.doing('nothing');
    else setMade({ ...done, passphrase: founder.passphrase, logName, practice });
  };
  const unlock = async (chosenLog: Made, typedBack: boolean): Promise<void> => {
    if (stopped) return onAgain();
    const done = await unlocking(() => saving.save(() => enter(chosenLog, typedBack)));
    if (done === undefined) return void window.practiceLog.window.doing('recovery-key');
    onUnlocked('/practice');
  };
  // Passphrases are typed again: nobody may find one in the boxes of a page that was left.
  const back = (): void => {
    const { founder, ...others } = form.getValues();
    onBack({ ...others, founder: { ...founder, passphrase: '' }, again: '' });
  };
  const propose = (): void => {
    const { name, initials } = form.getValues('founder');
    if (initials.trim() === '') form.setValue('founder.initials', proposedInitials(name));
  };
  const question = closing && <KeyNotWritten onBack={stay} />;
  if (made !== null) {
    return (
      <>
        <NewRecoveryKey
          halves={made.recoveryHalves}
          logName={made.logName}
          isTheirs={(entered) => entered === made.passphrase}
          busy={saving.busy}
          busyText="Unlocking"
          problem={stopped ? stoppedOverHalves : saving.problem}
          onDone={(typedBack) => void unlock(made, typedBack)}
        />
        {question}
      </>
    );
  }
  if (stopped && !saving.busy) return <Problem sentence={stoppedBefore} onAgain={onAgain} />;
  return (
    <Form of={form} onSave={() => void create()} problem={saving.problem} label="Set up a log">
      <p className="page-caption">Set up a log: page 1 of 3</p>
      <h2>Your practice and you</h2>
      <TextField of={form} name="practice" label="Your practice" />
      <TextField
        of={form}
        name="network"
        label="Primary care network, if this log is for several practices (optional)"
        hint="You can add the other practices later."
      />
      <OneComputer of={form} />
      <TextField of={form} name="founder.name" label="Your full name" onLeave={propose} />
      <TextField
        of={form}
        name="founder.initials"
        label="Your initials"
        hint="All that shows of you while the log is locked."
        width={5}
      />
      <TextField of={form} name="founder.jobTitle" label="Your job title (optional)" />
      <ChoosePassphrase {...chosen} label="Your passphrase" />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy} busyText="Setting up">
          Set up the log
        </SaveButton>
        <Button onClick={back}>Back</Button>
      </div>
      {question}
    </Form>
  );
}
