import { StoreFailure } from '../failure.ts';
import type { Sqlite } from './open.ts';

/** The version of the tables. A file with a higher one was written by a newer program and is refused. */
export const schemaVersion = 1;

/**
 * The tables of the log file; FORMAT.md states each column. The triggers guard against our own mistakes, not against
 * somebody with the key: those are caught by signatures, chain and checkpoints.
 */
const tables = `
  CREATE TABLE meta (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE log (
    log_id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    sealed_seed BLOB NOT NULL,
    frontier BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE event (
    n INTEGER PRIMARY KEY,
    log_id TEXT NOT NULL REFERENCES log,
    seq INTEGER NOT NULL,
    line TEXT NOT NULL CHECK (length(line) <= 4096),
    hlc_ms INTEGER NOT NULL,
    hlc_counter INTEGER NOT NULL,
    type TEXT NOT NULL,
    actor TEXT,
    thread TEXT,
    about TEXT,
    sealed BLOB,
    UNIQUE (log_id, seq)
  ) STRICT;
  CREATE INDEX event_by_thread ON event (thread, n) WHERE thread IS NOT NULL;
  CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'append-only'); END;

  CREATE TABLE checkpoint (
    log_id TEXT NOT NULL REFERENCES log, size INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (log_id, size)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE cosignature (
    log_id TEXT NOT NULL REFERENCES log, staff TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (log_id, staff)
  ) STRICT, WITHOUT ROWID;

  -- Outside the chain and mutable: a key in the chain could never be taken away again.
  CREATE TABLE thread_key (
    thread TEXT NOT NULL, kid TEXT NOT NULL, reader TEXT NOT NULL,
    enc BLOB NOT NULL CHECK (length(enc) = 32), ct BLOB NOT NULL CHECK (length(ct) = 48),
    PRIMARY KEY (thread, kid, reader)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX thread_key_by_reader ON thread_key (reader);

  CREATE TABLE draft (
    id TEXT PRIMARY KEY, author TEXT NOT NULL, kind TEXT NOT NULL, begun_at TEXT NOT NULL, saved_at TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** @throws StoreFailure otherStore, logNewer, logDamaged */
export function checkMeta(db: Sqlite, store: string): void {
  const meta = db.prepare<[string], string>('SELECT v FROM meta WHERE k = ?').pluck();
  if (meta.get('store') !== store) throw new StoreFailure('otherStore');
  const version = Number(meta.get('schema'));
  if (version > schemaVersion) throw new StoreFailure('logNewer');
  if (version !== schemaVersion) throw new StoreFailure('logDamaged');
}

export function createTables(db: Sqlite): void {
  db.exec(tables);
}
