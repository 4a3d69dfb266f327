import type { Waiting } from '../../shared/contract/concerns.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import type { Context } from '../store/context.ts';
import { concernsByHeaders } from './by-headers.ts';

interface Read {
  readonly thread: ThreadId;
  readonly at: Instant;
  readonly waits: 0 | 1;
}

/**
 * What waits in the whole log, for the locked screen too: a number that hung on who signed in last would say that
 * nothing does. What somebody reads counts as it was folded, the rest as its headers say.
 */
export function waitingConcerns(context: Context): Waiting {
  const sql = `
    SELECT thread, raised_at AS at, stage = 'raised' AND practice_run = 0 AS waits FROM concern
  `;
  const read = context.store.view.db.prepare<[], Read>(sql).all();
  const known = new Set(read.map(({ thread }) => thread));
  const others = concernsByHeaders(context)
    .filter(([thread, { answered }]) => !known.has(thread) && !answered)
    .map(([, { raisedAt }]) => raisedAt);
  const times = [...read.filter(({ waits }) => waits === 1).map(({ at }) => at), ...others].toSorted();
  return { waiting: times.length, since: times[0] ?? null };
}
