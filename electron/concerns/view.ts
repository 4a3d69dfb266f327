import { isTakenOver } from '../../shared/domain/takeover.ts';
import { closingOf, nextReviewOf, stageOf } from '../../shared/policy/concern-stage.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import type { Sqlite } from '../store/log/open.ts';
import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';
import { awaitedTable, putAwaited } from './awaited.ts';

type State = StateOf<'concern'>;

function putConcern(db: Sqlite, { thread, facts }: State): void {
  const { raised, told } = facts;
  const newest = facts.decisions.at(-1);
  const taken = isTakenOver(raised.categories, told);
  const closing = closingOf(facts);
  prepared(
    db,
    `INSERT OR REPLACE INTO concern (thread, person, practice, raised_at, raised_by, danger_now, categories, owner,
       acknowledged_at, told, took_over, decision, decided_at, review_on, practice_run, stage, outcome, closed_at,
       open_actions, in_gp_record, recorded_for, confirmed, written_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    thread,
    raised.person,
    raised.practice,
    facts.raisedAt,
    facts.raisedBy,
    raised.dangerNow,
    JSON.stringify(raised.categories),
    facts.owner,
    facts.acknowledgedAt,
    told.some(({ reached }) => reached) ? 1 : 0,
    taken === null ? null : Number(taken),
    newest?.decision ?? null,
    newest?.at ?? null,
    nextReviewOf(facts),
    Number(raised.practiceRun === true),
    stageOf(facts),
    closing?.outcome ?? null,
    closing?.at ?? null,
    facts.actions.filter(({ done }) => done === null).length,
    Number(facts.course.inGpRecord.length > 0),
    raised.recordedFor === undefined ? null : JSON.stringify(raised.recordedFor),
    facts.confirmed?.agrees ?? null,
    raised.lateEntry?.writtenOn ?? null,
  );
}

// An action once asked for is never taken back, so its row is only ever replaced.
function putActions(db: Sqlite, { thread, facts }: State): void {
  for (const [place, { decision, action, what, owner, dueOn, done }] of facts.actions.entries()) {
    prepared(
      db,
      `INSERT OR REPLACE INTO concern_action
         (decision, action, thread, place, what, owner, due_on, done_by, done_at, outcome)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      decision,
      action,
      thread,
      place,
      what,
      owner,
      dueOn,
      done?.by ?? null,
      done?.at ?? null,
      done?.outcome ?? null,
    );
  }
}

function putLinks(db: Sqlite, { thread, facts }: State): void {
  prepared(db, 'DELETE FROM concern_link WHERE thread = ?').run(thread);
  for (const { to, as, why, by, at } of facts.course.links)
    prepared(db, 'INSERT INTO concern_link VALUES (?, ?, ?, ?, ?, ?)').run(thread, to, as, why, by, at);
}

export const concernsProjection = projection({
  kind: 'concern',
  tables: `
    CREATE TABLE concern (
      thread TEXT PRIMARY KEY, person TEXT NOT NULL, practice TEXT, raised_at TEXT NOT NULL, raised_by TEXT NOT NULL,
      danger_now TEXT NOT NULL, categories TEXT NOT NULL, owner TEXT, acknowledged_at TEXT, told INTEGER NOT NULL,
      took_over INTEGER, decision TEXT, decided_at TEXT, review_on TEXT,
      practice_run INTEGER NOT NULL, stage TEXT NOT NULL, outcome TEXT, closed_at TEXT, open_actions INTEGER NOT NULL,
      in_gp_record INTEGER NOT NULL, recorded_for TEXT, confirmed TEXT, written_on TEXT
    ) STRICT;
    CREATE TABLE concern_action (
      decision TEXT NOT NULL, action INTEGER NOT NULL, thread TEXT NOT NULL, place INTEGER NOT NULL, what TEXT NOT NULL,
      owner TEXT NOT NULL, due_on TEXT, done_by TEXT, done_at TEXT, outcome TEXT,
      PRIMARY KEY (decision, action)
    ) STRICT;
    CREATE TABLE concern_link (
      thread TEXT NOT NULL, other TEXT NOT NULL, linked_as TEXT NOT NULL, why TEXT NOT NULL, by_staff TEXT NOT NULL,
      at TEXT NOT NULL, PRIMARY KEY (thread, other)
    ) STRICT;
    ${awaitedTable}
  `,
  put(db, state) {
    putConcern(db, state);
    putActions(db, state);
    putLinks(db, state);
    putAwaited(db, state);
  },
});
