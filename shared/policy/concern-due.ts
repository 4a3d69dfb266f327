import { type Due, nextDue, type Progress } from '../domain/concern-deadlines.ts';
import { closedStages, nextReviewOf, stageOf } from './concern-stage.ts';
import type { ConcernFacts } from './concerns.ts';
import type { Settings } from './register-state.ts';

function unanswered({ course }: ConcernFacts): Progress['unanswered'] {
  const referrals = course.outside
    .filter(({ answers }) => answers.length === 0)
    .map(({ answerDue, sentAt }) => ({ on: answerDue, sentAt }));
  const escalations = course.escalations
    .filter(({ answer }) => answer === null)
    .map(({ answerDue, at }) => ({ on: answerDue, sentAt: at }));
  return [...referrals, ...escalations];
}

/** What a concern's deadlines hang on, out of its folded state. */
export function progressOf(facts: ConcernFacts): Progress {
  const { course, decisions } = facts;
  const reopenedAt = course.reopenings.at(-1)?.at ?? null;
  const decision = decisions.at(-1);
  return {
    raisedAt: facts.raisedAt,
    howSoon: facts.facts.howSoon ?? null,
    dangerNow: facts.raised.dangerNow,
    acknowledgedAt: facts.acknowledgedAt,
    decided: decision !== undefined && (reopenedAt === null || decision.at > reopenedAt),
    reopenedAt,
    unanswered: unanswered(facts),
    reviewOn: nextReviewOf(facts),
    closed: closedStages.includes(stageOf(facts)),
  };
}

/** What is due next on a concern; null when nothing is, and for a practice run, which is never counted. */
export function dueOf(facts: ConcernFacts, { concernDeadlines, openingHours }: Settings): Due | null {
  if (facts.raised.practiceRun === true) return null;
  return nextDue(progressOf(facts), { deadlines: concernDeadlines, openingHours });
}
