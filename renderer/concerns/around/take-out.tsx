import { useForm } from 'react-hook-form';
import type { PersonInConcern } from '../../../shared/contract/concern-around.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { noteText } from '../../../shared/domain/text.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { placedName } from './words.ts';

interface Props {
  readonly page: ConcernPage;
  readonly placed: PersonInConcern;
  readonly onClose: () => void;
}

/** Takes somebody out of a concern by a new entry. What was written stays, struck through. */
export function TakeOut({ page: { concern }, placed, onClose }: Props) {
  const form = useForm({ ...formRules, defaultValues: { why: '' } });
  const saving = useSaving({ form });
  const title = 'Take out of this concern';
  const save = async (): Promise<void> => {
    const { why } = form.getValues();
    const saved = await saving.save(() => log.concerns.takePersonOut({ concern, placed: placed.event, why }));
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>
        <strong>{placedName(placed)}</strong> no longer shows among the people of this concern. What was written stays
        below it, struck through.
      </p>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label={title}>
        <TextArea of={form} name="why" label="Why are they taken out?" rows={3} max={noteText} spellCheck />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Take out</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
