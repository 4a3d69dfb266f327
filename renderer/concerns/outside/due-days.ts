import { dayInEngland, type IsoDate } from '../../../shared/domain/calendar.ts';
import { workingDaysAfter } from '../../../shared/domain/working-days.ts';
import { blankDate, chosenDay, type QuickDateValue } from '../../ui/forms/dates.ts';
import { weekday } from '../../words/dates.ts';

export const noDay = 'none';
export const blankDue: QuickDateValue = { choice: '', other: { ...blankDate } };

interface DueOption {
  readonly value: string;
  readonly label: string;
}

function inDays(days: number, now: Date): DueOption {
  const day = workingDaysAfter(dayInEngland(now), days);
  return { value: day, label: `In ${days === 1 ? '1 working day' : `${days} working days`}: ${weekday(day)}` };
}

/** By when somebody asks again, in working days as councils count them. */
export function dueOptions(now: Date, days: readonly number[] = [1, 3, 5]): readonly DueOption[] {
  return [
    ...days.map((count) => inDays(count, now)),
    { value: noDay, label: 'No day. Nobody is reminded to ask again' },
  ];
}

/** The day, null for none; or what is wrong, and in which box. */
export function dueOf(
  value: QuickDateValue,
  now: Date = new Date(),
): { readonly day: IsoDate | null } | { readonly box: 'due' | 'due.other'; readonly problem: string } {
  if (value.choice === '') return { box: 'due', problem: 'Select when you ask again' };
  if (value.choice === noDay) return { day: null };
  const day = chosenDay(value);
  if (day === null) return { box: 'due.other', problem: 'Enter the day' };
  if (day === 'wrong') return { box: 'due.other', problem: 'Enter a real date, such as 23 November 2026' };
  if (day < dayInEngland(now)) return { box: 'due.other', problem: 'The day must be today or later' };
  return { day: day as IsoDate }; // `as`: it was read as a real day.
}
