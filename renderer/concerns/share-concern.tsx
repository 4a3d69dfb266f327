import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';

interface Props {
  readonly page: ConcernPage;
  readonly onClose: () => void;
}

/** Lets a colleague read this concern. Reading by key: from here on they have it, and it says so to the others. */
export function ShareConcern({ page, onClose }: Props) {
  const { register, nameAndRole } = useSignedIn();
  const form = useForm({ ...formRules, defaultValues: { with: '', why: '' } });
  const saving = useSaving({ form });
  const others = register.staff.filter(({ staff, active }) => active && !page.readers.includes(staff));
  const share = async (): Promise<void> => {
    const { with: colleague, why } = form.getValues();
    if (colleague === '') form.setError('with', { message: 'Select who needs to read this' });
    if (why.trim() === '') form.setError('why', { message: 'Enter why they need to read this' });
    if (colleague === '' || why.trim() === '') return;
    const { concern } = page;
    // `as`: the options are ids of staff.
    const done = await saving.save(() => log.concerns.share({ concern, with: colleague as StaffId, why }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Share with a colleague" onClose={onClose}>
      <p>They can read all of this concern from then on. This cannot be taken back. Nobody is told of it by the log.</p>
      <Form of={form} onSave={() => void share()} problem={saving.problem} label="Share with a colleague">
        <Select
          of={form}
          name="with"
          label="Who needs to read it?"
          blank="Select a colleague"
          options={others.map(({ staff }) => ({ value: staff, label: nameAndRole(staff) }))}
        />
        <TextArea of={form} name="why" label="Why do they need to read this?" rows={3} max={4_000} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Share this concern</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
