import { useForm } from 'react-hook-form';
import { dayInEngland } from '../../../shared/domain/calendar.ts';
import type { ThreadId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { answeredDay, blankAnswered, DayAnswered } from './day-answered.tsx';
import { isSound, missing } from './problems.ts';
import { type Escalation, stepWords } from './words.ts';

interface Props {
  readonly concern: ThreadId;
  readonly escalation: Escalation;
  readonly onClose: () => void;
}

const blank = { from: '', on: blankAnswered, said: '', settled: '' as '' | 'yes' | 'no' };

/** What a step of the ladder answered, and whether that settles it. */
export function EscalationAnswerDialog({ concern, escalation, onClose }: Props) {
  const form = useForm({ ...formRules, defaultValues: { ...blank, from: escalation.to } });
  const saving = useSaving({ form, fields: { on: 'on' } });
  const save = async (): Promise<void> => {
    const { from, on, said, settled } = form.getValues();
    const day = answeredDay(on, dayInEngland(new Date()));
    const sound = isSound(form, {
      from: missing(from, 'Enter who answered'),
      ...('problem' in day && { [day.box]: day.problem }),
      said: missing(said, 'Enter what they said'),
      settled: missing(settled, 'Select if it is settled'),
    });
    if (!sound || !('day' in day)) return;
    const answer = { escalation: escalation.event, from, on: day.day, said, settled: settled === 'yes' };
    const done = await saving.save(() => log.concerns.answerEscalation({ concern, ...answer }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Record their answer" onClose={onClose}>
      <p>{stepWords(escalation)}</p>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record their answer">
        <TextField of={form} name="from" label="Who answered?" hint="Their name and what they do" spellCheck={false} />
        <DayAnswered of={form} name="on" label="When did they answer?" />
        <TextArea of={form} name="said" label="What did they say?" rows={3} max={4_000} />
        <Choice
          of={form}
          name="settled"
          label="Is it settled?"
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No', hint: 'You can go on to the next step' },
          ]}
        />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save answer</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
