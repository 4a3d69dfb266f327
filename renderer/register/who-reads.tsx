import { useForm } from 'react-hook-form';
import type { StaffId } from '../../shared/domain/ids.ts';
import { leadRoles, rolesOfTwo } from '../../shared/domain/roles.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { KeyValues } from '../ui/summary-list.tsx';

function Fallback() {
  const { register } = useSignedIn();
  const { fallbackReader } = register.settings;
  const form = useForm<{ reader: string }>({ ...formRules, defaultValues: { reader: fallbackReader ?? '' } });
  const saving = useSaving({ form });
  const able = register.staff.filter(({ roles }) =>
    roles.some(({ role, stands }) => stands && rolesOfTwo.includes(role)),
  );
  const save = async (): Promise<void> => {
    const { reader } = form.getValues();
    if (reader === '') return form.setError('reader', { message: 'Select who reads them' });
    const value = reader as StaffId; // `as`: chosen from the list.
    await saving.save(() => log.register.changeSetting({ change: { setting: 'fallback-reader', value } }));
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Who reads when nobody leads">
      <Select
        of={form}
        name="reader"
        label="Who reads concerns where nobody leads?"
        hint="Somebody whose own role is confirmed."
        blank="Nobody"
        options={able.map(({ staff, name }) => ({ value: staff, label: name }))}
      />
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}

/** Who reads what is raised at each practice: nobody must be raised to an empty room. */
export function WhoReads({ mayChange }: { readonly mayChange: boolean }) {
  const { register, nameOf } = useSignedIn();
  const { fallbackReader } = register.settings;
  const readers = (practice: string): string => {
    const leads = register.staff.filter(({ roles }) =>
      roles.some((held) => held.practice === practice && held.stands && leadRoles.includes(held.role)),
    );
    if (leads.length > 0) return leads.map(({ name }) => name).join(', ');
    return fallbackReader === null ? 'Nobody. Phone instead' : `${nameOf(fallbackReader)}, because nobody leads there`;
  };
  return (
    <Card title="Who reads concerns">
      <KeyValues rows={register.practices.map(({ practice, name }) => [name, readers(practice)] as const)} />
      {mayChange && register.practices.length > 0 && (
        <Details summary="Choose who reads concerns where nobody leads">
          <Fallback />
        </Details>
      )}
    </Card>
  );
}
