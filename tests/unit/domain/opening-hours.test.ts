import { describe, expect, it } from 'vitest';
import { dayAfter, dayInEngland, type IsoDate } from '../../../shared/domain/calendar.ts';
import { isOpenAt, momentInEngland, timeInEngland } from '../../../shared/domain/opening-hours.ts';

const hours = { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:30' };
const day = (text: string) => text as IsoDate;

describe('a time of the wall clock in England', () => {
  it.each([
    ['2026-11-24', '18:30', '2026-11-24T18:30:00.000Z'],
    ['2026-07-01', '18:30', '2026-07-01T17:30:00.000Z'],
    // Clocks go forward on 29 March and back on 25 October 2026.
    ['2026-03-29', '00:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '18:30', '2026-03-29T17:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '18:30', '2026-10-25T18:30:00.000Z'],
  ])('%s, %s is %s', (on, time, moment) => {
    expect(momentInEngland(day(on), time)).toBe(moment);
  });

  it('is shown by the clock at that moment, on each day of two years', () => {
    for (let on = day('2027-06-01'); on < '2029-06-01'; on = dayAfter(on)) {
      const at = new Date(momentInEngland(on, '18:30'));
      expect([dayInEngland(at), timeInEngland(at)]).toEqual([on, '18:30']);
    }
  });
});

describe('whether the practice is open', () => {
  it.each([
    ['2026-11-24T08:00:00.000Z', true],
    ['2026-11-24T07:59:59.000Z', false],
    ['2026-11-24T18:30:00.000Z', false],
    ['2026-11-28T12:00:00.000Z', false],
    ['2026-12-25T12:00:00.000Z', false],
    ['2026-12-28T12:00:00.000Z', false],
    ['2026-07-01T07:00:00.000Z', true],
    ['2026-07-01T17:30:00.000Z', false],
  ])('at %s: %s', (at, open) => {
    expect(isOpenAt(hours, new Date(at))).toBe(open);
  });

  it('on a Saturday where it opens then', () => {
    expect(isOpenAt({ ...hours, days: [6] }, new Date('2026-11-28T12:00:00.000Z'))).toBe(true);
  });
});
