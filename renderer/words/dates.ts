import { differenceInCalendarDays, differenceInMonths, differenceInYears, format, isSameDay, parseISO } from 'date-fns';
import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';

/** `24 November 2026`. Takes a day or a moment; the computer's own clock is the practice's. */
export function longDate(iso: IsoDate | Instant | string): string {
  return format(parseISO(iso), 'd MMMM yyyy');
}

/** `Tuesday 24 November 2026`. */
export function weekday(date: Date | string): string {
  return format(typeof date === 'string' ? parseISO(date) : date, 'EEEE d MMMM yyyy');
}

/** `9:12am`, `midday`, `midnight` (NHS content style). */
export function clockTime(iso: Instant | string): string {
  const at = parseISO(iso);
  const plain = format(at, 'h:mmaaa');
  if (plain === '12:00pm') return 'midday';
  return plain === '12:00am' ? 'midnight' : plain;
}

/** `24 November 2026, 9:12am`. */
export function dateAndTime(iso: Instant | string): string {
  return `${longDate(iso)}, ${clockTime(iso)}`;
}

/** `today, 9:12am`, else the date and time. */
export function whenWords(iso: Instant | string, now: Date = new Date()): string {
  return isSameDay(parseISO(iso), now) ? `today, ${clockTime(iso)}` : dateAndTime(iso);
}

/** Beside a phone number: on which day somebody last checked it. */
export function checkedWords(checkedOn: IsoDate | null): string {
  return checkedOn === null ? 'Not checked yet' : `Last checked ${longDate(checkedOn)}`;
}

export function ageOn(born: string, now: Date = new Date()): number {
  return differenceInYears(now, parseISO(born));
}

/** `34`; of a baby `3 months` or `9 days`, where years say nothing. */
export function ageWords(born: string, now: Date = new Date()): string {
  const years = ageOn(born, now);
  if (years >= 2) return String(years);
  const months = differenceInMonths(now, parseISO(born));
  if (months >= 1) return months === 1 ? '1 month' : `${months} months`;
  const days = differenceInCalendarDays(now, parseISO(born));
  return days === 1 ? '1 day' : `${days} days`;
}

export interface Due {
  readonly words: string;
  readonly late: boolean;
}

/** `7 days overdue`, `Due today`, `Due tomorrow`, `Due 26 November 2026`. */
export function dueWords(day: string, now: Date = new Date()): Due {
  const days = differenceInCalendarDays(parseISO(day), now);
  if (days < 0) return { words: days === -1 ? '1 day overdue' : `${-days} days overdue`, late: true };
  if (days === 0) return { words: 'Due today', late: false };
  return { words: days === 1 ? 'Due tomorrow' : `Due ${longDate(day)}`, late: false };
}
