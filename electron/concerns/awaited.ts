import type { AwaitedLine } from '../../shared/contract/concern-duties.ts';
import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';
import type { EventId, PersonId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { isAwaited } from '../../shared/domain/outside.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { Escalation, OutsideReferral } from '../../shared/policy/concern-stage.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { decidersFor } from '../../shared/policy/register-state.ts';
import type { Context } from '../store/context.ts';
import type { Sqlite } from '../store/log/open.ts';
import { prepared } from '../store/log/statements.ts';

export const awaitedTable = `
  CREATE TABLE concern_awaited (
    event TEXT PRIMARY KEY, thread TEXT NOT NULL, kind TEXT NOT NULL, written_by TEXT NOT NULL, since TEXT NOT NULL,
    due TEXT, destination TEXT, "to" TEXT, acknowledged INTEGER, about TEXT, step INTEGER
  ) STRICT;
  CREATE INDEX concern_awaited_of ON concern_awaited (thread);
`;

interface Shared {
  readonly event: EventId;
  readonly by: StaffId;
  readonly since: Instant;
  readonly due: IsoDate | null;
}

type Row = Shared &
  (
    | {
        readonly kind: 'referral';
        readonly destination: OutsideReferral['destination'];
        readonly to: string | null;
        readonly acknowledged: 0 | 1;
        readonly about: null;
        readonly step: null;
      }
    | {
        readonly kind: 'escalation';
        readonly destination: null;
        readonly to: string;
        readonly acknowledged: null;
        readonly about: Escalation['about'];
        readonly step: number;
      }
  );

function rowsOf({ facts: { course } }: StateOf<'concern'>): readonly Row[] {
  // Of one that was entered in error nobody asks again.
  if (course.inError !== null) return [];
  const referrals = course.outside.filter(isAwaited).map(
    ({ event, by, sentAt, answerDue, destination, to, answers }): Row => ({
      kind: 'referral',
      event,
      by,
      since: sentAt,
      due: answerDue,
      destination,
      to: to ?? null,
      acknowledged: answers.length > 0 ? 1 : 0,
      about: null,
      step: null,
    }),
  );
  const escalations = course.escalations
    .filter(({ answer }) => answer === null)
    .map(
      ({ event, by, at, answerDue, about, step, to }): Row => ({
        kind: 'escalation',
        event,
        by,
        since: at,
        due: answerDue,
        destination: null,
        to,
        acknowledged: null,
        about,
        step,
      }),
    );
  return [...referrals, ...escalations];
}

/** What of a concern waits for an answer: what was answered leaves the table. */
export function putAwaited(db: Sqlite, state: StateOf<'concern'>): void {
  prepared(db, 'DELETE FROM concern_awaited WHERE thread = ?').run(state.thread);
  for (const { event, kind, by, since, due, destination, to, acknowledged, about, step } of rowsOf(state)) {
    prepared(db, 'INSERT INTO concern_awaited VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      event,
      state.thread,
      kind,
      by,
      since,
      due,
      destination,
      to,
      acknowledged,
      about,
      step,
    );
  }
}

interface Found {
  readonly concern: ThreadId;
  readonly person: PersonId;
  readonly practice: PracticeId | null;
  readonly practiceRun: 0 | 1;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
}

function lineOf({ register, me }: Context, row: Row & Found): AwaitedLine {
  const { concern, person, practice, practiceRun, givenName, familyName, description, event, by, since, due } = row;
  const shared = {
    concern,
    person,
    event,
    by,
    since,
    due,
    reference: referenceOf('C', concern),
    name: nameOfPerson({ givenName, familyName, description }),
    mayDecide: decidersFor(register, practice, person).includes(me),
    practiceRun: practiceRun === 1,
  };
  if (row.kind === 'escalation') {
    const { kind, about, step, to } = row;
    return { ...shared, kind, about, step, to };
  }
  const { kind, destination, to, acknowledged } = row;
  return { ...shared, kind, destination, to: to ?? undefined, acknowledged: acknowledged === 1 };
}

/** Everything that waits for somebody else, of all concerns that I read. */
export function awaited(context: Context): readonly AwaitedLine[] {
  return context.store.view.db
    .prepare<[], Row & Found>(`
      SELECT event, kind, written_by AS by, since, due, destination, "to", acknowledged, about, step,
        concern.thread AS concern, concern.person, concern.practice, concern.practice_run AS practiceRun,
        given_name AS givenName, family_name AS familyName, description
      FROM concern_awaited JOIN concern USING (thread) LEFT JOIN person USING (person)
      WHERE stage <> 'entered-in-error'
      ORDER BY due IS NULL, due, since, event
    `)
    .all()
    .map((row) => lineOf(context, row));
}
