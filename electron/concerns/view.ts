import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';

export const concernsProjection = projection({
  kind: 'concern',
  tables: `
    CREATE TABLE concern (
      thread TEXT PRIMARY KEY, person TEXT NOT NULL, raised_at TEXT NOT NULL, raised_by TEXT NOT NULL,
      danger_now TEXT NOT NULL, owner TEXT, told INTEGER NOT NULL, decision TEXT
    ) STRICT;
  `,
  put(db, { thread, facts }) {
    prepared(db, 'INSERT OR REPLACE INTO concern VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
      thread,
      facts.raised.person,
      facts.raisedAt,
      facts.raisedBy,
      facts.raised.dangerNow,
      facts.owner,
      facts.told.some(({ reached }) => reached) ? 1 : 0,
      facts.decisions.at(-1)?.decision ?? null,
    );
  },
});
