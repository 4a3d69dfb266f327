import type { Instant } from '../../shared/domain/calendar.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import type { Context } from '../store/context.ts';
import { practicePersonOf } from '../store/ids.ts';
import { readLine } from '../store/log/header.ts';
import { prepared } from '../store/log/statements.ts';
import type { UnlockedStore } from '../store/unlocked.ts';

/** What headers say of a concern, which everybody who works here sees: never what it says, nor whom it is about. */
export interface HeaderConcern {
  readonly raisedAt: Instant;
  /** Whether somebody acknowledged, decided or closed it, ever. */
  readonly answered: boolean;
  /** Since when a decision is owed: when it was raised, or reopened last. Null: none is. */
  readonly owedSince: Instant | null;
  readonly inError: boolean;
  readonly about: string | null;
}

interface Headers {
  /** The last row that was looked at. */
  n: number;
  readonly concerns: Map<ThreadId, HeaderConcern>;
}

interface Row {
  readonly n: number;
  readonly type: keyof typeof steps;
  readonly thread: ThreadId;
  readonly about: string | null;
  readonly line: string;
}

type Step = (concern: HeaderConcern, at: Instant) => HeaderConcern;

const settled: Step = (concern) => ({ ...concern, answered: true, owedSince: null });
const steps = {
  'concern.raised': (concern) => concern,
  'concern.acknowledged': (concern) => ({ ...concern, answered: true }),
  'concern.decided': settled,
  'concern.closed': settled,
  'concern.reopened': (concern, at) => ({ ...concern, owedSince: at }),
  'concern.entered-in-error': (concern) => ({ ...concern, inError: true }),
  'concern.error-taken-back': (concern) => ({ ...concern, inError: false }),
} as const satisfies Record<string, Step>;
const types = Object.keys(steps)
  .map((type) => `'${type}'`)
  .join(', ');

const headersOf = new WeakMap<UnlockedStore, Headers>();

/** The whole log is looked through once for each unlock, then what is new. */
function allByHeaders(store: UnlockedStore): Headers['concerns'] {
  const headers = headersOf.get(store) ?? { n: 0, concerns: new Map() };
  headersOf.set(store, headers);
  const sql = `SELECT n, type, thread, about, line FROM event WHERE n > ? AND type IN (${types}) ORDER BY n`;
  for (const { type, thread, about, line } of prepared<[number], Row>(store.log, sql).all(headers.n)) {
    const { at } = readLine(line).header;
    const raised = { raisedAt: at, answered: false, owedSince: at, inError: false, about };
    const before = type === 'concern.raised' ? raised : headers.concerns.get(thread);
    if (before !== undefined) headers.concerns.set(thread, steps[type](before, at));
  }
  headers.n = prepared<[], { n: number }>(store.log, 'SELECT max(n) AS n FROM event').get()?.n ?? headers.n;
  return headers.concerns;
}

/** The concerns of the whole log, by what headers say. Practice runs, and those marked as entered in error, are none. */
export function concernsByHeaders({ store, register }: Context): readonly (readonly [ThreadId, HeaderConcern])[] {
  const invented = new Set<string>(
    [...register.staff.keys()].map((staff: StaffId) => practicePersonOf(store.store, staff)),
  );
  return [...allByHeaders(store)].filter(([, { inError, about }]) => !inError && !invented.has(about ?? ''));
}
