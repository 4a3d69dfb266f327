import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { log, whenPassphraseIsNeeded } from '../api.ts';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { useWaitBeforeTrying } from '../wait-before-trying.ts';

type Proof = 'recent' | 'always';

const again = 'This needs your passphrase again, so that nobody else at this computer can do it in your name.';
const why: Readonly<Record<Proof, string>> = {
  recent: `${again} You are not asked again for five minutes.`,
  always: `${again} It is asked for each time.`,
};

interface Props {
  readonly proof: Proof;
  readonly onTyped: () => void;
  readonly onClose: () => void;
}

function Asked({ proof, onTyped, onClose }: Props) {
  // A name of its own: the page below may hold a new passphrase, and ids come from names.
  const form = useForm({ ...formRules, defaultValues: { proof: '' } });
  const saving = useSaving({ form, fields: { passphrase: 'proof' } });
  const seconds = useWaitBeforeTrying(saving.failure);
  const prove = async (): Promise<void> => {
    const { proof: passphrase } = form.getValues();
    if (passphrase === '') return form.setError('proof', { message: 'Enter your passphrase' });
    const done = await saving.save(() => log.store.prove({ passphrase }));
    if (done === undefined) form.setValue('proof', '');
    else onTyped();
  };
  return (
    <Dialog title="Type your passphrase again" onClose={onClose}>
      <Form of={form} onSave={() => void prove()} problem={saving.problem} label="Your passphrase again">
        <p>{why[proof]} Raising and acknowledging a concern never do.</p>
        <PassphraseField of={form} name="proof" label="Your passphrase" autoComplete="current-password" />
        <div className="nhsuk-button-group">
          <SaveButton
            busy={saving.busy || seconds > 0}
            {...(seconds > 0 && { busySpoken: 'Wait before you try again' })}
            busyText={seconds > 0 ? `Wait ${seconds} seconds` : 'Looking at it'}
          >
            Go on
          </SaveButton>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Asks for the passphrase wherever the log wants it again, over whatever page or dialog stands. */
export function PassphraseAgain() {
  const [proof, setProof] = useState<Proof | null>(null);
  // Two calls that want it at once ask once.
  const asked = useRef<PromiseWithResolvers<boolean> | null>(null);
  useEffect(() => {
    whenPassphraseIsNeeded((wanted) => {
      asked.current ??= Promise.withResolvers();
      setProof(wanted);
      return asked.current.promise;
    });
  }, []);
  const settle = useCallback((typed: boolean) => {
    asked.current?.resolve(typed);
    asked.current = null;
    setProof(null);
  }, []);
  if (proof === null) return null;
  return <Asked proof={proof} onTyped={() => settle(true)} onClose={() => settle(false)} />;
}
