import type { TrailLine } from '../../shared/contract/concerns.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { eventTypes } from '../../shared/events/index.ts';
import type { Context } from '../store/context.ts';
import { readLine } from '../store/log/header.ts';
import { prepared } from '../store/log/statements.ts';
import type { EntryRow } from '../store/view/entries.ts';

function all({ store }: Context, concern: ThreadId): readonly EntryRow[] {
  const sql = 'SELECT * FROM restricted_entry WHERE thread = ? ORDER BY n';
  return prepared<[string], EntryRow>(store.view.db, sql).all(concern);
}

/** What was written in a restricted concern. Who opened and printed it is in its trail, not among what it says. */
export function restrictedEntries(context: Context, concern: ThreadId): readonly EntryRow[] {
  return all(context, concern).filter(({ type }) => type !== 'restricted.opened' && type !== 'restricted.printed');
}

/** Who opened it, and when, oldest first: no header says it, so it is looked up in what its readers can open. */
export function openedInside(
  context: Context,
  concern: ThreadId,
): readonly { readonly actor: StaffId; readonly at: Instant }[] {
  return all(context, concern).filter(({ type }) => type === 'restricted.opened');
}

/** All that happened with it, newest first. One that counts for nothing has neither an author nor a meaning. */
export function restrictedTrail(context: Context, concern: ThreadId): readonly TrailLine[] {
  const known = new Map(all(context, concern).map((row) => [row.event, row]));
  const sql = 'SELECT line FROM event WHERE thread = ? ORDER BY n DESC';
  return prepared<[string], { line: string }>(context.store.log, sql)
    .all(concern)
    .map(({ line }) => {
      const { seq, at, id } = readLine(line).header;
      const row = known.get(id);
      return {
        entry: seq,
        at,
        who: row === undefined ? null : { staff: row.actor, name: context.nameOf(row.actor) },
        what: row === undefined ? 'An entry that counts for nothing' : eventTypes[row.type].words,
      };
    });
}
