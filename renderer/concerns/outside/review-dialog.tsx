import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { dayInEngland, type IsoDate } from '../../../shared/domain/calendar.ts';
import type { ThreadId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { blankDate, chosenDay, type QuickDateValue } from '../../ui/forms/dates.ts';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { QuickDate } from '../../ui/forms/quick-date.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { weekday } from '../../words/dates.ts';
import { nearDays, noReview } from '../decide-form.ts';
import { isSound, missing } from './problems.ts';

interface Props {
  readonly concern: ThreadId;
  readonly onClose: () => void;
}

type Next = { readonly day: IsoDate | null } | { readonly box: 'next' | 'next.other'; readonly problem: string };

function nextDay(value: QuickDateValue): Next {
  if (value.choice === '') return { box: 'next', problem: 'Select a next review date' };
  if (value.choice === noReview) return { day: null };
  const day = chosenDay(value);
  if (day === null) return { box: 'next.other', problem: 'Enter the next review date' };
  if (day === 'wrong') return { box: 'next.other', problem: 'Enter a real date, such as 23 November 2026' };
  if (day < dayInEngland(new Date())) return { box: 'next.other', problem: 'The review date must be today or later' };
  return { day: day as IsoDate }; // `as`: it was read as a real day.
}

/** What a look back found, and when to look again. */
export function ReviewDialog({ concern, onClose }: Props) {
  const [options] = useState(() =>
    nearDays(new Date()).map(({ words, day }) => ({ value: day, label: `${words}: ${weekday(day)}` })),
  );
  const blankNext: QuickDateValue = { choice: '', other: { ...blankDate } };
  const form = useForm({ ...formRules, defaultValues: { found: '', next: blankNext } });
  const saving = useSaving({ form, fields: { nextOn: 'next' } });
  const save = async (): Promise<void> => {
    const { found, next } = form.getValues();
    const chosen = nextDay(next);
    const sound = isSound(form, {
      found: missing(found, 'Enter what you found'),
      ...('problem' in chosen && { [chosen.box]: chosen.problem }),
    });
    if (!sound || !('day' in chosen)) return;
    const done = await saving.save(() => log.concerns.review({ concern, found, nextOn: chosen.day }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Record a review" onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record a review">
        <TextArea
          of={form}
          name="found"
          label="What did you find?"
          hint="What has changed, what helps, and how the person is."
          rows={4}
          max={20_000}
        />
        <QuickDate
          of={form}
          name="next"
          label="Next review"
          options={[...options, { value: noReview, label: 'No review' }]}
        />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save review</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
