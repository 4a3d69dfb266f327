import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { OutputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { RecoveryHalves } from './recovery-halves.tsx';

type Made = OutputOf<Contract['store']['create']>;

interface Values {
  name: string;
  founder: { name: string; initials: string; jobTitle: string; passphrase: string };
  again: string;
}

interface Props {
  /** Says on which page somebody who was not here before begins. */
  readonly onUnlocked: (firstPage: string) => void;
  readonly onBack: () => void;
}

const blank: Values = { name: '', founder: { name: '', initials: '', jobTitle: '', passphrase: '' }, again: '' };

/** The first of three pages: the practice, and whoever sets the log up. The others follow once it is unlocked. */
export function SetUp({ onUnlocked, onBack }: Props) {
  const [made, setMade] = useState<Made | null>(null);
  const form = useForm<Values>({ ...formRules, defaultValues: blank });
  const saving = useSaving({ form });
  const create = async (): Promise<void> => {
    const { name, founder, again } = form.getValues();
    if (again !== founder.passphrase) {
      form.setError('again', { message: 'Enter the same passphrase again' });
      return;
    }
    const { jobTitle, ...who } = founder;
    const asked = { name, demo: false, founder: { ...who, ...(jobTitle.trim() !== '' && { jobTitle }) } };
    const done = await saving.save(() => log.store.create(asked));
    if (done !== undefined) setMade(done);
  };
  const unlock = async (): Promise<void> => {
    if (made === null) return;
    const { passphrase } = form.getValues('founder');
    const done = await saving.save(() => log.store.unlock({ staff: made.founder, passphrase }));
    if (done !== undefined) onUnlocked('/practice');
  };
  if (made !== null) {
    return <RecoveryHalves halves={made.recoveryHalves} busy={saving.busy} onDone={() => void unlock()} />;
  }
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
        <Button onClick={onBack}>Back</Button>
      </div>
    </Form>
  );
}
