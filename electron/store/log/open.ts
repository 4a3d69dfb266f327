import { chmodSync, closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreFailure, storeProblemOf } from '../failure.ts';
import { syncFile } from '../sync.ts';

/** The addon's own call for a raw key; the types of the plain package do not know it. */
interface Keyed {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

export type Sqlite = Database.Database;
export type Statement<Values extends unknown[], Row> = Database.Statement<Values, Row>;

/** First bytes of an SQLite file that is not encrypted. */
const plainHeader = 'SQLite format 3';
/** `PLog` in ASCII: marks our files for tools, and catches a file of another program under our key. */
export const applicationId = 0x504c6f67;

function refuseEmptyOrPlain(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new StoreFailure('logMissing');
  // SQLite takes a file of 0 bytes for a new, empty database; one of 1 byte too, for old file systems (os_unix.c).
  if (stats.size <= 1) throw new StoreFailure('logEmpty');
  // Before SQLite has it open: closing any descriptor of the file in this process would drop SQLite's POSIX lock.
  const descriptor = openSync(path, 'r');
  try {
    const start = Buffer.alloc(plainHeader.length);
    readSync(descriptor, start, 0, start.length, 0);
    if (start.toString('latin1') === plainHeader) throw new StoreFailure('otherStore');
  } finally {
    closeSync(descriptor);
  }
}

/** As `x'hex'` it is the raw key. 32 plain bytes would be taken for a passphrase and run through a slow KDF. */
const rawKey = (key: Buffer): Buffer => Buffer.from(`x'${key.toString('hex')}'`);

function unlockPages(db: Sqlite, key: Buffer): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4'); // The page format of SQLCipher 4, which readers that we did not write open too.
  (db as Sqlite & Keyed).key(rawKey(key));
  db.prepare('SELECT count(*) FROM sqlite_schema').get(); // A wrong key shows here, as SQLITE_NOTADB.
}

/** The order matters: reference `security.md` 5.2, where each line was measured. */
function harden(db: Sqlite): void {
  db.pragma('locking_mode = EXCLUSIVE');
  // Not WAL: of power cuts with a lost side file, 1,124 of 2,500 silently lost events under WAL, none under TRUNCATE.
  const mode: unknown = db.pragma('journal_mode = TRUNCATE', { simple: true });
  if (mode !== 'truncate') throw new StoreFailure('diskTrouble');
  db.pragma('synchronous = EXTRA'); // FULL lost acknowledged data in simulated power cuts, EXTRA none.
  db.pragma('temp_store = MEMORY'); // The default spills sorts and VACUUM to disk in plain text.
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON'); // Or REPLACE slips past the append-only triggers.
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  if (process.platform === 'darwin') db.pragma('fullfsync = ON');
  db.exec('BEGIN EXCLUSIVE; COMMIT'); // EXCLUSIVE locks nobody out until the first write lock is taken.
}

/**
 * Opens the one encrypted file of the store. No other function opens it, and lint holds that.
 *
 * @param key 32 bytes, the raw key of the file
 * @param options `look`: only to be read, as a copy is that must stay the bytes that it is
 * @throws StoreFailure logMissing, logEmpty, logDamaged (also for a wrong key), otherStore, inUse, readOnly
 */
export function openLogFile(
  path: string,
  key: Buffer,
  options: { readonly create: boolean; readonly look?: true },
): Sqlite {
  if (!options.create) refuseEmptyOrPlain(path);
  const db = new Database(path, { fileMustExist: !options.create, readonly: options.look === true });
  try {
    unlockPages(db, key);
    if (options.look === true) db.pragma('temp_store = MEMORY');
    else harden(db);
    if (options.create) db.pragma(`application_id = ${applicationId}`);
    else if (db.pragma('application_id', { simple: true }) !== applicationId) throw new StoreFailure('otherStore');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Writes the whole log into a new file under the same key, without free pages, and syncs it: SQLite does not sync what
 * it vacuums into.
 *
 * @param path of a file that does not exist
 */
export function copyLogFile(db: Sqlite, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
  chmodSync(path, 0o600);
  syncFile(path);
}

/**
 * Gives a log file another key. Only ever for a copy that nobody relies on: killed in the middle, 17 of 180 files were
 * left that neither key opened (DESIGN 3).
 */
export function rekeyLogFile(path: string, old: Buffer, fresh: Buffer): void {
  const db = openLogFile(path, old, { create: false });
  try {
    (db as Sqlite & Keyed).rekey(rawKey(fresh));
  } finally {
    db.close();
  }
  syncFile(path);
}

/** SQLite makes the lock file where there is none. If it cannot, no records are missing: the folder is read-only. */
function openLock(path: string): Sqlite {
  try {
    return new Database(path, { timeout: 0 });
  } catch (error) {
    if (storeProblemOf(error) === 'logMissing') throw new StoreFailure('readOnly');
    throw error;
  }
}

/**
 * Takes the store for this process: `lock.db`, an empty SQLite file held in BEGIN EXCLUSIVE for the whole session and
 * never read otherwise. The operating system lets go of it when the process dies, so no stale lock is left.
 *
 * @throws StoreFailure inUse when another process has it, readOnly when there is no lock file and none can be made
 */
export function takeLock(path: string): { release(): void } {
  const db = openLock(path);
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    // The lock file holds nothing: one that is damaged is made anew.
    if (storeProblemOf(error) === 'logDamaged') {
      rmSync(path);
      return takeLock(path);
    }
    throw error;
  }
  return { release: () => db.close() };
}

/** The database in memory that views are folded into. It is never written anywhere. */
export function openMemory(): Sqlite {
  const db = new Database(':memory:');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  return db;
}
