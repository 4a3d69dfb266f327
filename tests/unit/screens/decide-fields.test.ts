import { expect, it } from 'vitest';
import { blankAction, blankDecision, fieldOf } from '../../../renderer/concerns/decide-form.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';

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
