import type { WaitingConcern } from '../../shared/contract/wire.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import type { Context } from '../store/context.ts';

/** Those that I read and that nobody has acknowledged or decided. */
function waitingForMe({ store }: Context): readonly WaitingConcern[] {
  const sql = `
    SELECT thread AS concern, raised_at AS since FROM concern
    WHERE acknowledged_at IS NULL AND decision IS NULL AND practice_run = 0 ORDER BY raised_at
  `;
  return store.view.db.prepare<[], WaitingConcern>(sql).all();
}

/** Told by the types of its entries, which everybody may see. */
function isAnswered({ store }: Context, concern: ThreadId): boolean {
  const sql = `
    SELECT count(*) FROM event WHERE thread = ? AND type IN ('concern.acknowledged', 'concern.decided')
  `;
  return store.log.prepare<[string], number>(sql).pluck().get(concern) !== 0;
}

/**
 * The concerns that wait, also those that somebody else has read and I do not.
 *
 * @param before those that waited when the log was last locked
 */
export function stillWaiting(context: Context, before: readonly WaitingConcern[]): readonly WaitingConcern[] {
  const others = before.filter(({ concern }) => !context.store.threads.has(concern) && !isAnswered(context, concern));
  return [...waitingForMe(context), ...others].toSorted((a, b) => (a.since < b.since ? -1 : 1));
}
