import { addDays, format } from 'date-fns';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { chosenDay, keptDay, type QuickDateValue } from '../ui/forms/dates.ts';
import { weekday } from '../words/dates.ts';

/** A day near today: how it is called, and how far away it is. */
interface Near {
  readonly words: string;
  readonly days: number;
}

export const lately: readonly Near[] = [
  { words: 'Today', days: 0 },
  { words: 'Yesterday', days: -1 },
];

export const soon: readonly Near[] = [
  { words: 'Today', days: 0 },
  { words: 'In 2 days', days: 2 },
  { words: 'In 1 week', days: 7 },
  { words: 'In 2 weeks', days: 14 },
];

/** As radios say them: with the real date, so that nobody has to count. What is kept is the date. */
export function optionsOf(near: readonly Near[], now: Date) {
  return near.map(({ words, days }) => {
    const day = addDays(now, days);
    return { value: format(day, 'yyyy-MM-dd'), label: `${words}: ${weekday(day)}` };
  });
}

/** What a draft holds, as it can be shown today. */
export function continuedDay(value: QuickDateValue, near: readonly Near[], now: Date): QuickDateValue {
  return keptDay(
    value,
    optionsOf(near, now).map((option) => option.value),
  );
}

/** The day that was chosen or typed; null for none, 'wrong' for what is no date. */
export function dayOf(value: QuickDateValue): IsoDate | 'wrong' | null {
  return chosenDay(value) as IsoDate | 'wrong' | null; // `as`: the log refuses what is not a real day.
}
