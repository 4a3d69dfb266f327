import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { readersOfRegister } from '../../../shared/policy/readers.ts';
import { type RegisterState, sealingKeyOf } from '../../../shared/policy/register-state.ts';
import { StoreFailure } from '../failure.ts';
import { syncFile, syncFolder } from '../sync.ts';
import { readVault, writeVault } from '../vault/files.ts';
import type { Slot } from '../vault/format.ts';
import { storeKeysFrom } from '../vault/identity.ts';
import { sealStoreKey } from '../vault/slots.ts';
import { resealSeeds } from './head.ts';
import { copyLogFile, openLogFile, rekeyLogFile, type Sqlite } from './open.ts';
import { inTransaction, readable } from './transaction.ts';
import { verifyLogFile } from './verify-file.ts';

// A log file gets a new key by being replaced, never in place (DESIGN 3). Until the vault names the new file it is
// `log.<n>.db.new`, which nobody reads; from then on it is the log, under either name. So a number above the vault's
// never means a file that a replacement left: such a one is somebody's records, and is not touched.

const nameOf = (n: number): string => `log.${n}.db`;
const asideOf = (n: number): string => `${nameOf(n)}.new`;

/** Removes a database with its journal. */
function remove(folder: string, name: string): void {
  for (const one of [`${name}-journal`, name]) rmSync(join(folder, one), { force: true });
}

/**
 * The path of the log file that the vault names. Where a replacement was cut off after its vault was written, gives the
 * new file its name first.
 */
export function currentLogFile(folder: string, n: number): string {
  const path = join(folder, nameOf(n));
  const aside = join(folder, asideOf(n));
  if (!existsSync(path) && existsSync(aside)) {
    renameSync(aside, path);
    syncFolder(folder);
  }
  return path;
}

/** Clears away what a replacement left that was cut off: unfinished files, and those before the one that counts. */
export function clearLeftovers(folder: string, n: number): void {
  for (const name of readdirSync(folder)) {
    const [, digits, unfinished] = /^log\.([1-9]\d{0,8})\.db(\.new)?(?:-journal)?$/.exec(name) ?? [];
    if (digits !== undefined && (unfinished !== undefined || Number(digits) < n)) rmSync(join(folder, name));
  }
}

export interface Replacing {
  readonly folder: string;
  readonly db: Sqlite;
  readonly storeKey: Buffer;
  readonly register: RegisterState;
  /** Those whose slots go, beside all who are not in the register as active. */
  readonly without: readonly StaffId[];
}

export interface Replaced {
  readonly db: Sqlite;
  /** 32 bytes. */
  readonly storeKey: Buffer;
}

/** Whoever was let in again and waits to be confirmed has a slot that only their new keys open, written last of theirs. */
function keyOfSlot(slot: Slot, slots: readonly Slot[], register: RegisterState): string | undefined {
  if (slot.staff === register.recoveryProposed?.id) return register.recoveryProposed.kem;
  const pending = register.staff.get(slot.staff)?.pending ?? null;
  const newest = slots.findLast(({ staff }) => staff === slot.staff) === slot;
  return pending !== null && newest ? pending.kem : sealingKeyOf(register, slot.staff);
}

/** The slots that stay, the new store key sealed to each by the key that the register has of its owner. */
function resealed(slots: readonly Slot[], { register, without }: Replacing, storeKey: Buffer): Slot[] {
  const { store, recovery, recoveryProposed } = register;
  const staying = new Set([...readersOfRegister(register), recovery.id]);
  if (recoveryProposed !== null) staying.add(recoveryProposed.id);
  for (const staff of without) staying.delete(staff);
  return slots.flatMap((slot) => {
    const kem = keyOfSlot(slot, slots, register);
    if (kem === undefined || !staying.has(slot.staff)) return [];
    return [{ ...slot, store: sealStoreKey(Buffer.from(kem, 'base64'), store, slot.staff, storeKey) }];
  });
}

/** Writes the log into a file of its own under the new key, and reads all of it back. Nobody relies on it yet. */
function makeAside({ folder, db, register }: Replacing, aside: string, old: Buffer, fresh: Buffer): void {
  const path = join(folder, aside);
  remove(folder, aside);
  copyLogFile(db, path);
  const [before, after] = [storeKeysFrom(old), storeKeysFrom(fresh)];
  rekeyLogFile(path, before.file, after.file);
  const made = openLogFile(path, after.file, { create: false });
  try {
    inTransaction(readable(made), (log) => resealSeeds(log, before.seeds, after.seeds));
    const size = (file: Sqlite) => file.prepare<[], number>('SELECT count(*) FROM event').pluck().get();
    verifyLogFile(made, register.store, after.seeds);
    if (size(made) !== size(db)) throw new StoreFailure('diskTrouble');
  } finally {
    made.close();
  }
  syncFile(path);
  rmSync(`${path}-journal`, { force: true });
  syncFolder(folder);
}

/**
 * Replaces the log file by one with a new key that only those who stay are given. Killed, or the power lost, at any
 * moment it leaves a store that opens with all that was acknowledged: before the vault is written the old file is the
 * log, from then on the new one.
 *
 * @param ask `db` is closed by this once the vault may name the new file
 * @returns the new file, open
 * @throws StoreFailure; `ask.db` is still open when nothing was changed, else the store must be unlocked anew
 */
export function replaceLogFile(ask: Replacing): Replaced {
  const { folder, db } = ask;
  const found = readVault(folder);
  const n = found.vault.log + 1;
  const storeKey = randomBytes(32);
  try {
    makeAside(ask, asideOf(n), ask.storeKey, storeKey);
  } catch (error) {
    remove(folder, asideOf(n));
    throw error;
  }
  const slots = resealed(found.vault.slots, ask, storeKey);
  // From here on either file may be the one: which of two vaults a failed write left is only known by reading it anew.
  db.close();
  writeVault(folder, found, { ...found.vault, log: n, slots });
  const path = currentLogFile(folder, n);
  const opened = openLogFile(path, storeKeysFrom(storeKey).file, { create: false });
  try {
    remove(folder, nameOf(found.vault.log));
  } catch {
    // It holds nothing that the new one does not; the next unlock clears it away.
  }
  return { db: opened, storeKey };
}
