/** What somebody with a passphrase of their own and knowledge of FORMAT.md can do to a locked store. */
import { projections } from '../../electron/features.ts';
import { withStoreFailures } from '../../electron/store/failure.ts';
import { canonicalJson, type Json } from '../../electron/store/log/canonical.ts';
import { signCheckpoint } from '../../electron/store/log/checkpoints.ts';
import { advance, emptyHead, type Head, openDeviceLog, saveFrontier } from '../../electron/store/log/head.ts';
import { type Header, readLine } from '../../electron/store/log/header.ts';
import { openLogFile, type Sqlite } from '../../electron/store/log/open.ts';
import { currentLogFile } from '../../electron/store/log/replace.ts';
import { openKeys } from '../../electron/store/log/thread-keys.ts';
import { inTransaction, readable } from '../../electron/store/log/transaction.ts';
import { rootOf } from '../../electron/store/log/tree.ts';
import { type Ground, Writing, type Written } from '../../electron/store/log/write.ts';
import { UnlockedStore } from '../../electron/store/unlocked.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { storeKeysFrom } from '../../electron/store/vault/identity.ts';
import { type OpenedSlot, openSlot } from '../../electron/store/vault/slots.ts';
import { WitnessFile } from '../../electron/store/witness.ts';
import type { StaffId, StoreId } from '../../shared/domain/ids.ts';
import type { World } from './world.ts';

export interface Keys extends OpenedSlot {
  readonly staff: StaffId;
  readonly store: StoreId;
}

/** The keys that a passphrase, or both recovery halves joined, gives. */
export async function keysOf({ folder }: World, staff: StaffId, secret: string | Buffer): Promise<Keys> {
  const { vault } = readVault(folder);
  return { staff, store: vault.store, ...(await openSlot(vault, staff, secret)) };
}

function open({ folder }: World, { storeKey }: Keys): Sqlite {
  const { vault } = readVault(folder);
  return openLogFile(currentLogFile(folder, vault.log), storeKeysFrom(storeKey).file, { create: false });
}

/** Changes the log file with the triggers out of the way, as any program with the key can. */
export function alter<T>(world: World, keys: Keys, change: (db: Sqlite) => T): T {
  const db = open(world, keys);
  try {
    const triggers = db
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      .all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const value = change(db);
    for (const { sql } of triggers) db.exec(sql);
    return value;
  } finally {
    db.close();
  }
}

export interface StoredRow {
  readonly n: number;
  readonly seq: number;
  readonly type: string;
  readonly actor: StaffId | null;
  readonly thread: string | null;
  readonly line: string;
}

export function rowsOf(db: Sqlite): readonly StoredRow[] {
  return db.prepare<[], StoredRow>('SELECT n, seq, type, actor, thread, line FROM event ORDER BY n').all();
}

/** The number of the first entry of a type. */
export function entryOf(db: Sqlite, type: string): number {
  const row = rowsOf(db).find((one) => one.type === type);
  if (row === undefined) throw new Error(`no entry of type ${type}`);
  return row.seq;
}

/**
 * Changes the header of one entry, links all that follow to it anew, and repairs the frontier and the checkpoint: every
 * anchor in the file agrees afterwards. Signatures stay as they were, since nobody can make those of others.
 */
export function forgeHistory(db: Sqlite, keys: Keys, entry: number, change: (header: Header) => Header): void {
  const log = readable(db);
  const { own } = openDeviceLog(log, storeKeysFrom(keys.storeKey).seeds);
  inTransaction(log, (writable) => {
    let head: Head = emptyHead;
    for (const { n, seq, line } of rowsOf(writable)) {
      const before = readLine(line);
      const linked = { ...before.header, prev: head.leaf.toString('base64') };
      const header = seq === entry ? change(linked) : linked;
      const forged = `{"h":${canonicalJson(header as unknown as Json)},"s":"${before.signature.toString('base64')}"}`;
      writable
        .prepare('UPDATE event SET line = ?, type = ?, actor = ?, about = ? WHERE n = ?')
        .run(forged, header.type, header.actor, header.about, n);
      head = advance(head, forged, header.hlc);
    }
    saveFrontier(writable, own.log, head.frontier);
    writable.exec('DELETE FROM cosignature; DELETE FROM checkpoint;');
    signCheckpoint(writable, keys.store, own, head);
  });
}

/** Everything that unlocking reads and checks, without the slow passphrase and without writing. */
export function readStore(world: World, keys: Keys): UnlockedStore {
  return withStoreFailures(() => {
    const db = open(world, keys);
    try {
      const { own, frontier, earlier } = openDeviceLog(readable(db), storeKeysFrom(keys.storeKey).seeds);
      return new UnlockedStore({
        folder: world.folder,
        earlier,
        db,
        store: keys.store,
        own,
        me: keys.staff,
        identity: keys.identity,
        storeKey: keys.storeKey,
        projections,
        savedAnchor: { size: frontier.size, root: rootOf(frontier) },
        witness: new WitnessFile(world.profile),
        now: () => new Date(world.clock),
        onProgress: () => {},
      });
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Appends with our own key, correctly sealed, signed and chained, upon a ground of our own making. */
export function appendAs(
  world: World,
  keys: Keys,
  ground: (honest: Ground) => Ground,
  work: (writing: Writing) => void,
): Written {
  const store = readStore(world, keys);
  try {
    const { ring } = openKeys(store.log, keys.store, keys.staff, keys.identity.sealing);
    const honest: Ground = {
      store: keys.store,
      own: store.own,
      author: { staff: keys.staff, signing: keys.identity.signing },
      register: store.register,
      threads: store.threads,
      damaged: new Map(),
      ring,
      head: store.head,
      now: () => new Date(world.clock),
    };
    return inTransaction(store.log, (log) => {
      const writing = new Writing(log, ground(honest));
      work(writing);
      return writing.finish();
    });
  } finally {
    store.close();
  }
}
