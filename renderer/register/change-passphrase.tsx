import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Answer } from '../../shared/contract/failures.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { ChoosePassphrase } from '../unlock/choose-passphrase.tsx';
import { isGoodPassphrase, type NewPassphrase } from '../unlock/passphrase-rules.ts';
import { useWaitBeforeTrying } from '../wait-before-trying.ts';
import { namesAround } from './names-around.ts';

interface Values {
  current: string;
  next: string;
  again: string;
}

/** A wrong passphrase belongs beside the box that it was typed in. */
async function besideTheBox(asked: Promise<Answer<null>>): Promise<Answer<null>> {
  const answer = await asked;
  if (answer.ok || answer.failure.kind !== 'store' || answer.failure.problem !== 'wrongPassphrase') return answer;
  const current = 'This is not your passphrase. Type it again, and look at Caps Lock';
  return { ok: false, failure: { kind: 'invalid', fields: { current } } };
}

const stillOpens =
  'The old one opens nothing here any more. Backups and copies of the log that were made before still open with it: if somebody else may know it, tell your practice manager, who can make a new backup and remove the older ones.';

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const { register, me } = useSignedIn();
  const form = useForm<Values>({ ...formRules, defaultValues: { current: '', next: '', again: '' } });
  const saving = useSaving({ form });
  const seconds = useWaitBeforeTrying(saving.failure);
  const chosen: NewPassphrase<Values> = {
    of: form,
    name: 'next',
    again: 'again',
    context: () => namesAround(register, me.staff),
  };
  const change = async (): Promise<void> => {
    const { current, next } = form.getValues();
    if (current === '') form.setError('current', { message: 'Enter the passphrase that you have now' });
    if (saving.busy || !(await isGoodPassphrase(chosen)) || current === '') return;
    const done = await saving.save(() => besideTheBox(log.store.changePassphrase({ current, next })));
    // Only this returns null; what was not saved is undefined.
    if (done === null) onDone();
  };
  return (
    <Form of={form} onSave={() => void change()} problem={saving.problem} label="Change my passphrase">
      <PassphraseField
        of={form}
        name="current"
        label="The passphrase that you have now"
        autoComplete="current-password"
      />
      <ChoosePassphrase {...chosen} label="New passphrase" />
      <SaveButton
        busy={saving.busy || seconds > 0}
        {...(seconds > 0 && { busySpoken: 'Wait before you try again' })}
        busyText={seconds > 0 ? `Wait ${seconds} seconds` : 'Changing'}
      >
        Change my passphrase
      </SaveButton>
    </Form>
  );
}

/** Whoever is signed in chooses another passphrase. */
export function ChangePassphrase() {
  const [done, setDone] = useState(false);
  return (
    <Page
      title="Change my passphrase"
      step={done ? 'done' : 'form'}
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      {done ? (
        <>
          <Banner kind="success" heading="Your passphrase is changed. Unlock with the new one from now on." />
          <p>{stillOpens}</p>
        </>
      ) : (
        <div className="layout layout--form">
          <ChangeForm onDone={() => setDone(true)} />
          <div>
            <Guide title="What changes">
              <p>What you read and your drafts stay as they are.</p>
              <p>{stillOpens}</p>
            </Guide>
            <Guide title="When to change it">
              <p>When somebody else may know it. There is no need to change it every few months.</p>
            </Guide>
          </div>
        </div>
      )}
    </Page>
  );
}
