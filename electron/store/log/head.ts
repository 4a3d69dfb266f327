import type { DeviceId, LogId } from '../../../shared/domain/ids.ts';
import { open, seal } from '../crypto/aead.ts';
import { type SigningKey, signingKeyFromSeed } from '../crypto/ed25519.ts';
import { StoreFailure } from '../failure.ts';
import { idOfKey, newId } from '../ids.ts';
import { prepared } from './statements.ts';
import type { ReadableLog, WritableLog } from './transaction.ts';
import { appendLeaf, decodeFrontier, emptyFrontier, encodeFrontier, type Frontier, leafHash } from './tree.ts';

/** The log of this device: each device appends to its own, so that machines can later exchange lines. */
export interface DeviceLog {
  readonly log: LogId;
  readonly device: DeviceId;
  /** Signs checkpoints. Its seed is sealed under the store key, so every active user can. */
  readonly key: SigningKey;
}

/** Where a log ends: what the next line must follow. */
export interface Head {
  readonly frontier: Frontier;
  /** Leaf hash of the last line, 32 zero bytes before the first. */
  readonly leaf: Buffer;
  readonly ms: number;
  readonly counter: number;
}

export const emptyHead: Head = { frontier: emptyFrontier, leaf: Buffer.alloc(32), ms: 0, counter: 0 };

/** The hybrid logical clock rises strictly along a log, also when the computer's clock is set back. */
export function tick(head: Head, now: number): { readonly ms: number; readonly counter: number } {
  return now > head.ms ? { ms: now, counter: 0 } : { ms: head.ms, counter: head.counter + 1 };
}

export function advance(head: Head, line: string, [ms, counter]: readonly [number, number]): Head {
  const leaf = leafHash(Buffer.from(line));
  return { frontier: appendLeaf(head.frontier, leaf), leaf, ms, counter };
}

/** Begins the log of this device. */
export function beginDeviceLog(log: WritableLog, seed: Buffer, seedsKey: Buffer): DeviceLog {
  const key = signingKeyFromSeed(seed);
  const made: DeviceLog = { log: newId(), device: idOfKey(key.publicKey), key };
  log
    .prepare('INSERT INTO log (log_id, device_id, public_key, sealed_seed, frontier) VALUES (?, ?, ?, ?, ?)')
    .run(
      made.log,
      made.device,
      key.publicKey,
      seal(seedsKey, seed, `log-seed/1|${made.log}`),
      encodeFrontier(emptyFrontier),
    );
  return made;
}

interface LogRow {
  readonly log_id: LogId;
  readonly device_id: DeviceId;
  readonly public_key: Buffer;
  readonly sealed_seed: Buffer;
  readonly frontier: Buffer;
}

/** A log as its row states it: what the tree over its lines should be. */
export interface SavedLog {
  readonly own: DeviceLog;
  readonly frontier: Frontier;
}

/**
 * The log that is written now, and those before it, oldest first: one for each time the store was restored.
 *
 * @throws StoreFailure logDamaged when a row, its seed and its key do not belong together
 */
export function openDeviceLog(db: ReadableLog, seedsKey: Buffer): SavedLog & { readonly earlier: readonly SavedLog[] } {
  const rows = db
    .prepare<[], LogRow>('SELECT log.* FROM log LEFT JOIN event ON event.log_id = log.log_id AND seq = 0 ORDER BY n')
    .all();
  const logs = rows.map((row) => savedLog(row, seedsKey));
  const newest = logs.pop();
  if (newest === undefined) throw new StoreFailure('logDamaged');
  return { ...newest, earlier: logs };
}

function savedLog(row: LogRow, seedsKey: Buffer): SavedLog {
  try {
    const key = signingKeyFromSeed(open(seedsKey, row.sealed_seed, `log-seed/1|${row.log_id}`));
    if (!key.publicKey.equals(row.public_key) || idOfKey(key.publicKey) !== row.device_id) throw new Error('other key');
    return { own: { log: row.log_id, device: row.device_id, key }, frontier: decodeFrontier(row.frontier) };
  } catch {
    throw new StoreFailure('logDamaged');
  }
}

/** Seals the seeds of all device keys anew, for a log file that gets a new store key. */
export function resealSeeds(log: WritableLog, old: Buffer, fresh: Buffer): void {
  for (const { log_id: id, sealed_seed: sealed } of log.prepare<[], LogRow>('SELECT * FROM log').all()) {
    const seed = open(old, sealed, `log-seed/1|${id}`);
    log.prepare('UPDATE log SET sealed_seed = ? WHERE log_id = ?').run(seal(fresh, seed, `log-seed/1|${id}`), id);
  }
}

export function saveFrontier(log: WritableLog, id: LogId, frontier: Frontier): void {
  prepared(log, 'UPDATE log SET frontier = ? WHERE log_id = ?').run(encodeFrontier(frontier), id);
}
