import { useForm } from 'react-hook-form';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { ableReaders } from './able-readers.ts';

/** Names who reads concerns of practices where nobody leads, or whose practice is not known. */
export function FallbackReader({ onSaved }: { readonly onSaved?: () => void }) {
  const { register } = useSignedIn();
  const { fallbackReader } = register.settings;
  const form = useForm<{ reader: string }>({ ...formRules, defaultValues: { reader: fallbackReader ?? '' } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const { reader } = form.getValues();
    if (reader === '') return form.setError('reader', { message: 'Select who reads them' });
    const value = reader as StaffId; // `as`: chosen from the list.
    const done = await saving.save(() => log.register.changeSetting({ change: { setting: 'fallback-reader', value } }));
    if (done !== undefined) onSaved?.();
  };
  return (
    <Form
      of={form}
      onSave={() => void save()}
      problem={saving.problem}
      label="Who reads where there is no safeguarding lead"
    >
      <Select
        of={form}
        name="reader"
        label="Who reads concerns where there is no safeguarding lead?"
        hint="Somebody whose own role is confirmed."
        blank="Nobody"
        options={ableReaders(register.staff).map(({ staff, name }) => ({ value: staff, label: name }))}
      />
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}
