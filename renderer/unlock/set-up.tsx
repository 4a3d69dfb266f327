import { useCallback, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { OutputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { WindowNews } from '../../shared/contract/window.ts';
import { log } from '../api.ts';
import { useNews } from '../frame/use-news.ts';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Problem } from '../ui/problem.tsx';
import { KeyNotWritten } from './key-not-written.tsx';
import { CoveredHalves, RecoveryHalves } from './recovery-halves.tsx';
import { unlocking } from './unlocking.ts';

type Made = OutputOf<Contract['store']['create']>;

/** What the boxes of the first page hold, as typed. */
export interface SetUpValues {
  name: string;
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

const blank: SetUpValues = { name: '', founder: { name: '', initials: '', jobTitle: '', passphrase: '' }, again: '' };

/** What the window says while a log is set up: nobody is there, or somebody closes it. */
function useUnattended(form: UseFormReturn<SetUpValues>, made: boolean) {
  const [covered, setCovered] = useState(false);
  const [closing, setClosing] = useState(false);
  const news = useCallback(
    ({ news: what }: WindowNews) => {
      if (what === 'closing') {
        void window.practiceLog.window.asking();
        setClosing(true);
      }
      if (what !== 'cover') return;
      if (made) return setCovered(true);
      form.setValue('founder.passphrase', '');
      form.setValue('again', '');
    },
    [form, made],
  );
  useNews(news);
  return { covered, closing, uncover: () => setCovered(false), stay: () => setClosing(false) };
}

const stoppedOverHalves =
  'The log stopped by itself. The log that you set up is safe. Write down both halves, then go on: you unlock it with your passphrase.';
const stoppedBefore =
  'The log stopped by itself. Try again: if the log was set up in that moment, your initials are there to unlock it, but nobody has seen its recovery key.';

/** The first of three pages: the practice, and whoever sets the log up. The others follow once it is unlocked. */
export function SetUp({ stopped, onAgain, onUnlocked, typed = blank, onBack }: Props) {
  const [made, setMade] = useState<Made | null>(null);
  const form = useForm<SetUpValues>({ ...formRules, defaultValues: typed });
  const saving = useSaving({ form });
  const { covered, closing, uncover, stay } = useUnattended(form, made !== null || saving.busy);
  const create = async (): Promise<void> => {
    const { name, founder, again } = form.getValues();
    if (again !== founder.passphrase) {
      form.setError('again', { message: 'Enter the same passphrase again' });
      return;
    }
    const { jobTitle, ...who } = founder;
    const asked = { name, demo: false, founder: { ...who, ...(jobTitle.trim() !== '' && { jobTitle }) } };
    // Before it is asked: from then on there may be a recovery key that nobody has seen.
    void window.practiceLog.window.doing('recovery-key');
    const done = await saving.save(() => log.store.create(asked));
    if (done === undefined) void window.practiceLog.window.doing('nothing');
    else setMade(done);
  };
  const unlock = async (): Promise<void> => {
    if (made === null) return;
    if (stopped) return onAgain();
    const { passphrase } = form.getValues('founder');
    const done = await unlocking(() => saving.save(() => log.store.unlock({ staff: made.founder, passphrase })));
    if (done !== undefined) onUnlocked('/practice');
    else void window.practiceLog.window.doing('recovery-key');
  };
  // Passphrases are typed again: nobody may find one in the boxes of a page that was left.
  const back = (): void => {
    const { name, founder } = form.getValues();
    onBack({ name, founder: { ...founder, passphrase: '' }, again: '' });
  };
  const question = closing && <KeyNotWritten onBack={stay} />;
  if (made !== null) {
    return (
      <>
        {covered ? (
          <CoveredHalves isTheirs={(entered) => entered === form.getValues('founder.passphrase')} onShow={uncover} />
        ) : (
          <RecoveryHalves
            halves={made.recoveryHalves}
            busy={saving.busy}
            problem={stopped ? stoppedOverHalves : saving.problem}
            onDone={() => void unlock()}
          />
        )}
        {question}
      </>
    );
  }
  if (stopped && !saving.busy) return <Problem sentence={stoppedBefore} onAgain={onAgain} />;
  return (
    <Form of={form} onSave={() => void create()} problem={saving.problem} label="Set up a log">
      <p className="page-caption">Set up a log: page 1 of 3</p>
      <h2>Your practice and you</h2>
      <TextField of={form} name="name" label="Name of your network or practice" />
      <TextField of={form} name="founder.name" label="Your full name" />
      <TextField
        of={form}
        name="founder.initials"
        label="Your initials"
        hint="All that shows of you while the log is locked."
        width={5}
      />
      <TextField of={form} name="founder.jobTitle" label="Your job title (optional)" />
      <PassphraseField
        of={form}
        name="founder.passphrase"
        label="Your passphrase"
        hint="At least 15 characters. Four words that have nothing to do with each other are easy to remember. Nobody can look it up for you."
        autoComplete="new-password"
      />
      <PassphraseField of={form} name="again" label="The same passphrase again" autoComplete="new-password" />
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
