import { describe, expect, it } from 'vitest';
import {
  blankDecision,
  continued,
  type DecideValues,
  inputOf,
  nearDays,
} from '../../../renderer/concerns/decide-form.ts';
import { blankRaise, continuedRaise } from '../../../renderer/concerns/raise-form.ts';
import {
  blankTelling,
  continuedTelling,
  readTelling,
  type TellingValues,
} from '../../../renderer/concerns/telling-form.ts';
import { blankAnswer, continuedAnswer } from '../../../renderer/referrals/answer-form.ts';
import { lately, optionsOf, soon } from '../../../renderer/referrals/near-dates.ts';
import { blankReferral, continuedReferral, referralFrom } from '../../../renderer/referrals/referral-form.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { instantOf } from '../../../shared/domain/calendar.ts';
import type { ThreadId } from '../../../shared/domain/ids.ts';

const monday = new Date('2026-11-23T15:00:00Z');
const tuesday = new Date('2026-11-24T09:00:00Z');
const boxes = { day: '23', month: '11', year: '2026' };

const told = (more: Partial<TellingValues>): TellingValues => ({
  ...blankTelling,
  who: 'Duty GP',
  how: 'phone',
  reached: 'yes',
  ...more,
});

describe('a telling in a draft that is gone on with on another day', () => {
  it.each<[string, Partial<TellingValues>, string]>([
    ['earlier today', { when: '2026-11-23', time: '9:10am' }, '2026-11-23T09:10:00.000Z'],
    ['just now', { when: 'now', at: '2026-11-23T14:55:00.000Z' }, '2026-11-23T14:55:00.000Z'],
  ])('"%s" stays the day on which it was chosen, whether or not the form is opened again', (_words, chosen, at) => {
    const values = told(chosen);
    expect(continuedTelling(values, monday)).toEqual(values);
    const later = continuedTelling(values, tuesday);
    expect(later).toMatchObject({ when: 'earlier', at: '', day: boxes });
    for (const one of [values, later]) {
      expect(readTelling(one, tuesday, false)).toMatchObject({ told: { at }, problems: {} });
    }
    const raise = { ...blankRaise, takeover: { state: 'somebody' as const, told: values }, told: [values] };
    expect(continuedRaise(raise, [], tuesday)).toMatchObject({ takeover: { told: later }, told: [later] });
  });

  it('asks again where an older form kept the word', () => {
    const { problems } = readTelling(told({ when: 'today', time: '9:10am' }), tuesday, false);
    expect(problems).toEqual({ when: 'Select when you told them' });
  });

  it('refuses a time of today that is still to come', () => {
    const { problems } = readTelling(told({ when: '2026-11-23', time: '4:25pm' }), monday, false);
    expect(problems).toEqual({ time: 'The time must be now or in the past' });
    expect(instantOf(monday) < '2026-11-23T16:25:00.000Z').toBe(true);
  });
});

describe('a near day of a referral', () => {
  const [sent = '', yesterday = ''] = optionsOf(lately, monday).map(({ value }) => value);
  const reply = optionsOf(soon, monday)[2]?.value ?? '';
  const chosen = (choice: string) => ({ choice, other: { day: '', month: '', year: '' } });

  it('is kept as the day', () => {
    expect([sent, yesterday, reply]).toEqual(['2026-11-23', '2026-11-22', '2026-11-30']);
    const values = { ...blankReferral, sentOn: chosen(sent), replyBy: chosen(reply) };
    expect(continuedReferral(values, monday)).toEqual(values);
    const later = continuedReferral(values, tuesday);
    // What was today is yesterday now, and is offered as that.
    expect(later.sentOn).toEqual(chosen(sent));
    expect(later.replyBy).toEqual({ choice: 'other', other: { day: '30', month: '11', year: '2026' } });
    for (const one of [values, later]) {
      expect(referralFrom(one)).toMatchObject({ sentOn: '2026-11-23', replyBy: '2026-11-30' });
    }
  });

  it('is kept as the day in an answer too', () => {
    const values = { ...blankAnswer('r' as ThreadId), answeredOn: chosen(yesterday) }; // `as`: any id does.
    expect(continuedAnswer(values, tuesday).answeredOn).toEqual({
      choice: 'other',
      other: { day: '22', month: '11', year: '2026' },
    });
  });
});

describe('a decision', () => {
  const page = { concern: 'c', newest: 'e' } as ConcernPage; // `as`: nothing else of it is asked.
  const decided: DecideValues = {
    ...blankDecision(page),
    decision: 'internal-action',
    sharing: 'not-shared',
    reason: 'Spoke to him.',
    review: { choice: nearDays(monday)[1]?.day ?? '', other: { day: '', month: '', year: '' } },
  };

  it('keeps the review day that was chosen', () => {
    expect(inputOf(continued(decided, tuesday)).reviewOn).toBe('2026-11-30');
    expect(inputOf(decided).reviewOn).toBe('2026-11-30');
    expect(inputOf({ ...decided, review: { ...decided.review, choice: 'none' } }).reviewOn).toBeNull();
  });

  it('says why it is shared without agreement only under an answer that asks why', () => {
    const why = { agreesOutsideWhy: 'He was afraid.' };
    for (const agreesOutside of ['no', 'not-asked'] as const) {
      expect(inputOf({ ...decided, ...why, agreesOutside })).toMatchObject({ agreesOutside, ...why });
    }
    expect(inputOf({ ...decided, ...why, agreesOutside: 'yes' })).not.toHaveProperty('agreesOutsideWhy');
    expect(inputOf({ ...decided, ...why, agreesOutside: '' })).not.toHaveProperty('agreesOutsideWhy');
  });
});
