import type { Failure } from '../../shared/contract/failures.ts';
import { InvalidInput, Locked, NotFound, Stale } from './context.ts';
import { SelfTestFailed } from './crypto/self-test.ts';
import { StoreFailure, storeProblemOf, WaitBeforeTrying } from './failure.ts';
import { Refused } from './log/write.ts';

/** What an expected error is to whoever asked; null when it is a mistake of the program. */
export function knownFailure(error: unknown): Failure | null {
  if (error instanceof Refused) return { kind: 'refused', sentence: error.sentence };
  if (error instanceof InvalidInput) return { kind: 'invalid', fields: error.fields };
  if (error instanceof NotFound) return { kind: 'notFound' };
  if (error instanceof Locked) return { kind: 'locked' };
  if (error instanceof Stale) return { kind: 'stale', newest: error.newest };
  if (error instanceof WaitBeforeTrying) return { kind: 'waitBeforeTrying', seconds: error.seconds };
  if (error instanceof SelfTestFailed) return { kind: 'store', problem: 'selfTest' };
  const problem = storeProblemOf(error);
  if (problem !== undefined) {
    const entry = error instanceof StoreFailure ? error.entry : undefined;
    return { kind: 'store', problem, ...(entry !== undefined && { entry }) };
  }
  return null;
}
