import type { ConcernLine, ConcernPage } from '../../shared/contract/concerns.ts';
import { closedStages, isUndecided } from '../../shared/policy/concern-stage.ts';

/** What the status of a concern hangs on, in a list and on its own page. */
export type Standing = Pick<
  ConcernLine,
  'stage' | 'decision' | 'acknowledgedAt' | 'dangerNow' | 'told' | 'tookOver' | 'practiceRun'
>;

export function standingOf({ state, stage, tookOver, practiceRun }: ConcernPage): Standing {
  return {
    stage,
    decision: state.decisions.at(-1)?.decision ?? null,
    acknowledgedAt: state.acknowledgedAt,
    dangerNow: state.raised.dangerNow,
    told: state.told.some(({ reached }) => reached),
    tookOver,
    practiceRun,
  };
}

/** Whether nothing more is to be done about it here: closed, a duplicate, or entered in error. */
export function isClosed({ stage }: Pick<Standing, 'stage'>): boolean {
  return closedStages.includes(stage);
}

/** A practice run is about nobody: it is no part of any count or list of work. */
export function isReal({ practiceRun }: { readonly practiceRun: boolean }): boolean {
  return !practiceRun;
}

/** Said in red until somebody has decided: afterwards it says how things were, not how they are. */
export function isDangerous({ dangerNow, decision, stage }: Standing): boolean {
  return dangerNow === 'yes' && decision === null && !isClosed({ stage });
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
  // Nobody is to be told of an error, and of a duplicate the other concern says it.
  if (standing.stage === 'entered-in-error' || standing.stage === 'duplicate') return null;
  if (standing.tookOver === false) return 'nobody-took-over';
  if (standing.told || standing.decision !== null || standing.acknowledgedAt !== null) return null;
  return 'nobody-told';
}

/** Whether somebody who may decide still has something to do about it at once: decide, or see that somebody takes over. */
export function isWaiting(standing: Standing): boolean {
  return isUndecided(standing.stage) || silenceOf(standing) === 'nobody-took-over';
}

/** Immediate danger first, then what nobody was told of, then what is due first, so the most overdue; then the oldest. */
export function byUrgency(a: ConcernLine, b: ConcernLine): number {
  const rank = (line: ConcernLine): number => (isDangerous(line) ? 0 : silenceOf(line) === null ? 2 : 1);
  // Behind every moment: nothing is due.
  const by = (line: ConcernLine): string => line.due?.by ?? '~';
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (by(a) !== by(b)) return by(a) < by(b) ? -1 : 1;
  return a.raisedAt < b.raisedAt ? -1 : 1;
}
