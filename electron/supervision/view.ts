import { unsignedBy } from '../../shared/policy/supervision.ts';
import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';

export const supervisionProjection = projection({
  kind: 'session',
  tables: `
    CREATE TABLE session (
      thread TEXT PRIMARY KEY, kind TEXT NOT NULL, held_on TEXT NOT NULL, supervisor TEXT NOT NULL,
      supervisees TEXT NOT NULL, minutes INTEGER NOT NULL, next_on TEXT, unsigned_by TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT;
  `,
  put(db, { thread, facts }) {
    const { kind, heldOn, supervisor, supervisees, minutes, nextOn } = facts.recorded;
    prepared(db, 'INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      thread,
      kind,
      heldOn,
      supervisor,
      JSON.stringify(supervisees),
      minutes,
      nextOn,
      JSON.stringify(unsignedBy(facts)),
      facts.recordedAt,
    );
  },
});
