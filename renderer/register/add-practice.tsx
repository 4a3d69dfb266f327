import { useForm } from 'react-hook-form';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';

/** The practices of the network: one or several. */
export function AddPractice() {
  const { register } = useSignedIn();
  const form = useForm<{ name: string }>({ ...formRules, defaultValues: { name: '' } });
  const saving = useSaving({ form });
  const add = async (): Promise<void> => {
    const done = await saving.save(() => log.register.addPractice(form.getValues()));
    if (done !== undefined) form.reset();
  };
  const names = register.practices.map(({ name }) => name);
  const fields = (
    <Form of={form} onSave={() => void add()} problem={saving.problem} label="Add a practice">
      <TextField of={form} name="name" label="Name of the practice" />
      <SaveButton busy={saving.busy}>Add this practice</SaveButton>
    </Form>
  );
  return (
    <Card title="Practices">
      <p>{names.length === 0 ? 'No practice has been added yet.' : names.join(', ')}</p>
      {names.length === 0 ? fields : <Details summary="Add a practice">{fields}</Details>}
    </Card>
  );
}
