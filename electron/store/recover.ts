import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readOnlySentence } from '../../shared/contract/failures.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { readersOf } from '../../shared/policy/readers.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { StoreFailure, withStoreFailures } from './failure.ts';
import { openLogFile, takeLock } from './log/open.ts';
import { currentLogFile } from './log/replace.ts';
import { checkMeta } from './log/schema.ts';
import { type KeyRing, openKeys, sealKeyTo, wantAgain } from './log/thread-keys.ts';
import { readable, type WritableLog } from './log/transaction.ts';
import { Refused, type Writing } from './log/write.ts';
import { commitWithSlots, keepSlots, mustBeGood, namesAroundMember } from './passphrases.ts';
import { type Halves, isSlotOf, newRecoveryIdentity, newRecoverySlot, recoveryKeyOf } from './recovery.ts';
import { finishRestore } from './restored.ts';
import { goOnAfterRestore, readWithKeys, refuseFarAhead, type StorePlace } from './unlock.ts';
import type { UnlockedStore } from './unlocked.ts';
import { readVault } from './vault/files.ts';
import type { Vault } from './vault/format.ts';
import { identityFrom, publicKeysOf, storeKeysFrom } from './vault/identity.ts';
import { makeSlot, type OpenedSlot, openRecovery } from './vault/slots.ts';
import { finishReplacing } from './vault/tidy.ts';

export interface RecoverRequest {
  readonly place: StorePlace;
  readonly halves: Halves;
  /** Who is let in again. */
  readonly staff: StaffId;
  /** Their new passphrase, exactly as typed. */
  readonly passphrase: string;
  readonly now: () => Date;
  /** As in `UnlockRequest`. */
  readonly clockIsRight?: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** Whoever holds no key of the register, which the first entry begins, was recovery once and ended, or waits to become it. */
function refuseEnded(store: { readonly db: ReturnType<typeof readable> }, recovery: StaffId): void {
  const sql = `
    SELECT count(*) FROM thread_key WHERE reader = ? AND thread = (SELECT thread FROM event ORDER BY n LIMIT 1)
  `;
  const held = store.db.prepare<[string], number>(sql).pluck();
  if (held.get(recovery) === 0) throw new StoreFailure('recoveryNotOurs');
}

function readAsRecovery(request: RecoverRequest, vault: Vault, opened: OpenedSlot): ReturnType<typeof readWithKeys> {
  const path = currentLogFile(request.place.folder, vault.log);
  const db = openLogFile(path, storeKeysFrom(opened.storeKey).file, { create: false });
  try {
    checkMeta(db, vault.store);
    refuseEnded({ db: readable(db) }, opened.slot.staff);
    return readWithKeys({ ...request, staff: opened.slot.staff, projections: [] }, db, vault.store, opened);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws StoreFailure recoveryNotOurs, recoveryReadsOnly; Refused; InvalidInput at `passphrase` */
function mayRecover(
  { register, readOnly }: UnlockedStore,
  opened: OpenedSlot,
  { staff, passphrase }: RecoverRequest,
): void {
  if (readOnly !== null) throw new Refused(readOnlySentence);
  const { recovery } = register;
  if (!isSlotOf(opened, recovery)) throw new StoreFailure('recoveryNotOurs');
  if (recovery.sig === undefined) throw new StoreFailure('recoveryReadsOnly');
  if (register.staff.get(staff)?.active !== true)
    throw new Refused('This person does not work here. Choose somebody from the list.');
  mustBeGood('passphrase', passphrase, namesAroundMember(register, staff));
}

async function newSlots({ staff, passphrase }: RecoverRequest, vault: Vault, storeKey: Buffer, label: string) {
  const umk = randomBytes(32);
  const own = await makeSlot({
    store: vault.store,
    kdf: vault.kdf,
    storeKey,
    staff,
    label,
    umk,
    secret: passphrase,
  });
  const identity = newRecoveryIdentity();
  const { slot, halves } = await newRecoverySlot(identity, vault, storeKey);
  const content = { staff, ...publicKeysOf(identityFrom(umk)), recovery: identity.content };
  return { slots: [own, slot], content, halves };
}
type Made = Awaited<ReturnType<typeof newSlots>>;

/** Every key that recovery holds goes to its successor, and to the person those of what they should read. */
function reseal(log: WritableLog, store: UnlockedStore, ring: KeyRing, register: RegisterState, made: Made): void {
  const { staff, kem, recovery } = made.content;
  for (const key of ring.all()) {
    sealKeyTo(log, store.store, key, recovery.id, recovery.kem);
    const state = store.stateOf(key.thread);
    const reads =
      key.thread === register.thread ||
      (state !== undefined && readersOf(state, register, store.moment()).includes(staff));
    if (reads) sealKeyTo(log, store.store, key, staff, kem);
  }
}

function writeUse(writing: Writing, store: UnlockedStore, ring: KeyRing, made: Made): void {
  const { log } = writing;
  const { staff } = made.content;
  log.prepare('DELETE FROM thread_key WHERE reader = ?').run(store.register.recovery.id);
  wantAgain(log, staff);
  writing.append('recovery.used', { thread: store.register.thread, about: staff }, made.content);
  reseal(log, store, ring, writing.register, made);
}

/**
 * Uses the recovery key: gives one member of staff new keys and a new passphrase, which count at once, and a new
 * recovery key in place of this one, which ends.
 *
 * The vault first gets the new slots beside the old ones, then the log is written in one transaction, then the old slots
 * go, that of the old recovery key with the log file, which is replaced: old halves with an old vault open nothing later. Cut off before the transaction the old halves still open, after it only the new ones; which of two slots counts is
 * decided by the register, and the next unlock clears the other away.
 *
 * @returns the new halves
 * @throws StoreFailure recoverySameHalf, recoveryNotOurs, recoveryReadsOnly, clockAhead and as `unlockStore`; InvalidInput at
 * `halves.0`, `halves.1` or `passphrase`; Refused when the person does not work here. Then nothing has changed
 */
export async function recover(request: RecoverRequest): Promise<{ readonly recoveryHalves: Halves }> {
  const key = recoveryKeyOf(request.halves);
  const { folder } = request.place;
  withStoreFailures(() => readVault(finishRestore(folder)));
  const lock = withStoreFailures(() => takeLock(join(folder, 'lock.db')));
  let store: UnlockedStore | undefined;
  try {
    const { vault } = withStoreFailures(() => readVault(folder));
    const opened = openRecovery(vault, key);
    const read = withStoreFailures(() => readAsRecovery(request, vault, opened));
    store = read.unlocked;
    mayRecover(store, opened, request);
    refuseFarAhead(request, store);
    withStoreFailures(() => goOnAfterRestore(request.place, read.unlocked, read.restored));
    const label = store.register.staff.get(request.staff)?.initials ?? '';
    const made = await newSlots(request, vault, opened.storeKey, label);
    useUp(store, folder, opened, made);
    return { recoveryHalves: made.halves };
  } finally {
    store?.close();
    lock.release();
  }
}

function useUp(store: UnlockedStore, folder: string, { identity }: OpenedSlot, made: Made): void {
  const { ring } = openKeys(store.log, store.store, store.me, identity.sealing);
  const work = (writing: Writing): void => writeUse(writing, store, ring, made);
  withStoreFailures(() => commitWithSlots(store, folder, (slots) => [...slots, ...made.slots], work));
  keepSlots(folder, (slot) => slot.staff !== made.content.staff || slot.salt === made.slots[0]?.salt);
  try {
    finishReplacing(folder, store);
  } catch {
    // It is saved that the key was used, and the new halves must be told. The next unlock does the rest.
  }
}
