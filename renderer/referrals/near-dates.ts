import { addDays, format } from 'date-fns';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { isoOf } from '../ui/forms/dates.ts';
import type { QuickDateValue } from '../ui/forms/quick-date.tsx';
import { weekday } from '../words/dates.ts';

/** A day near today: how it is called, and how far away it is. */
interface Near {
  readonly value: string;
  readonly words: string;
  readonly days: number;
}

export const lately: readonly Near[] = [
  { value: 'today', words: 'Today', days: 0 },
  { value: 'yesterday', words: 'Yesterday', days: -1 },
];

export const soon: readonly Near[] = [
  { value: 'in-2-days', words: 'In 2 days', days: 2 },
  { value: 'in-1-week', words: 'In 1 week', days: 7 },
  { value: 'in-2-weeks', words: 'In 2 weeks', days: 14 },
];

/** As radios say them: with the real date, so that nobody has to count. */
export function optionsOf(near: readonly Near[], now: Date) {
  return near.map(({ value, words, days }) => ({ value, label: `${words}: ${weekday(addDays(now, days))}` }));
}

/** The day that was chosen or typed; null for none, 'wrong' for what is no date. */
export function dayOf({ choice, other }: QuickDateValue, near: readonly Near[], now: Date): IsoDate | 'wrong' | null {
  const chosen = near.find(({ value }) => value === choice);
  if (chosen !== undefined) return format(addDays(now, chosen.days), 'yyyy-MM-dd') as IsoDate; // `as`: exactly that form.
  return choice === 'other' ? (isoOf(other) as IsoDate | 'wrong' | null) : null; // `as`: the log refuses what is not a real day.
}
