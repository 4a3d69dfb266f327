import { useForm } from 'react-hook-form';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';

interface Props {
  readonly halves: readonly [string, string];
  readonly busy: boolean;
  /** Why it did not go on. The halves stay. */
  readonly problem: string | null;
  readonly onDone: () => void;
}

interface Values {
  written: string[];
}

/** Shown once and kept nowhere: the only way in when every passphrase is lost. */
export function RecoveryHalves({ halves, busy, problem, onDone }: Props) {
  const form = useForm<Values>({ ...formRules, defaultValues: { written: [] } });
  const go = (): void => {
    if (form.getValues('written').length === 2) onDone();
    else form.setError('written', { message: 'Write down both halves first. They are not shown again' });
  };
  return (
    <Form of={form} onSave={go} problem={problem} label="Recovery key">
      <h2>Write down the recovery key</h2>
      <p>
        It is the only way to the records when every passphrase is lost, and it can read everything that is written in
        this log. So it comes in two halves, for two different people: neither half opens anything. They are shown once,
        now.
      </p>
      <p>
        This version of the program has no page that takes them. Keep them for a later version; until then a specialist
        can read the log with both.
      </p>
      <dl className="kv">
        <dt>First half, for the practice manager</dt>
        <dd className="mono">{halves[0]}</dd>
        <dt>Second half, for the safeguarding lead</dt>
        <dd className="mono">{halves[1]}</dd>
      </dl>
      <Choices
        of={form}
        name="written"
        label="Written down on paper"
        options={[
          { value: 'first', label: 'The first half' },
          { value: 'second', label: 'The second half' },
        ]}
      />
      <SaveButton busy={busy} busyText="Unlocking">
        Go on to page 2 of 3
      </SaveButton>
    </Form>
  );
}

interface CoveredProps {
  /** Whether it is the passphrase of whoever sets up the log. */
  readonly isTheirs: (passphrase: string) => boolean;
  readonly onShow: () => void;
}

/** In place of the halves, once nobody has been there for a while: only who set up the log sees them again. */
export function CoveredHalves({ isTheirs, onShow }: CoveredProps) {
  const form = useForm({ ...formRules, defaultValues: { passphrase: '' } });
  const show = (): void => {
    if (isTheirs(form.getValues('passphrase'))) onShow();
    else form.setError('passphrase', { message: 'This is not the passphrase that you have just chosen' });
  };
  return (
    <Form of={form} onSave={show} label="Recovery key, covered">
      <h2>The recovery key is covered</h2>
      <p>Nobody was at this computer, so the two halves were taken off the screen. They have not been lost.</p>
      <PassphraseField
        of={form}
        name="passphrase"
        label="Your new passphrase"
        hint="The one that you chose on the page before."
        autoComplete="current-password"
      />
      <SaveButton busy={false} busyText="">
        Show the recovery key again
      </SaveButton>
    </Form>
  );
}
