import type { ParsedOf } from '../../shared/contract/call.ts';
import type { chronologyCalls } from '../../shared/contract/chronology.ts';
import type { peopleCalls, TimelineEntry, TimelinePage } from '../../shared/contract/people.ts';
import { chronologyTypes, type EntryKind, entryKinds } from '../../shared/domain/timeline.ts';
import { closedStages } from '../../shared/policy/concern-stage.ts';
import type { Context } from '../store/context.ts';
import { type EntryRow, timelineEntry } from '../store/view/entries.ts';
import { recordsOfOne } from './same-person.ts';

type Asked = ParsedOf<typeof peopleCalls.timeline>;

const pageLength = 50;

// What names a second person is shown to those who read that one too: nobody learns from it that they are in the log.
const mine = `
  about IN (SELECT value FROM json_each(:people)) AND kind IS NOT NULL
  AND (other IS NULL OR other IN (SELECT person FROM person))
`;

const isClosed = `(
  EXISTS (SELECT 1 FROM concern WHERE concern.thread = entry.thread
    AND stage IN (SELECT value FROM json_each('${JSON.stringify(closedStages)}')))
  OR EXISTS (SELECT 1 FROM referral WHERE referral.thread = entry.thread AND answer IN ('declined', 'done'))
)`;

const ofRecord = "kind IN ('concern', 'decision', 'action', 'referral')";

const narrowed = `
  ${mine}
  AND (:stands IS NULL OR (${ofRecord} AND ${isClosed} = (:stands = 'closed')))
  AND (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to)
`;

const ofKinds = '(:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))';

interface Narrowed {
  readonly people: string;
  readonly stands: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

function totalsOf({ store }: Context, narrowedTo: Narrowed): Record<EntryKind, number> {
  const totals = Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<EntryKind, number>; // `as`: one for each.
  const rows = store.view.db
    .prepare<Narrowed, { readonly kind: EntryKind; readonly count: number }>(
      `SELECT kind, count(*) AS count FROM entry WHERE ${narrowed} GROUP BY kind`,
    )
    .all(narrowedTo);
  for (const { kind, count } of rows) totals[kind] = count;
  return totals;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function shown(context: Context, rows: readonly EntryRow[]): readonly TimelineEntry[] {
  for (const { thread, type } of rows) if (type.startsWith('concern.')) context.noteOpening(thread);
  return rows.map((row) => timelineEntry(context, row));
}

/**
 * What happened to one person as far as we read it, newest first, fifty at a time; the entries of records that go on
 * under this one among them. Only what is shown counts as opened.
 */
export function timeline(context: Context, { person, before = 0, kinds, stands, from, to }: Asked): TimelinePage {
  context.person(person);
  const { db } = context.store.view;
  const people = JSON.stringify(recordsOfOne(context, person));
  const narrowedTo = { people, stands: stands ?? null, from: from ?? null, to: to ?? null };
  const totals = totalsOf(context, narrowedTo);
  const all = sum(Object.values(totalsOf(context, { people, stands: null, from: null, to: null })));
  const asked = { ...narrowedTo, kinds: kinds === undefined ? null : JSON.stringify(kinds), before };
  const rows = db
    .prepare<typeof asked, EntryRow>(
      `SELECT * FROM entry WHERE ${narrowed} AND ${ofKinds} ORDER BY n DESC LIMIT ${pageLength} OFFSET :before`,
    )
    .all(asked);
  const total = sum((kinds ?? entryKinds).map((kind) => totals[kind]));
  return { all, total, totals, entries: shown(context, rows) };
}

/**
 * What a conference needs to know, by when it happened, oldest first: what was seen, decided, asked for and answered, and
 * what was added from elsewhere; not every entry. What was entered in error or taken back is left out.
 */
export function chronology(
  context: Context,
  { person }: ParsedOf<typeof chronologyCalls.chronology>,
): readonly TimelineEntry[] {
  context.person(person);
  const asked = {
    people: JSON.stringify(recordsOfOne(context, person)),
    types: JSON.stringify(chronologyTypes),
  };
  const rows = context.store.view.db
    .prepare<typeof asked, EntryRow>(
      `SELECT * FROM entry WHERE ${mine} AND type IN (SELECT value FROM json_each(:types)) ORDER BY day, n`,
    )
    .all(asked);
  return shown(context, rows).filter(({ withdrawn }) => withdrawn === null);
}
