import { attendeesOf } from '../../shared/policy/supervision.ts';
import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';

export const supervisionProjection = projection({
  kind: 'session',
  tables: `
    CREATE TABLE session (
      thread TEXT PRIMARY KEY, kind TEXT NOT NULL, held_on TEXT NOT NULL, supervisor TEXT NOT NULL,
      supervisees TEXT NOT NULL, signed INTEGER NOT NULL
    ) STRICT;
  `,
  put(db, { thread, facts }) {
    const { kind, heldOn, supervisor, supervisees } = facts.recorded;
    const signed = facts.signatures.length === attendeesOf(facts).length ? 1 : 0;
    prepared(db, 'INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?)').run(
      thread,
      kind,
      heldOn,
      supervisor,
      JSON.stringify(supervisees),
      signed,
    );
  },
});
