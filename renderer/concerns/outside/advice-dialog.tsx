import { useForm } from 'react-hook-form';
import type { ThreadId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { blankMoment, momentOf } from './moment.ts';
import { MomentField } from './moment-field.tsx';
import { isSound, missing, under } from './problems.ts';

interface Props {
  readonly concern: ThreadId;
  readonly onClose: () => void;
}

/** What somebody advised: a named GP, the council's advice line, a colleague. */
export function AdviceDialog({ concern, onClose }: Props) {
  const form = useForm({ ...formRules, defaultValues: { from: '', moment: { ...blankMoment }, advice: '' } });
  const saving = useSaving({ form, fields: { at: 'moment.when' } });
  const save = async (): Promise<void> => {
    const { from, moment, advice } = form.getValues();
    const taken = momentOf(moment);
    const sound = isSound(form, {
      from: missing(from, 'Enter who gave the advice'),
      ...('problems' in taken && under('moment', taken.problems)),
      advice: missing(advice, 'Enter what they advised'),
    });
    if (!sound || !('at' in taken)) return;
    const done = await saving.save(() => log.concerns.takeAdvice({ concern, from, at: taken.at, advice }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Record advice" onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record advice">
        <TextField
          of={form}
          name="from"
          label="Who gave the advice?"
          hint="Their name and what they do. For example, the Named GP or the council’s advice line."
          spellCheck={false}
        />
        <MomentField of={form} at="moment" label="When did they give it?" />
        <TextArea of={form} name="advice" label="What did they advise?" rows={4} max={20_000} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save advice</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
