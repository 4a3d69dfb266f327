import { getISODay, parseISO } from 'date-fns';
import { beginOfDayInEngland, dayInEngland, type Instant, type IsoDate, instantOf } from './calendar.ts';
import { bankHolidays } from './working-days.ts';

export interface OpeningHours {
  /** 1 is Monday. */
  readonly days: readonly number[];
  /** Times of the practice's wall clock, as `08:00`. */
  readonly from: string;
  readonly until: string;
}

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const minute = 60_000;

/** The wall clock in England at `date`, as `18:30`. */
export function timeInEngland(date: Date): string {
  return wallClock.format(date);
}

/**
 * The moment at which the wall clock in England shows `time` on `day`: the first of two where clocks go back; where they
 * go forward and jump over it, an hour later by the clock.
 *
 * @param time as `18:30`
 */
export function momentInEngland(day: IsoDate, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const begin = beginOfDayInEngland(day).getTime();
  const straight = begin + (hours * 60 + minutes) * minute;
  const candidates = [straight - 60 * minute, straight, straight + 60 * minute].map((ms) => new Date(ms));
  const shown = candidates.find((date) => dayInEngland(date) === day && timeInEngland(date) >= time);
  return instantOf(shown ?? new Date(straight));
}

/** Whether somebody is at the practice at that moment: in its hours, and on no bank holiday of England. */
export function isOpenAt({ days, from, until }: OpeningHours, at: Date): boolean {
  const day = dayInEngland(at);
  const date = parseISO(day);
  if (!days.includes(getISODay(date)) || bankHolidays(date.getFullYear()).includes(day)) return false;
  const time = timeInEngland(at);
  return from <= time && time < until;
}
