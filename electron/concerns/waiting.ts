import type { Waiting } from '../../shared/contract/concerns.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import type { Context } from '../store/context.ts';
import { practicePersonOf } from '../store/ids.ts';
import { readLine } from '../store/log/header.ts';
import { prepared } from '../store/log/statements.ts';
import type { UnlockedStore } from '../store/unlocked.ts';

interface OpenConcern {
  readonly about: string | null;
  readonly at: Instant;
}

interface Headers {
  /** The last row that was looked at. */
  n: number;
  /** Concerns that nobody has acknowledged or decided, with when they were raised. */
  readonly open: Map<ThreadId, OpenConcern>;
  /** Those of them that are marked as entered in error, for as long as nobody takes that back. */
  readonly inError: Map<ThreadId, OpenConcern>;
}

interface Row {
  readonly n: number;
  readonly type: string;
  readonly thread: ThreadId;
  readonly about: string | null;
  readonly line: string;
}

const headersOf = new WeakMap<UnlockedStore, Headers>();

function move(thread: ThreadId, from: Headers['open'], to: Headers['open']): void {
  const concern = from.get(thread);
  if (concern === undefined) return;
  from.delete(thread);
  to.set(thread, concern);
}

/** What headers say, which everybody sees. The whole log is looked through once for each unlock, then what is new. */
function openByHeaders(store: UnlockedStore): Headers['open'] {
  const headers = headersOf.get(store) ?? { n: 0, open: new Map(), inError: new Map() };
  headersOf.set(store, headers);
  const rows = prepared<[number], Row>(
    store.log,
    `SELECT n, type, thread, about, line FROM event
     WHERE n > ? AND type IN ('concern.raised', 'concern.acknowledged', 'concern.decided', 'concern.entered-in-error',
       'concern.error-taken-back') ORDER BY n`,
  ).all(headers.n);
  for (const { type, thread, about, line } of rows) {
    if (type === 'concern.raised') headers.open.set(thread, { about, at: readLine(line).header.at });
    else if (type === 'concern.entered-in-error') move(thread, headers.open, headers.inError);
    else if (type === 'concern.error-taken-back') move(thread, headers.inError, headers.open);
    else for (const some of [headers.open, headers.inError]) some.delete(thread);
  }
  headers.n = prepared<[], { n: number }>(store.log, 'SELECT max(n) AS n FROM event').get()?.n ?? headers.n;
  return headers.open;
}

interface Read {
  readonly thread: ThreadId;
  readonly at: Instant;
  readonly waits: 0 | 1;
}

/**
 * What waits in the whole log, for the locked screen too: a number that hung on who signed in last would say that
 * nothing does. What somebody reads counts as it was folded, the rest as its headers say.
 */
export function waitingConcerns({ store, register }: Context): Waiting {
  const sql = `
    SELECT thread, raised_at AS at, stage = 'raised' AND practice_run = 0 AS waits FROM concern
  `;
  const read = store.view.db.prepare<[], Read>(sql).all();
  const known = new Set(read.map(({ thread }) => thread));
  const invented = new Set<string>([...register.staff.keys()].map((staff) => practicePersonOf(store.store, staff)));
  const others = [...openByHeaders(store)]
    .filter(([thread, { about }]) => !known.has(thread) && !invented.has(about ?? ''))
    .map(([, { at }]) => at);
  const times = [...read.filter(({ waits }) => waits === 1).map(({ at }) => at), ...others].toSorted();
  return { waiting: times.length, since: times[0] ?? null };
}
