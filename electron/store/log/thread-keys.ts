import { randomBytes } from 'node:crypto';
import type { KeyId, StaffId, StoreId, ThreadId } from '../../../shared/domain/ids.ts';
import { hpkeOpen, hpkeSeal } from '../crypto/hpke.ts';
import type { SealingKey } from '../crypto/x25519.ts';
import { newId } from '../ids.ts';
import { prepared } from './statements.ts';
import type { ReadableLog, WritableLog } from './transaction.ts';

export interface ThreadKey {
  readonly thread: ThreadId;
  readonly kid: KeyId;
  /** 32 bytes. */
  readonly key: Buffer;
}

export type KeyName = Pick<ThreadKey, 'thread' | 'kid'>;

function info(store: StoreId, { thread, kid }: KeyName, reader: StaffId): string {
  return `thread-key/1|${store}|${thread}|${kid}|${reader}`;
}

export function mintKey(thread: ThreadId): ThreadKey {
  return { thread, kid: newId(), key: randomBytes(32) };
}

/** The keys that one person can open, while the log is unlocked. */
export class KeyRing {
  readonly #byThread = new Map<ThreadId, readonly ThreadKey[]>();

  get isEmpty(): boolean {
    return this.#byThread.size === 0;
  }

  add(key: ThreadKey): void {
    if (this.get(key.thread, key.kid) === undefined)
      this.#byThread.set(key.thread, [...this.ofThread(key.thread), key]);
  }

  drop({ thread, kid }: KeyName): void {
    this.#byThread.set(
      thread,
      this.ofThread(thread).filter((one) => one.kid !== kid),
    );
  }

  dropThread(thread: ThreadId): void {
    this.#byThread.delete(thread);
  }

  get(thread: ThreadId, kid: KeyId): ThreadKey | undefined {
    return this.ofThread(thread).find((one) => one.kid === kid);
  }

  all(): readonly ThreadKey[] {
    return [...this.#byThread.values()].flat();
  }

  ofThread(thread: ThreadId): readonly ThreadKey[] {
    return this.#byThread.get(thread) ?? [];
  }
}

interface KeyRow {
  readonly thread: ThreadId;
  readonly kid: KeyId;
  readonly enc: Buffer;
  readonly ct: Buffer;
}

export interface OpenedKeys {
  readonly ring: KeyRing;
  /** Rows that are ours and do not open. They are taken away and reported. */
  readonly bad: readonly KeyName[];
}

// Whoever has got new keys can open none of the copies made for the old ones. A row of zeros stands in place of each: it
// tells them which records wait for them, and whoever reads those that a copy is wanted.
const isWanted = 'enc = zeroblob(32) AND ct = zeroblob(48)';

/** Puts a wanted row in place of every copy that was made for a reader's former keys. */
export function wantAgain(log: WritableLog, reader: StaffId): void {
  log.prepare('UPDATE thread_key SET enc = zeroblob(32), ct = zeroblob(48) WHERE reader = ?').run(reader);
}

/** The threads of which a copy of a key is wanted for a reader. */
export function wantedThreads(db: ReadableLog, reader: StaffId): readonly ThreadId[] {
  const sql = `SELECT DISTINCT thread FROM thread_key WHERE reader = ? AND ${isWanted}`;
  return prepared<[string], { thread: ThreadId }>(db, sql)
    .all(reader)
    .map(({ thread }) => thread);
}

/** Opens every key that is sealed to `reader`. 0.2 ms each. */
export function openKeys(db: ReadableLog, store: StoreId, reader: StaffId, sealing: SealingKey): OpenedKeys {
  const ring = new KeyRing();
  const bad: KeyName[] = [];
  const rows = db.prepare<[string], KeyRow>(`
    SELECT thread, kid, enc, ct FROM thread_key WHERE reader = ? AND NOT (${isWanted})
  `);
  for (const row of rows.iterate(reader)) {
    try {
      ring.add({ thread: row.thread, kid: row.kid, key: hpkeOpen(sealing, info(store, row, reader), row) });
    } catch {
      bad.push({ thread: row.thread, kid: row.kid });
    }
  }
  return { ring, bad };
}

export interface HeldKey {
  readonly thread: ThreadId;
  readonly kid: KeyId;
  readonly reader: StaffId;
  /** 1 when there is no copy, only the wish for one. */
  readonly wanted: 0 | 1;
}

const heldKeys = `SELECT thread, kid, reader, (${isWanted}) AS wanted FROM thread_key`;

/** Who has a copy of which key of a thread, or should get one. */
export function holdersOf(db: ReadableLog, thread: ThreadId): readonly HeldKey[] {
  return prepared<[string], HeldKey>(db, `${heldKeys} WHERE thread = ?`).all(thread);
}

/** Who has a copy of which key, over all threads. */
export function everyKeyHeld(db: ReadableLog): readonly HeldKey[] {
  return prepared<[], HeldKey>(db, heldKeys).all();
}

/** Makes a copy of a thread's key for a reader, whose X25519 key (32 bytes, base64) the register gave. */
export function sealKeyTo(log: WritableLog, store: StoreId, key: ThreadKey, reader: StaffId, kem: string): void {
  const { enc, ct } = hpkeSeal(Buffer.from(kem, 'base64'), info(store, key, reader), key.key);
  const sql = `
    INSERT INTO thread_key (thread, kid, reader, enc, ct) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET enc = excluded.enc, ct = excluded.ct WHERE thread_key.enc = zeroblob(32)
  `;
  prepared(log, sql).run(key.thread, key.kid, reader, enc, ct);
}

/** Takes one copy away: of somebody who should no longer read, or one that does not open. What they read before cannot be unread. */
export function deleteKey(log: WritableLog, { thread, kid }: KeyName, reader: StaffId): void {
  prepared(log, 'DELETE FROM thread_key WHERE thread = ? AND kid = ? AND reader = ?').run(thread, kid, reader);
}
