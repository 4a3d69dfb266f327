import { useCallback, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { StoreStatus } from '../../shared/contract/store.ts';
import type { WindowNews, WindowState } from '../../shared/contract/window.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { rememberTroubles } from '../audit/troubles.ts';
import { useNews } from '../frame/use-news.ts';
import { LongWork } from '../long-work.tsx';
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
import { WhatWaits, WhyLocked } from './locked-words.tsx';
import { unlocking } from './unlocking.ts';

interface Values {
  staff: string;
  passphrase: string;
}

interface Props {
  readonly state: WindowState;
  readonly status: StoreStatus;
  /** Says on which page somebody who was not here before begins. */
  readonly onUnlocked: (firstPage: string) => void;
}

export function Unlock({ state, status, onUnlocked }: Props) {
  const { signIns, demonstration } = status;
  const [cannot, setCannot] = useState(false);
  const only = signIns.length === 1 ? signIns[0]?.staff : undefined;
  const form = useForm<Values>({
    ...formRules,
    defaultValues: { staff: state.returnTo?.staff ?? only ?? '', passphrase: '' },
  });
  const saving = useSaving({ form });
  const seconds = useWaitBeforeTrying(saving.failure);
  const unlock = async (): Promise<void> => {
    const { staff, passphrase } = form.getValues();
    if (staff === '') form.setError('staff', { message: 'Select who you are' });
    if (passphrase === '') form.setError('passphrase', { message: 'Enter your passphrase' });
    if (staff === '' || passphrase === '') return;
    const done = await unlocking(() => saving.save(() => log.store.unlock({ staff: staff as StaffId, passphrase })));
    if (done !== undefined) {
      rememberTroubles(done);
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
  if (cannot) return <CannotUnlock onBack={() => setCannot(false)} />;
  return (
    <Form of={form} onSave={() => void unlock()} problem={saving.problem} label="Unlock the log">
      <h2>Unlock the log</h2>
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
