import { useForm } from 'react-hook-form';
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
import { sendsNothing } from '../../words/always-true.ts';
import { optionsOf } from '../words.ts';
import { blankDue, dueOf } from './due-days.ts';
import { DueField } from './due-field.tsx';
import { blankMoment, momentOf } from './moment.ts';
import { MomentField } from './moment-field.tsx';
import { isSound, missing, under } from './problems.ts';
import { placeWords, type Referral, sentWords } from './words.ts';

interface Props {
  readonly concern: ThreadId;
  readonly referral: Referral;
  readonly onClose: () => void;
}

/** That somebody outside was asked once more, what came of it, and when to ask again. */
export function ChaseDialog({ concern, referral, onClose }: Props) {
  const form = useForm({
    ...formRules,
    defaultValues: { how: '' as '' | Referral['how'], moment: { ...blankMoment }, outcome: '', due: blankDue },
  });
  const saving = useSaving({ form, fields: { at: 'moment.when', answerDue: 'due' } });
  const save = async (): Promise<void> => {
    const { how, moment, outcome, due } = form.getValues();
    const asked = momentOf(moment);
    const again = dueOf(due);
    const sound = isSound(form, {
      how: missing(how, 'Select how you asked'),
      ...('problems' in asked && under('moment', asked.problems)),
      outcome: missing(outcome, 'Enter what came of it'),
      ...('problem' in again && { [again.box]: again.problem }),
    });
    if (!sound || how === '' || !('at' in asked) || !('day' in again)) return;
    const which = { concern, referral: referral.event };
    const done = await saving.save(() =>
      log.concerns.chase({ ...which, how, at: asked.at, outcome, answerDue: again.day }),
    );
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Ask again" onClose={onClose}>
      <p>{placeWords(referral)}</p>
      <p>Ask them first, then write it down here. {sendsNothing}</p>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Ask again">
        <Choice of={form} name="how" label="How did you ask?" inline options={optionsOf(sentWords)} />
        <MomentField of={form} at="moment" label="When did you ask?" />
        <TextArea
          of={form}
          name="outcome"
          label="What came of it?"
          hint="Who you spoke to and what they said. Also if nobody answered."
          rows={2}
          max={4_000}
        />
        <DueField of={form} name="due" />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
