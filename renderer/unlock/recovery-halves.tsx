import { useForm } from 'react-hook-form';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';

interface Props {
  readonly halves: readonly [string, string];
  readonly busy: boolean;
  readonly onDone: () => void;
}

interface Values {
  written: string[];
}

/** Shown once and kept nowhere: the only way in when every passphrase is lost. */
export function RecoveryHalves({ halves, busy, onDone }: Props) {
  const form = useForm<Values>({ ...formRules, defaultValues: { written: [] } });
  const go = (): void => {
    if (form.getValues('written').length === 2) onDone();
    else form.setError('written', { message: 'Write down both halves first. They are not shown again' });
  };
  return (
    <Form of={form} onSave={go} label="Recovery key">
      <h2>Write down the recovery key</h2>
      <p>
        It opens the log when every passphrase is lost, and it can read everything but wellbeing notes. So it comes in
        two halves, for two different people: neither half opens anything. They are shown once, now.
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
