import { addDays, format, getDay, isWeekend, lastDayOfMonth, parseISO, previousMonday, startOfMonth } from 'date-fns';
import type { IsoDate } from './calendar.ts';

const iso = (date: Date): IsoDate => format(date, 'yyyy-MM-dd') as IsoDate; // `as`: the pattern is the form of a day.
const monday = 1;

/** Easter Sunday of a year from 1583 on (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Date {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  return new Date(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

function firstMonday(of: Date): Date {
  const first = startOfMonth(of);
  return addDays(first, (monday - getDay(first) + 7) % 7);
}

function lastMonday(of: Date): Date {
  const last = lastDayOfMonth(of);
  return getDay(last) === monday ? last : previousMonday(last);
}

/** A holiday on a weekend is kept on the next weekday that is not a holiday itself. */
function substituted(days: readonly Date[]): readonly IsoDate[] {
  const kept: IsoDate[] = [];
  for (const day of days) {
    let on = day;
    while (isWeekend(on) || kept.includes(iso(on))) on = addDays(on, 1);
    kept.push(iso(on));
  }
  return kept;
}

/** Proclaimed for one year, or moved in one: the rule of that year gives way to it. */
const proclaimed: Readonly<Record<number, { readonly also: readonly string[]; readonly not?: readonly string[] }>> = {
  2020: { also: ['2020-05-08'], not: ['2020-05-04'] },
  2022: { also: ['2022-06-02', '2022-06-03', '2022-09-19'], not: ['2022-05-30'] },
  2023: { also: ['2023-05-08'] },
};

/**
 * The bank holidays of England and Wales in a year (Banking and Financial Dealings Act 1971, Schedule 1, with the common
 * law days and what was proclaimed until 2026). One that is proclaimed later is not known to this version.
 */
export function bankHolidays(year: number): readonly IsoDate[] {
  const easter = easterSunday(year);
  const fixed = substituted([new Date(year, 0, 1)]);
  const christmas = substituted([new Date(year, 11, 25), new Date(year, 11, 26)]);
  const byRule = [
    ...fixed,
    iso(addDays(easter, -2)),
    iso(addDays(easter, 1)),
    iso(firstMonday(new Date(year, 4, 1))),
    iso(lastMonday(new Date(year, 4, 1))),
    iso(lastMonday(new Date(year, 7, 1))),
    ...christmas,
  ];
  const { also = [], not = [] } = proclaimed[year] ?? {};
  const days = [...byRule.filter((day) => !not.includes(day)), ...(also as readonly IsoDate[])]; // `as`: written above as days.
  return days.toSorted();
}

/** Monday to Friday, and no bank holiday of England. */
export function isWorkingDay(day: IsoDate): boolean {
  const date = parseISO(day);
  return !isWeekend(date) && !bankHolidays(date.getFullYear()).includes(day);
}

/**
 * The day that lies so many working days after `day`, as councils count them: the day itself never counts, whatever it is.
 *
 * @param days from 1 to 1,000
 */
export function workingDaysAfter(day: IsoDate, days: number): IsoDate {
  if (!Number.isInteger(days) || days < 1 || days > 1_000) throw new RangeError('working days from 1 to 1,000');
  let on = parseISO(day);
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(iso(on))) left -= 1;
  }
  return iso(on);
}
