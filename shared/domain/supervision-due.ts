import { addDays, format, parseISO } from 'date-fns';
import type { IsoDate } from './calendar.ts';

export type DueState = 'never-met' | 'overdue' | 'due-this-week' | 'up-to-date';

interface Held {
  readonly heldOn: IsoDate;
  /** The day that was agreed for the next one. */
  readonly nextOn: IsoDate | null;
}

function daysAfter(day: IsoDate, days: number): IsoDate {
  return format(addDays(parseISO(day), days), 'yyyy-MM-dd') as IsoDate; // `as`: the pattern is the form of a day.
}

/**
 * When two people should meet next: on the day that they agreed, else an interval after they last met. "This week" is
 * today and the six days after it, so that a Friday does not hide what Monday brings.
 *
 * Who never met should within an interval after the supervisor was named (`since`), and is overdue only after that.
 */
export function supervisionDue(
  last: Held | null,
  since: IsoDate,
  intervalDays: number,
  today: IsoDate,
): { readonly next: IsoDate; readonly state: DueState } {
  if (last === null) {
    const first = daysAfter(since, intervalDays);
    return { next: first, state: first < today ? 'overdue' : 'never-met' };
  }
  const next = last.nextOn ?? daysAfter(last.heldOn, intervalDays);
  if (next < today) return { next, state: 'overdue' };
  return { next, state: next <= daysAfter(today, 6) ? 'due-this-week' : 'up-to-date' };
}
