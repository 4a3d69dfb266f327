import { useForm } from 'react-hook-form';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';

interface Props {
  readonly setting:
    | 'idle-minutes'
    | 'supervision-interval-days'
    | 'draft-late-hours'
    | 'gp-record-days'
    | 'referral-unseen-hours'
    | 'contact-check-days';
  readonly label: string;
  readonly hint: string;
  /** What is said to anything else than a number within bounds. */
  readonly missing: string;
  readonly value: number;
  readonly onSaved: () => void;
}

/** One setting that is a whole number. Its bounds are the log's to check. */
export function NumberSetting({ setting, label, hint, missing, value, onSaved }: Props) {
  const form = useForm({ ...formRules, defaultValues: { value: String(value) } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const typed = form.getValues('value').trim();
    if (!/^\d{1,4}$/.test(typed)) return form.setError('value', { message: missing });
    const change = { setting, value: Number(typed) };
    const done = await saving.save(async () => {
      const answer = await log.register.changeSetting({ change });
      // Its bounds are the only thing that can be wrong with a number; the sentence of the field says them.
      if (answer.ok || answer.failure.kind !== 'invalid') return answer;
      return { ok: false, failure: { kind: 'invalid', fields: { value: missing } } };
    });
    if (done !== undefined) onSaved();
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Change this setting">
      <TextField of={form} name="value" label={label} hint={hint} width={4} inputMode="numeric" />
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}
