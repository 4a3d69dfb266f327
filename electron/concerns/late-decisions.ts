import type { LateDecisions } from '../../shared/contract/concern-due.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import { managerToldFrom } from '../../shared/domain/concern-deadlines.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { progressOf } from '../../shared/policy/concern-due.ts';
import type { Context } from '../store/context.ts';
import { concernsByHeaders, type HeaderConcern } from './by-headers.ts';

/** Since when a decision is owed: folded where I read it, for a header does not say that it is a duplicate. */
function owedSince({ store }: Context, thread: ThreadId, byHeaders: HeaderConcern): Instant | null {
  const state = store.stateOf(thread);
  if (state?.kind !== 'concern') return byHeaders.owedSince;
  const { decided, closed, reopenedAt, raisedAt } = progressOf(state.facts);
  return decided || closed ? null : (reopenedAt ?? raisedAt);
}

/** Concerns whose decision is so late that practice managers are told: how many, and since when the oldest waits. */
export function lateDecisions(context: Context): LateDecisions {
  const { concernDeadlines: deadlines, openingHours } = context.register.settings;
  const now = context.store.now().toISOString();
  const late = concernsByHeaders(context)
    .flatMap(([thread, concern]) => owedSince(context, thread, concern) ?? [])
    .filter((since) => managerToldFrom(since, { deadlines, openingHours }) < now)
    .toSorted((a, b) => a.localeCompare(b));
  return { late: late.length, since: late[0] ?? null };
}
