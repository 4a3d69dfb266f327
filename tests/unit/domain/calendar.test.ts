import { describe, expect, it } from 'vitest';
import {
  beginOfDayInEngland,
  dayAfter,
  dayInEngland,
  instant,
  instantOf,
  isoDate,
} from '../../../shared/domain/calendar.ts';

describe('days', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '1800-01-01', '2199-12-31'])('takes %s', (day) => {
    expect(isoDate.parse(day)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '1799-12-31',
    '2200-01-01',
    '26-01-01',
    '2026-1-1',
    '2026/01/01',
    '01-02-2026',
    '2026-01-01T00:00:00.000Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
    20_260_101,
    null,
    new Date(0),
  ])('refuses %s, which is no day of the calendar or not written as one', (day) => {
    expect(isoDate.safeParse(day).error?.issues[0]?.message).toBe('Enter a real date, such as 23 November 2026');
  });
});

describe('moments', () => {
  it.each(['2026-11-23T09:12:00.000Z', '2024-02-29T23:59:59.999Z'])('takes %s', (moment) => {
    expect(instant.parse(moment)).toBe(moment);
    expect(instantOf(new Date(moment))).toBe(moment);
  });

  it.each([
    '2026-11-23T09:12:00Z',
    '2026-11-23T09:12:00.000+01:00',
    '2026-11-23 09:12:00.000Z',
    '2026-11-23T25:12:00.000Z',
    '2026-13-23T09:12:00.000Z',
    '2026-11-23T09:12:00.000Z\n',
    1_790_845_202_000,
  ])('refuses %s', (moment) => {
    expect(instant.safeParse(moment).success).toBe(false);
  });

  it.each(['2026-02-30T09:12:00.000Z', '2025-02-29T00:00:00.000Z', '2026-11-23T24:00:00.000Z'])(
    'refuses %s, a moment that does not exist',
    (moment) => {
      expect(instant.safeParse(moment).success).toBe(false);
    },
  );
});

describe('the day in England', () => {
  it.each([
    ['in winter', '2026-01-15T23:59:59.999Z', '2026-01-15'],
    ['in winter, at midnight', '2026-01-16T00:00:00.000Z', '2026-01-16'],
    ['the last second before summer time begins', '2026-03-29T00:59:59.999Z', '2026-03-29'],
    ['the evening before summer time begins', '2026-03-28T23:30:00.000Z', '2026-03-28'],
    ['the first evening of summer time', '2026-03-29T23:00:00.000Z', '2026-03-30'],
    ['in summer, an hour before midnight UTC', '2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['in summer, when UTC is still the day before', '2026-07-01T23:00:00.000Z', '2026-07-02'],
    ['the last evening of summer time', '2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['the evening after summer time has ended', '2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['at the turn of the year', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['on a leap day', '2028-02-29T12:00:00.000Z', '2028-02-29'],
  ])('is right %s', (_when, moment, day) => {
    expect(dayInEngland(new Date(moment))).toBe(day);
  });

  it('is always a day that the calendar takes', () => {
    const start = Date.parse('2026-01-01T00:00:00.000Z');
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const day = dayInEngland(new Date(start + hour * 3_600_000));
      expect(isoDate.safeParse(day).success).toBe(true);
    }
  });
});

describe('a day in England', () => {
  it.each([
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z'],
  ])('%s begins at %s', (text, begin) => {
    const day = isoDate.parse(text);
    const at = beginOfDayInEngland(day);
    expect(at.toISOString()).toBe(begin);
    expect(dayInEngland(at)).toBe(day);
    expect(dayInEngland(new Date(at.getTime() - 1))).toBe(dayAfter(day, -1));
  });
});
