import { useForm } from 'react-hook-form';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { useSupervisors } from './use-supervisors.ts';

/** Names who supervises a link worker. */
export function NameSupervisor({ staff, onClose }: { readonly staff: StaffId; readonly onClose: () => void }) {
  const { nameOf } = useSignedIn();
  const { options, waiting } = useSupervisors(staff);
  const form = useForm<{ supervisor: string }>({ ...formRules, defaultValues: { supervisor: '' } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const supervisor = form.getValues('supervisor') as StaffId; // `as`: chosen from a list of them.
    if (supervisor.length === 0) return form.setError('supervisor', { message: 'Select who supervises them' });
    const done = await saving.save(() => log.register.assignSupervisor({ staff, supervisor }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={`Supervisor of ${nameOf(staff)}`} onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Name a supervisor">
        <Select
          of={form}
          name="supervisor"
          label="Who supervises them?"
          hint={waiting ?? 'They read the concerns that this person raises.'}
          blank="Select a supervisor"
          options={options}
        />
        <SaveButton busy={saving.busy}>Save</SaveButton>
      </Form>
    </Dialog>
  );
}
