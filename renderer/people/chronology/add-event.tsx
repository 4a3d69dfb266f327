import { useForm } from 'react-hook-form';
import type { InputOf } from '../../../shared/contract/call.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { DateField } from '../../ui/forms/date-field.tsx';
import { blankDate, isoOf } from '../../ui/forms/dates.ts';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { impactWords } from './words.ts';

type Asked = InputOf<Contract['people']['addEvent']>;

const blank = { on: { ...blankDate }, period: '', what: '', source: '', impact: '', action: '' };

const missing = {
  what: 'Enter what happened',
  source: 'Enter where you know it from',
  impact: 'Select how it affected the person',
} as const;

interface Props {
  readonly person: PersonId;
  readonly onClose: () => void;
}

/** Something that happened elsewhere, for the chronology of a conference. */
export function AddEvent({ person, onClose }: Props) {
  const form = useForm({ ...formRules, defaultValues: blank });
  const saving = useSaving({ form, fields: { on: 'on.day' } });
  const save = async (): Promise<void> => {
    const { on, period, action, ...said } = form.getValues();
    const day = isoOf(on);
    if (day === null) form.setError('on.day', { message: 'Enter the day, or about when it began' });
    if (day === 'wrong') form.setError('on.day', { message: 'Enter a real date, such as 23 November 2019' });
    const empty = (['what', 'source', 'impact'] as const).filter((field) => said[field].trim() === '');
    for (const field of empty) form.setError(field, { message: missing[field] });
    if (day === null || day === 'wrong' || empty.length > 0) return;
    const asked = {
      person,
      on: day,
      ...said,
      ...(period.trim() !== '' && { period }),
      ...(action.trim() !== '' && { action }),
    } as Asked; // `as`: the boxes hold a real day and one of the answers.
    if ((await saving.save(() => log.people.addEvent(asked))) !== undefined) onClose();
  };
  return (
    <Dialog title="Add an event from elsewhere" onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Add an event from elsewhere">
        <DateField
          of={form}
          name="on"
          label="When did it happen?"
          hint="If you do not know the day, enter about when it began."
        />
        <TextField
          of={form}
          name="period"
          label="How should the time read? (optional)"
          hint="For example, Winter 2019"
        />
        <TextArea of={form} name="what" label="What happened?" rows={3} max={4_000} />
        <TextField
          of={form}
          name="source"
          label="Where do you know it from?"
          hint="For example, her school, by phone"
        />
        <Choice
          of={form}
          name="impact"
          label="How did it affect the person?"
          options={Object.entries(impactWords).map(([value, label]) => ({ value, label }))}
          inline
        />
        <TextArea of={form} name="action" label="What was done about it? (optional)" rows={2} max={4_000} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Add this event</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
