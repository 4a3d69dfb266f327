import type { ConcernLine } from '../../shared/contract/concerns.ts';

/**
 * Whether nobody knows of it yet who has to: nobody was reached, or, where somebody must take over at once, nobody has.
 * Saved is not told.
 */
export function untold({ told, tookOver }: Pick<ConcernLine, 'told' | 'tookOver'>): boolean {
  return !told || tookOver === false;
}
