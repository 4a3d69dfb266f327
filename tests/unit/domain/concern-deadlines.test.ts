import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayInEngland, type Instant, type IsoDate, instantOf } from '../../../shared/domain/calendar.ts';
import {
  howSoonOf,
  isForDeputies,
  isLate,
  lateBy,
  managerToldFrom,
  nextDue,
  type Progress,
} from '../../../shared/domain/concern-deadlines.ts';
import { timeInEngland } from '../../../shared/domain/opening-hours.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { settingsAtFirst } from '../../../shared/policy/register/settings.ts';

const { concernDeadlines: deadlines, openingHours } = settingsAtFirst;
const clocks = { deadlines, openingHours };
const hour = 3_600_000;
const at = (text: string) => `${text}:00.000Z` as Instant;
const day = (text: string) => text as IsoDate;

const raised = (raisedAt: Instant, said: Partial<Progress> = {}): Progress => ({
  raisedAt,
  howSoon: null,
  dangerNow: 'no',
  acknowledgedAt: null,
  decided: false,
  reopenedAt: null,
  unanswered: [],
  reviewOn: null,
  closed: false,
  ...said,
});

// Over leap days, both clock changes, Easters and Christmases of eight years.
const anyMoment = fc
  .integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2031-12-31T00:00:00Z') })
  .map((ms) => instantOf(new Date(ms)));

describe('before a decision', () => {
  it.each([
    // Friday evening: "now" and "today" run through the weekend, all else waits for Monday.
    ['now', '2026-11-27T19:00', 'acknowledge', '2026-11-27T20:00'],
    ['today', '2026-11-27T19:00', 'acknowledge', '2026-11-27T23:00'],
    ['next-working-day', '2026-11-27T19:00', 'decide', '2026-11-30T18:30'],
    ['next-working-day', '2026-11-23T16:20', 'decide', '2026-11-24T18:30'],
    // Over Christmas, Boxing Day's substitute and the clock change of March.
    ['next-working-day', '2026-12-24T09:00', 'decide', '2026-12-29T18:30'],
    ['next-working-day', '2027-03-26T09:00', 'decide', '2027-03-30T17:30'],
    ['next-working-day', '2028-02-28T09:00', 'decide', '2028-02-29T18:30'],
    // The hour that does not exist is no hour less to act in.
    ['now', '2027-03-28T00:30', 'acknowledge', '2027-03-28T01:30'],
  ] as const)('%s, raised %s: %s by %s', (howSoon, when, step, by) => {
    expect(nextDue(raised(at(when), { howSoon }), clocks)).toMatchObject({ step, by: at(by) });
  });

  it('then the decision, counted from when it was raised', () => {
    const acknowledgedAt = at('2026-11-27T19:10');
    const due = (howSoon: Progress['howSoon']) =>
      nextDue(raised(at('2026-11-27T19:00'), { howSoon, acknowledgedAt }), clocks);
    expect(due('now')).toEqual({ step: 'decide', by: at('2026-11-28T19:00'), on: null });
    expect(due('today')).toEqual({ step: 'decide', by: at('2026-11-28T19:00'), on: null });
    expect(due(null)).toEqual({ step: 'decide', by: at('2026-11-30T18:30'), on: '2026-11-30' });
  });

  it('danger now is "now" where nobody said how soon, and what was said wins', () => {
    const all = [
      howSoonOf({ howSoon: null, dangerNow: 'yes' }, 'next-working-day'),
      howSoonOf({ howSoon: null, dangerNow: 'not-sure' }, 'next-working-day'),
      howSoonOf({ howSoon: null, dangerNow: 'not-sure' }, 'now'),
      howSoonOf({ howSoon: null, dangerNow: 'no' }, 'today'),
      howSoonOf({ howSoon: 'next-working-day', dangerNow: 'yes' }, 'now'),
    ];
    expect(all).toEqual(['now', 'today', 'now', 'today', 'next-working-day']);
  });

  it('clock hours are hours, whatever the day', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 24 }), (raisedAt, nowHours) => {
        const due = nextDue(raised(raisedAt, { howSoon: 'now' }), { ...clocks, deadlines: { ...deadlines, nowHours } });
        expect(Date.parse(due?.by ?? '') - Date.parse(raisedAt)).toBe(nowHours * hour);
        expect(due?.on).toBeNull();
      }),
    );
  });

  it('a day is a working day after the one it was raised on, and ends when the practice closes', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 20 }), (raisedAt, decisionDays) => {
        const due = nextDue(raised(raisedAt), { ...clocks, deadlines: { ...deadlines, decisionDays } });
        const raisedOn = dayInEngland(new Date(raisedAt));
        if (due === null || due.on === null) throw new Error('nothing is due');
        expect(isWorkingDay(due.on)).toBe(true);
        expect(timeInEngland(new Date(due.by))).toBe('18:30');
        expect(dayInEngland(new Date(due.by))).toBe(due.on);
        let between = 0;
        for (let one = dayAfter(raisedOn); one <= due.on; one = dayAfter(one)) between += Number(isWorkingDay(one));
        expect(between).toBe(decisionDays);
      }),
      { numRuns: 40 },
    );
  });

  it('more haste is never due later, and raising later is never due sooner', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        const by = (when: Instant, howSoon: Progress['howSoon']) =>
          nextDue(raised(when, { howSoon }), clocks)?.by ?? '';
        expect(by(first, 'now') <= by(first, 'today')).toBe(true);
        expect(by(first, 'today') <= by(first, 'next-working-day')).toBe(true);
        expect(by(first, null) <= by(second, null)).toBe(true);
        expect(managerToldFrom(first, clocks) > by(first, null)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('after a decision', () => {
  const decided = { acknowledgedAt: at('2026-11-23T17:00'), decided: true };
  const due = (said: Partial<Progress>) => nextDue(raised(at('2026-11-23T16:20'), { ...decided, ...said }), clocks);

  it('nothing is due unless somebody set a day, and nothing once it is closed', () => {
    expect(due({})).toBeNull();
    expect(due({ reviewOn: day('2026-12-01'), closed: true })).toBeNull();
  });

  it('the earliest of reviews and answers from outside', () => {
    const review = { reviewOn: day('2026-12-01') };
    expect(due(review)).toEqual({ step: 'review', by: at('2026-12-01T18:30'), on: '2026-12-01' });
    const answer = (on: string | null) => ({ on: on as IsoDate | null, sentAt: at('2026-11-24T10:00') });
    expect(due({ ...review, unanswered: [answer('2026-12-04')] })?.step).toBe('review');
    expect(due({ ...review, unanswered: [answer('2026-12-04'), answer(null)] })).toEqual({
      step: 'answer',
      by: at('2026-11-27T18:30'),
      on: '2026-11-27',
    });
  });

  it('once it is reopened a new decision, counted from then', () => {
    const reopened = due({ decided: false, reopenedAt: at('2026-12-04T10:00') });
    expect(reopened).toEqual({ step: 'decide', by: at('2026-12-07T18:30'), on: '2026-12-07' });
  });
});

describe('late', () => {
  const due = nextDue(raised(at('2026-11-23T10:00'), { howSoon: 'today' }), clocks);
  const on = (text: string) => new Date(at(text));

  it('is from the moment after it was due', () => {
    expect(isLate(due, on('2026-11-23T14:00'))).toBe(false);
    expect(isLate(due, new Date('2026-11-23T14:00:00.001Z'))).toBe(true);
    expect(due === null ? 0 : lateBy(due, on('2026-11-23T15:00'))).toBe(hour);
    expect(isLate(null, on('2026-11-23T15:00'))).toBe(false);
  });

  it('moves to the deputies after so many hours, and later to the managers', () => {
    expect(isForDeputies(due, on('2026-11-23T16:00'), deadlines)).toBe(false);
    expect(isForDeputies(due, on('2026-11-23T16:01'), deadlines)).toBe(true);
    // Due on Tuesday; two working days later.
    expect(managerToldFrom(at('2026-11-23T10:00'), clocks)).toBe(at('2026-11-26T18:30'));
    expect(managerToldFrom(at('2026-11-27T10:00'), clocks)).toBe(at('2026-12-02T18:30'));
  });
});
