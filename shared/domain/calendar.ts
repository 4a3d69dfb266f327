import { addDays, format, isValid, parseISO } from 'date-fns';
import { z } from '../zod.ts';

declare const brand: unique symbol;
/** A day of the calendar that exists, as `2026-11-23`. Has no time zone. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };
/** A moment in UTC to the millisecond, as `2026-11-23T09:12:00.000Z`. */
export type Instant = string & { readonly [brand]: 'Instant' };

function dayExists(text: string): boolean {
  return /^(18|19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

/** A real day between 1800 and 2199. Whether it may lie ahead is the rule of the command that takes it. */
export const isoDate = z.custom<IsoDate>(
  (value) => typeof value === 'string' && dayExists(value),
  'Enter a real date, such as 23 November 2026',
);

/** Date.parse takes 30 February for 2 March: written back, such a moment is another text. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value)) return false;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value;
}

export const instant = z.custom<Instant>(isInstant, 'Enter a real date and time');

/** The moment `date` as the store writes it. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant; // `as`: toISOString gives exactly this form for the years 0 to 9999.
}

/** A sentence for each of these days that lies ahead of today. */
export function daysAhead(
  days: Readonly<Record<string, string | undefined>>,
  today: string,
): Readonly<Record<string, string>> {
  const ahead = Object.entries(days).filter(([, day]) => day !== undefined && day > today);
  return Object.fromEntries(ahead.map(([field]) => [field, 'The date must be today or in the past']));
}

/** The first moment of a day in England, where clocks are an hour ahead for half of the year. */
export function beginOfDayInEngland(day: IsoDate): Date {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const inSummer = new Date(midnight - 3_600_000);
  return dayInEngland(inSummer) === day ? inSummer : new Date(midnight);
}

export function dayAfter(day: IsoDate, days = 1): IsoDate {
  return format(addDays(parseISO(day), days), 'yyyy-MM-dd') as IsoDate; // `as`: the pattern is the form of a day.
}

// Making one takes longer than all else that a list of concerns does. sv-SE writes days as ISO 8601 does.
const dayOfEngland = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The day it is in England at `date`. The practice's wall clock decides what "today" means, not UTC. */
export function dayInEngland(date: Date): IsoDate {
  return dayOfEngland.format(date) as IsoDate; // `as`: sv-SE is ISO.
}
