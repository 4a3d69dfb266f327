import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/calendar.ts';
import { supervisionDue } from '../../../shared/domain/supervision-due.ts';

const day = (text: string): IsoDate => text as IsoDate; // `as`: days written by hand.
const today = day('2026-11-23');

describe('when supervision is due', () => {
  it.each([
    ['an interval after the last session', '2026-11-20', null, '2026-12-21', 'up-to-date'],
    ['on the day that was agreed, earlier than the interval', '2026-11-20', '2026-12-01', '2026-12-01', 'up-to-date'],
    ['on the day that was agreed, later than the interval', '2026-09-01', '2026-12-24', '2026-12-24', 'up-to-date'],
    ['yesterday: overdue', '2026-10-22', null, '2026-11-22', 'overdue'],
    ['today: this week', '2026-10-23', null, '2026-11-23', 'due-this-week'],
    ['in six days: this week', '2026-11-01', '2026-11-29', '2026-11-29', 'due-this-week'],
    ['in seven days: not this week', '2026-11-01', '2026-11-30', '2026-11-30', 'up-to-date'],
    ['long ago, over a change of the clocks and a year', '2025-12-20', null, '2026-01-20', 'overdue'],
    ['after a leap day', '2028-02-01', null, '2028-03-03', 'up-to-date'],
  ] as const)('%s', (_what, heldOn, nextOn, next, state) => {
    const last = { heldOn: day(heldOn), nextOn: nextOn === null ? null : day(nextOn) };
    expect(supervisionDue(last, day('2024-01-01'), 31, today)).toEqual({ next, state });
  });

  it.each([
    ['on the first day', '2026-11-23', '2026-12-24', 'never-met'],
    ['on the last day of the interval', '2026-10-23', '2026-11-23', 'never-met'],
    ['once the interval has passed', '2026-10-22', '2026-11-22', 'overdue'],
  ] as const)('for two who never met, an interval after the one was named: %s', (_what, since, next, state) => {
    expect(supervisionDue(null, day(since), 31, today)).toEqual({ next, state });
  });

  it('never goes back to a better state as days pass', () => {
    const order = ['up-to-date', 'due-this-week', 'overdue'];
    const aDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    const iso = (date: Date): IsoDate => day(date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(aDay, aDay, aDay, fc.integer({ min: 7, max: 366 }), (held, one, other, interval) => {
        const [earlier, later] = [one, other].toSorted((a, b) => a.getTime() - b.getTime());
        const rank = (date: Date | undefined): number =>
          order.indexOf(
            supervisionDue({ heldOn: iso(held), nextOn: null }, iso(held), interval, iso(date ?? held)).state,
          );
        expect(rank(earlier)).toBeLessThanOrEqual(rank(later));
      }),
    );
  });
});
