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
import { optionsOf } from '../words.ts';
import { answeredDay, blankAnswered, DayAnswered } from './day-answered.tsx';
import { blankDue, dueOf } from './due-days.ts';
import { DueField } from './due-field.tsx';
import { isSound, missing } from './problems.ts';
import { type Answer, answerWords, placeWords, type Referral } from './words.ts';

interface Props {
  readonly concern: ThreadId;
  readonly referral: Referral;
  readonly onClose: () => void;
}

const blank = {
  answer: '' as '' | Answer,
  from: '',
  on: blankAnswered,
  said: '',
  theirReference: '',
  due: blankDue,
};

function useAnswer({ concern, referral, onClose }: Props) {
  const form = useForm({ ...formRules, defaultValues: blank });
  const saving = useSaving({ form, fields: { on: 'on', answerDue: 'due' } });
  const save = async (): Promise<void> => {
    const { answer, from, on, said, theirReference, due } = form.getValues();
    const day = answeredDay(on, dayInEngland(new Date()));
    // Only where they have not decided yet does somebody still have to ask.
    const again = answer === 'acknowledged' ? dueOf(due) : { day: null };
    const sound = isSound(form, {
      answer: missing(answer, 'Select what they answered'),
      from: missing(from, 'Enter who answered'),
      ...('problem' in day && { [day.box]: day.problem }),
      said: missing(said, 'Enter what they said'),
      ...('problem' in again && { [again.box]: again.problem }),
    });
    if (!sound || answer === '' || !('day' in day) || !('day' in again)) return;
    const which = { concern, referral: referral.event };
    const done = await saving.save(() =>
      log.concerns.answerOutside({
        ...which,
        answer,
        from,
        said,
        theirReference,
        on: day.day,
        ...(answer === 'acknowledged' && { answerDue: again.day }),
      }),
    );
    if (done !== undefined) onClose();
  };
  return { form, saving, save };
}

/** What somebody outside answered to a referral: it came, they take it, or they do not. */
export function AnswerDialog(props: Props) {
  const { referral, onClose } = props;
  const { form, saving, save } = useAnswer(props);
  const due = <DueField of={form} name="due" />;
  const options = optionsOf(answerWords).map((one) => ({ ...one, reveal: one.value === 'acknowledged' ? due : null }));
  return (
    <Dialog title="Record their answer" onClose={onClose}>
      <p>{placeWords(referral)}</p>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record their answer">
        <Choice of={form} name="answer" label="What did they answer?" options={options} />
        <TextField of={form} name="from" label="Who answered?" hint="Their name and what they do" spellCheck={false} />
        <DayAnswered of={form} name="on" label="When did they answer?" />
        <TextArea of={form} name="said" label="What did they say?" rows={3} max={4_000} />
        <TextField of={form} name="theirReference" label="Their reference (optional)" width={20} spellCheck={false} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save answer</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
