import { expect, it } from 'vitest';
import {
  blankAction,
  blankDecision,
  fieldOf,
  leavesReferralToNobody,
  noReview,
  problemsOf,
} from '../../../renderer/concerns/decide-form.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { againstAgreement } from '../../../shared/domain/basis-for-sharing.ts';

const blank = blankDecision({ concern: '-', newest: '-' } as unknown as ConcernPage); // `as`: what a blank form asks of it.

it('what the log says of an action stands beside its boxes, though rows left empty were not sent', () => {
  const values = { ...blank, actions: [{ ...blankAction }, { ...blankAction, what: 'Phone the school' }] };
  expect(fieldOf('actions.0.dueOn', values)).toBe('actions.1.due');
  expect(fieldOf('actions.0.owner', values)).toBe('actions.1.owner');
  expect(fieldOf('reason', values)).toBe('reason');
});

it('what it says of the review stands beside the date, where one was typed', () => {
  expect(fieldOf('reviewOn', blank)).toBe('review');
  expect(fieldOf('reviewOn', { ...blank, review: { ...blank.review, choice: 'other' } })).toBe('review.other');
});

const basis = (agreesOutside: 'yes' | 'no' | 'not-asked' | '', recorded?: 'yes' | 'no' | 'not-asked') =>
  problemsOf({ ...blank, sharing: 'they-agree', agreesOutside }, recorded)
    .filter(([, message]) => message === againstAgreement)
    .map(([field]) => field);

it('“They agree” is no basis for sharing where they do not, and both answers say so', () => {
  expect(basis('no')).toEqual(['agreesOutside', 'sharing']);
  expect(basis('', 'no')).toEqual(['sharing']);
  expect(basis('yes', 'no')).toEqual([]);
  expect(basis('not-asked')).toEqual([]);
  expect(basis('')).toEqual([]);
});

it('a referral with nobody to make it and nobody to look again is nudged about, and no problem', () => {
  const review = { ...blank.review, choice: noReview };
  const left = { ...blank, decision: 'refer-outside' as const, review, actions: [{ ...blankAction }] };
  expect(leavesReferralToNobody(left)).toBe(true);
  expect(leavesReferralToNobody({ ...left, actions: [{ ...blankAction, what: 'Phone the council' }] })).toBe(false);
  expect(leavesReferralToNobody({ ...left, decision: 'internal-action' })).toBe(false);
  expect(leavesReferralToNobody(blank)).toBe(false);
});
