import type { ConcernLine, ConcernPage } from '../../shared/contract/concerns.ts';
import type { TagColour } from '../ui/tag-colour.ts';

type Status = 'waiting' | 'acknowledged' | NonNullable<ConcernLine['decision']>;

interface StatusTag {
  readonly words: string;
  readonly colour: TagColour;
}

/** The one map of what a concern's tag says. */
export const statusTags = {
  waiting: { words: 'Waiting for a decision', colour: 'yellow' },
  acknowledged: { words: 'Acknowledged', colour: 'blue' },
  'refer-outside': { words: 'Decided: refer outside', colour: 'purple' },
  'no-referral-outside': { words: 'Decided: no referral outside', colour: 'blue' },
  'refer-to-health-professional': { words: 'Decided: health professional', colour: 'purple' },
  'internal-action': { words: 'Decided: act within the practice', colour: 'blue' },
  'keep-open-and-review': { words: 'Decided: keep open and review', colour: 'blue' },
  'no-further-action': { words: 'Decided: no further action', colour: 'grey' },
} as const satisfies Record<Status, StatusTag>;

/** What the status of a concern hangs on, in a list and on its own page. */
export type Standing = Pick<
  ConcernLine,
  'decision' | 'acknowledgedAt' | 'dangerNow' | 'told' | 'tookOver' | 'practiceRun'
>;

export function standingOf({ state, tookOver, practiceRun }: ConcernPage): Standing {
  return {
    decision: state.decisions.at(-1)?.decision ?? null,
    acknowledgedAt: state.acknowledgedAt,
    dangerNow: state.raised.dangerNow,
    told: state.told.some(({ reached }) => reached),
    tookOver,
    practiceRun,
  };
}

export function statusOf({ decision, acknowledgedAt }: Standing): Status {
  return decision ?? (acknowledgedAt === null ? 'waiting' : 'acknowledged');
}

/** A practice run is about nobody: it is no part of any count or list of work. */
export function isReal({ practiceRun }: { readonly practiceRun: boolean }): boolean {
  return !practiceRun;
}

/** Said in red until somebody has decided: afterwards it says how things were, not how they are. */
export function isDangerous({ dangerNow, decision }: Standing): boolean {
  return dangerNow === 'yes' && decision === null;
}

/** Whether 999 still has to be called: somebody is in danger, and nobody wrote down that they called or who took over. */
export function owesCall({ raised, told }: Pick<ConcernPage['state'], 'raised' | 'told'>): boolean {
  const called = told.some(({ reached, how, tookOver }) => reached && (how === 'called-999' || tookOver === true));
  return raised.dangerNow === 'yes' && !called;
}

/** Nobody was reached, or, where somebody must take over at once, nobody has. Saved is not told. */
export function untold({ told, tookOver }: Pick<Standing, 'told' | 'tookOver'>): boolean {
  return !told || tookOver === false;
}

export type Silence = 'nobody-told' | 'nobody-took-over';

/** In a list. */
export const silenceWords = {
  'nobody-told': 'Nobody has been told yet',
  'nobody-took-over': 'Nobody has taken over yet',
} as const satisfies Record<Silence, string>;

/**
 * What nobody may overlook: nobody was told, or nobody has taken over the next step of somebody who may harm themselves.
 * Acknowledging or deciding shows that somebody knows. Neither shows that somebody is with the person now: only a
 * telling that says who took over, and when, ends that silence.
 */
export function silenceOf(standing: Standing): Silence | null {
  if (standing.tookOver === false) return 'nobody-took-over';
  if (standing.told || standing.decision !== null || standing.acknowledgedAt !== null) return null;
  return 'nobody-told';
}

/** Whether somebody who may decide still has something to do about it at once: decide, or see that somebody takes over. */
export function isWaiting(standing: Standing): boolean {
  return standing.decision === null || silenceOf(standing) === 'nobody-took-over';
}

/** Immediate danger first, then what nobody was told of, then the oldest. */
export function byUrgency(a: ConcernLine, b: ConcernLine): number {
  const rank = (line: ConcernLine): number => (isDangerous(line) ? 0 : silenceOf(line) === null ? 2 : 1);
  return rank(a) - rank(b) || (a.raisedAt < b.raisedAt ? -1 : 1);
}
