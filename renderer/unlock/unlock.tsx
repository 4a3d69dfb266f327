import { useCallback, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Failure } from '../../shared/contract/failures.ts';
import type { StoreStatus } from '../../shared/contract/store.ts';
import type { WindowNews, WindowState } from '../../shared/contract/window.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { rememberTroubles } from '../audit/troubles.ts';
import { useNews } from '../frame/use-news.ts';
import { LongWork } from '../long-work.tsx';
import { rememberWhatIsSaid } from '../said-at-unlock.ts';
import { useSaving } from '../saving.ts';
import { LinkButton } from '../ui/button.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { useWaitBeforeTrying } from '../wait-before-trying.ts';
import { CannotUnlock } from './cannot-unlock.tsx';
import { DemonstrationPeople } from './demonstration-people.tsx';
import { KeysPending } from './keys-pending.tsx';
import { WhatWaits, WhyLocked } from './locked-words.tsx';
import { unlockAndNote } from './unlock-and-note.ts';
import { unlocking } from './unlocking.ts';
import type { Recovered } from './use-recovery-key.tsx';

interface Values {
  staff: string;
  passphrase: string;
}

interface Props {
  readonly state: WindowState;
  readonly status: StoreStatus;
  /** Says on which page somebody who was not here before begins. */
  readonly onUnlocked: (firstPage: string) => void;
  /** Somebody whom the recovery key has just let in again. */
  readonly recovered: Recovered | null;
  readonly onRecover: () => void;
}

export function Unlock({ state, status, onUnlocked, recovered, onRecover }: Props) {
  const { signIns, demonstration } = status;
  const [cannot, setCannot] = useState(false);
  const [seen, setSeen] = useState<Failure | null>(null);
  const only = signIns.length === 1 ? signIns[0]?.staff : undefined;
  const form = useForm<Values>({
    ...formRules,
    defaultValues: { staff: recovered?.staff ?? state.returnTo?.staff ?? only ?? '', passphrase: '' },
  });
  const saving = useSaving({ form });
  const seconds = useWaitBeforeTrying(saving.failure);
  const unlock = async (): Promise<void> => {
    const { staff, passphrase } = form.getValues();
    if (staff === '') form.setError('staff', { message: 'Select who you are' });
    if (passphrase === '') form.setError('passphrase', { message: 'Enter your passphrase' });
    if (staff === '' || passphrase === '') return;
    const who = { staff: staff as StaffId, passphrase }; // `as`: chosen from a list of them.
    const done = await unlocking(() => saving.save(() => unlockAndNote(who, recovered?.typedBack ?? null)));
    if (done !== undefined) {
      rememberTroubles(done);
      rememberWhatIsSaid(done);
      return onUnlocked('/');
    }
    form.setValue('passphrase', '');
  };
  const news = useCallback(
    (told: WindowNews) => {
      // Nobody is there: half a passphrase must not wait for whoever comes next.
      if (told.news === 'cover') form.setValue('passphrase', '');
    },
    [form],
  );
  useNews(news);
  const nameOf = (staff: StaffId): string | undefined =>
    demonstration?.people.find((person) => person.staff === staff)?.name;
  const wrong = saving.failure?.kind === 'store' && saving.failure.problem === 'wrongPassphrase';
  const pending = saving.failure?.kind === 'store' && saving.failure.problem === 'keysPending';
  if (cannot) return <CannotUnlock onBack={() => setCannot(false)} onRecover={onRecover} />;
  if (pending && saving.failure !== seen) return <KeysPending onBack={() => setSeen(saving.failure)} />;
  return (
    <Form of={form} onSave={() => void unlock()} problem={pending ? null : saving.problem} label="Unlock the log">
      <h2>Unlock the log</h2>
      {recovered !== null && (
        <p role="status">The recovery key was used, and a new one made. Unlock with the new passphrase.</p>
      )}
      <WhyLocked state={state} />
      <WhatWaits state={state} />
      <Choice
        of={form}
        name="staff"
        label="Who are you?"
        options={signIns.map(({ staff, label }) => ({ value: staff, label: nameOf(staff) ?? label }))}
      />
      <PassphraseField
        of={form}
        name="passphrase"
        label="Passphrase"
        autoComplete="current-password"
        {...(wrong && { hint: 'Capital letters, spaces and commas count.' })}
      />
      <div className="nhsuk-button-group">
        <SaveButton
          busy={saving.busy || seconds > 0}
          {...(seconds > 0 && { busySpoken: 'Wait before you try again' })}
          busyText={seconds > 0 ? `Wait ${seconds} seconds` : 'Unlocking'}
        >
          Unlock
        </SaveButton>
        <LinkButton onClick={() => setCannot(true)}>I cannot unlock the log</LinkButton>
      </div>
      {saving.busy && <LongWork />}
      {demonstration !== null && (
        <DemonstrationPeople
          people={demonstration.people}
          onChoose={({ staff, passphrase }) => {
            form.setValue('staff', staff);
            form.setValue('passphrase', passphrase);
          }}
        />
      )}
    </Form>
  );
}
