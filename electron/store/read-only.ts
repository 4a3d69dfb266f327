import type { StoreProblem } from '../../shared/contract/failures.ts';
import type { ReadOnly } from '../../shared/contract/store.ts';
import { StoreFailure } from './failure.ts';
import { BrokenLog } from './log/broken.ts';
import type { Opening } from './opening.ts';
import { UnlockedStore } from './unlocked.ts';

const reasons: { readonly [Problem in StoreProblem]?: ReadOnly['why'] } = {
  rolledBack: 'rolledBack',
  forked: 'forked',
  logChanged: 'changed',
};

/** What an anchor or the lines themselves betrayed, or null when that is no reason to let anybody look. */
function found(error: unknown, { store, own, savedAnchor, witness }: Opening): ReadOnly | null {
  if (!(error instanceof StoreFailure)) return null;
  const why = reasons[error.kind];
  if (why === undefined) return null;
  const seen = Math.max(witness.anchorOf(store, own.log)?.size ?? 0, savedAnchor.size);
  return { why, at: error.entry ?? 0, seen: why === 'changed' ? null : seen };
}

/** Opens what still holds, with every signature verified; each try ends at an earlier entry than the one before. */
function openToLook(opening: Opening, first: unknown, seen: ReadOnly): UnlockedStore {
  let until = seen.why === 'changed' && first instanceof BrokenLog ? first.sound : undefined;
  for (let now = seen; ; ) {
    try {
      return new UnlockedStore({ ...opening, readOnly: { found: now, until } });
    } catch (error) {
      const earlier = error instanceof BrokenLog && error.kind === 'logChanged' ? error : null;
      // Where rights may hang on what does not hold, nobody is let in, and the first finding is what they are told.
      if (earlier === null || earlier.sound >= (until ?? Number.POSITIVE_INFINITY)) throw first;
      until = earlier.sound;
      now = { why: 'changed', at: earlier.entry ?? 0, seen: null };
    }
  }
}

/**
 * Opens a store; one that was rolled back, forked or changed is opened to be read only, so that people can look up what
 * is there and take evidence. Nothing is repaired, and nothing is written: neither by us nor, from then on, by SQLite.
 *
 * @throws StoreFailure as `LogReading.run`, also rolledBack, forked and logChanged where the register cannot be trusted
 */
export function openEvenIfChanged(opening: Opening): UnlockedStore {
  try {
    return new UnlockedStore(opening);
  } catch (error) {
    const seen = found(error, opening);
    if (seen === null) throw error;
    opening.db.pragma('query_only = ON');
    return openToLook(opening, error, seen);
  }
}
