import { describe, expect, it } from 'vitest';
import { dayAfter, type IsoDate } from '../../../shared/domain/calendar.ts';
import { bankHolidays, isWorkingDay, workingDaysAfter } from '../../../shared/domain/working-days.ts';

const day = (text: string) => text as IsoDate;

describe('bank holidays of England', () => {
  // As GOV.UK lists them.
  it.each([
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('%i', (year, days) => {
    expect(
      bankHolidays(year)
        .map((one) => one.slice(5))
        .join(' '),
    ).toBe(days);
  });

  it('are eight different weekdays in each year, but for what was proclaimed', () => {
    for (let year = 2024; year <= 2199; year += 1) {
      const days = bankHolidays(year);
      expect(new Set(days).size, String(year)).toBe(8);
      for (const one of days) expect(isWorkingDay(one), one).toBe(false);
    }
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-24', 3, '2026-12-31'],
    ['2027-03-25', 1, '2027-03-30'],
    ['2028-02-28', 2, '2028-03-01'],
  ])('after %s, %i of them: %s', (from, days, to) => {
    expect(workingDaysAfter(day(from), days)).toBe(to);
  });

  it('are reached one after the other, over clock changes and leap days', () => {
    for (let from = day('2027-12-01'); from < '2029-04-30'; from = dayAfter(from)) {
      const ten = workingDaysAfter(from, 10);
      expect(isWorkingDay(ten)).toBe(true);
      expect(workingDaysAfter(workingDaysAfter(from, 4), 6)).toBe(ten);
      expect(ten > from).toBe(true);
    }
  });

  it.each([0, -1, 1.5, 1_001, Number.NaN])('of %d there are none', (days) => {
    expect(() => workingDaysAfter(day('2026-11-23'), days)).toThrow(RangeError);
  });
});
