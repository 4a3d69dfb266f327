import { type Escalation, isUndecided, type OutsideReferral, type Standing, stageOf } from './concern-stage.ts';
import type { Verdict } from './thread.ts';

export const closedAlready = 'This concern is closed. Reopen it first.';

/** Why nothing more is decided about it here: it was closed, is a duplicate, or was entered in error. */
export function settled(concern: Standing): Verdict {
  const stage = stageOf(concern);
  if (stage === 'closed') return closedAlready;
  if (stage === 'duplicate') return 'This concern is a duplicate. Go on in the other one, or take the link back.';
  if (stage === 'entered-in-error') return 'This concern is marked as entered in error. Take that back first.';
  return null;
}

/** What has to be settled before a concern is closed. */
export interface KeepsOpen<Action = unknown> {
  readonly undecided: boolean;
  readonly actions: readonly Action[];
  readonly outside: readonly OutsideReferral[];
  readonly escalations: readonly Escalation[];
}

/** Nobody answered, and nobody has written down that they asked again and ask no more. */
function waitsForAnswer({ answers, chased, answerDue }: OutsideReferral): boolean {
  return answers.length === 0 && !(chased.length > 0 && answerDue === null);
}

/** @returns what of it is open, for the page that lists it and for the rule that refuses */
export function whatKeepsOpen<Action extends { readonly done: unknown }>(
  concern: Omit<Standing, 'actions'> & { readonly actions: readonly Action[] },
): KeepsOpen<Action> {
  const stage = stageOf(concern);
  return {
    undecided: isUndecided(stage),
    actions: concern.actions.filter(({ done }) => done === null),
    outside: concern.course.outside.filter(waitsForAnswer),
    escalations: concern.course.escalations.filter(({ answer }) => answer === null),
  };
}

/** The first of it in words, or null when it may be closed. */
export function refusalOfClosing({ undecided, actions, outside, escalations }: KeepsOpen): Verdict {
  if (undecided) return 'Record a decision first. A concern is closed with its reason.';
  if (actions.length > 0) return 'Actions are open. Record what came of them first.';
  if (outside.length > 0)
    return 'A referral outside has no answer yet. Record the answer, or that you asked again and none came.';
  return escalations.length > 0 ? 'An escalation has no answer yet. Record it first.' : null;
}
