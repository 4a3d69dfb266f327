import { useForm } from 'react-hook-form';
import type { RegisterPage } from '../../shared/contract/register.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { type Role, role, rolesOfTwo, roleWords } from '../../shared/domain/roles.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { whenItCounts } from './new-colleague.ts';
import { useSupervisors } from './use-supervisors.ts';

interface Values {
  role: string;
  practice: string;
  supervisor: string;
}

/** Where a role could be given, if there were a practice: no button leads to an empty list. */
export const noPracticeYet = 'Add a practice first: each role is held at a practice.';

const does = (value: Role): string =>
  value === 'practice-manager'
    ? 'Decides who works here.'
    : rolesOfTwo.includes(value)
      ? 'Reads what others write.'
      : '';

function optionsFor(staff: StaffId, register: RegisterPage) {
  const held = register.staff.find((line) => line.staff === staff)?.roles ?? [];
  const manages = held.some((one) => one.role === 'practice-manager' && one.stands);
  return role.options.map((value) => {
    // Whoever manages one practice was confirmed for it: another one needs nobody.
    const counts = manages && value === 'practice-manager' ? undefined : whenItCounts(value, [], register);
    return { value, label: roleWords[value], hint: `${does(value)} ${counts ?? ''}`.trim() };
  });
}

/** Gives somebody a role at a practice, or names who supervises them. */
export function GiveRole({ staff, onClose }: { readonly staff: StaffId; readonly onClose: () => void }) {
  const { register, nameOf } = useSignedIn();
  const only = register.practices.length === 1 ? register.practices[0]?.practice : undefined;
  const form = useForm<Values>({ ...formRules, defaultValues: { role: '', practice: only ?? '', supervisor: '' } });
  const saving = useSaving({ form });
  const { options: supervisors, waiting } = useSupervisors(staff);
  const save = async (): Promise<void> => {
    const chosen = form.getValues();
    if (chosen.role === '' && chosen.supervisor === '') {
      form.setError('role', { message: 'Select a role, or who supervises them' });
      return;
    }
    if (chosen.role !== '' && chosen.practice === '') {
      form.setError('practice', { message: 'Select the practice' });
      return;
    }
    const supervisor = chosen.supervisor as StaffId; // `as`, here and below: chosen from lists of them.
    const done = await saving.save(() => {
      if (chosen.role === '') return log.register.assignSupervisor({ staff, supervisor });
      const held = { staff, role: chosen.role as Role, practice: chosen.practice as PracticeId };
      return log.register.grantRole({ ...held, ...(chosen.supervisor !== '' && { supervisor }) });
    });
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={`Roles of ${nameOf(staff)}`} onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Give a role">
        <Choice of={form} name="role" label="Role" options={optionsFor(staff, register)} />
        <Select
          of={form}
          name="practice"
          label="At which practice?"
          blank="Select a practice"
          options={register.practices.map(({ practice, name }) => ({ value: practice, label: name }))}
        />
        {supervisors.length > 0 && (
          <Select
            of={form}
            name="supervisor"
            label="Who supervises them? (optional)"
            hint={waiting}
            blank="Nobody new"
            options={supervisors}
          />
        )}
        <SaveButton busy={saving.busy}>Save</SaveButton>
      </Form>
    </Dialog>
  );
}
