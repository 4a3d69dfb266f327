import type { Sqlite, Statement } from './open.ts';

const known = new WeakMap<Sqlite, Map<string, Statement<unknown[], unknown>>>();

/**
 * A statement prepared once for each open database: preparing most of ours costs more than running them. For `run`,
 * `get` and `all` only, since a statement that is being iterated over cannot be run a second time.
 */
export function prepared<Values extends unknown[], Row = unknown>(db: Sqlite, sql: string): Statement<Values, Row> {
  const statements = known.get(db) ?? new Map<string, Statement<unknown[], unknown>>();
  known.set(db, statements);
  const statement = statements.get(sql) ?? db.prepare(sql);
  statements.set(sql, statement);
  return statement as Statement<Values, Row>; // `as`: as `prepare`, which takes the types on trust too.
}
