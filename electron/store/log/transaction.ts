import type { Sqlite } from './open.ts';

declare const access: unique symbol;
/** The log file, open for reading. */
export type ReadableLog = Sqlite & { readonly [access]: 'read' | 'write' };
/** The log file inside a transaction. Only `inTransaction` makes one, so an event outside a transaction does not compile. */
export type WritableLog = ReadableLog & { readonly [access]: 'write' };

export function readable(db: Sqlite): ReadableLog {
  return db as ReadableLog; // `as`: any open log file may be read.
}

/**
 * Runs `work` in one IMMEDIATE transaction: all of it is kept, or none of it. When this returns, what was written is on
 * the disk (synchronous=EXTRA) and counts as acknowledged.
 */
export function inTransaction<T>(db: ReadableLog, work: (log: WritableLog) => T): T {
  return db.transaction(() => work(db as WritableLog)).immediate(); // `as`: this is the one place that may.
}
