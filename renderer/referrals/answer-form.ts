import type { EventId, ThreadId } from '../../shared/domain/ids.ts';
import { namedOwnerNeeded, needsNamedOwner } from '../../shared/domain/referral-course.ts';
import { blankDate, type QuickDateValue } from '../ui/forms/dates.ts';
import { continuedDay, dayOf, lately } from './near-dates.ts';
import type { AnswerInput } from './words.ts';

/** What the boxes of an answer hold, as typed. */
export interface AnswerValues {
  /** Tells the draft of an answer from one of a new referral. */
  referral: string;
  answer: string;
  said: string;
  from: string;
  answeredOn: QuickDateValue;
  nextStep: string;
}

export function blankAnswer(referral: ThreadId): AnswerValues {
  return { referral, answer: '', said: '', from: '', answeredOn: { choice: '', other: blankDate }, nextStep: '' };
}

/** The values of a draft, as they can be shown today. */
export function continuedAnswer(values: AnswerValues, now: Date = new Date()): AnswerValues {
  return { ...values, answeredOn: continuedDay(values.answeredOn, lately, now) };
}

/** What only the boxes can know, and that somebody says what happens now when the answer was no. */
export function problemsIn(values: AnswerValues, urgency: string): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  if (values.answer === '') problems.set('answer', 'Select what they answered');
  if (values.said.trim() === '') problems.set('said', 'Enter what they said');
  if (values.from.trim() === '' && needsNamedOwner(urgency, values.answer)) problems.set('from', namedOwnerNeeded);
  const answeredOn = dayOf(values.answeredOn);
  if (answeredOn === null) problems.set('answeredOn', 'Select the day they answered');
  if (answeredOn === 'wrong') problems.set('answeredOn.other', 'Enter a real date, such as 23 November 2026');
  if (values.answer === 'declined' && values.nextStep.trim() === '')
    problems.set('nextStep', 'Enter what happens now, and who does it');
  return problems;
}

/** What the log takes, of values in which `problemsIn` found nothing. */
export function answerFrom(values: AnswerValues, { referral, seen }: { referral: ThreadId; seen: EventId }) {
  const { answer, said, from, nextStep } = values;
  const asked = { referral, seen, answer, said, from, nextStep, answeredOn: dayOf(values.answeredOn) };
  return asked as AnswerInput; // `as`: the log refuses whatever is not one of its words and days.
}
