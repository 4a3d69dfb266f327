import { join } from 'node:path';
import type { StoreStatus } from '../../shared/contract/store.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { demonstrationIn } from './demonstration.ts';
import { StoreFailure, withStoreFailures } from './failure.ts';
import { openDeviceLog } from './log/head.ts';
import { openLogFile, type Sqlite, takeLock } from './log/open.ts';
import { clearLeftovers, currentLogFile } from './log/replace.ts';
import { checkMeta } from './log/schema.ts';
import { readable } from './log/transaction.ts';
import { rootOf } from './log/tree.ts';
import { rememberPhoneNumbers } from './phone-numbers.ts';
import { openEvenIfChanged } from './read-only.ts';
import { beginAfterRestore, finishRestore, forgetRestore, restoredIn } from './restored.ts';
import type { UnlockedStore } from './unlocked.ts';
import { noteFailedUnlock } from './vault/attempts.ts';
import { type FoundVault, readVault, repairVault } from './vault/files.ts';
import { publicKeysOf, storeKeysFrom } from './vault/identity.ts';
import { removeSlotsOfLeavers } from './vault/leavers.ts';
import { type OpenedSlot, openSlot } from './vault/slots.ts';
import type { AnyProjection } from './view/view.ts';
import { WitnessFile } from './witness.ts';

/** Where a store lies, and where this computer's own notes about it lie. */
export interface StorePlace {
  readonly folder: string;
  /** A local, non-roaming folder of the operating system's user. */
  readonly profile: string;
}

export interface UnlockRequest {
  readonly place: StorePlace;
  readonly staff: StaffId;
  /** The passphrase, exactly as typed. */
  readonly passphrase: string;
  readonly projections: readonly AnyProjection[];
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
}

/** Who may sign in, by initials: all that can be known while the log is locked. @throws StoreFailure as `readVault` */
export function statusOf(place: StorePlace): StoreStatus {
  const { vault } = withStoreFailures(() => readVault(finishRestore(place.folder)));
  const people = vault.slots.filter(({ type }) => type === 'passphrase');
  return {
    signIns: people.map(({ staff, label }) => ({ staff, label })),
    demonstration: demonstrationIn(place, vault.store),
  };
}

/** A slot that was written without its event, as when enrolling was cut off, comes with no key of the register. */
function refuseWithoutKeys(db: Sqlite, staff: StaffId): void {
  const held = db.prepare<[string], number>('SELECT count(*) FROM thread_key WHERE reader = ?').pluck().get(staff);
  if (held === 0) throw new StoreFailure('notEnrolled');
}

function readAndSignIn(
  request: UnlockRequest,
  db: Sqlite,
  found: FoundVault,
  opened: OpenedSlot,
): Pick<OpenStore, 'unlocked' | 'reconciled'> {
  const { place, staff, projections } = request;
  const { store } = found.vault;
  checkMeta(db, store);
  refuseWithoutKeys(db, staff);
  const { own, frontier, earlier } = openDeviceLog(readable(db), storeKeysFrom(opened.storeKey).seeds);
  const restored = restoredIn(place.folder, store, { own, frontier });
  const unlocked = openEvenIfChanged({
    folder: place.folder,
    db,
    store,
    own,
    earlier,
    ...(restored !== null && { restoring: true }),
    me: staff,
    ...opened,
    projections,
    savedAnchor: { size: frontier.size, root: rootOf(frontier) },
    witness: new WitnessFile(place.profile),
    now: request.now,
    onProgress: request.onProgress,
  });
  // The register decides: a slot alone lets nobody in.
  const member = unlocked.register.staff.get(staff);
  const keys = publicKeysOf(opened.identity);
  if (member?.active !== true || member.keys.at(-1)?.sig !== keys.sig) throw new StoreFailure('notEnrolled');
  if (unlocked.readOnly !== null) return { unlocked, reconciled: 0 };
  if (restored !== null) beginAfterRestore(unlocked, restored, new WitnessFile(place.profile));
  forgetRestore(place.folder);
  unlocked.commit((writing) => writing.note('store.unlocked', { thread: null, about: null }));
  const reconciled = unlocked.reconcile();
  unlocked.checkpoint();
  rememberPhoneNumbers(place.profile, unlocked.register);
  repairVault(place.folder, found);
  clearLeftovers(place.folder, found.vault.log);
  forgetLeavers(place.folder, unlocked);
  return { unlocked, reconciled };
}

/** A leaver's slot goes with their leaving; one that a power cut left behind goes now. */
function forgetLeavers(folder: string, { register }: UnlockedStore): void {
  try {
    removeSlotsOfLeavers(folder, register);
  } catch {
    // It opens no session in any case, since the register decides. Nobody else is kept out because it cannot go now.
  }
}

/** An unlocked store together with the lock that keeps other processes out. */
export interface OpenStore {
  readonly unlocked: UnlockedStore;
  /** Records whose readers changed with this unlock. */
  readonly reconciled: number;
  /** Signs a last checkpoint and closes everything. */
  readonly lock: () => void;
}

/**
 * Unlocks a store: takes it for this process, derives the person's keys, reads and verifies the log, folds what they
 * can read, and notes the sign-in.
 *
 * @throws StoreFailure every kind of `storeProblems`; the store is left as it was, but for the note of a wrong passphrase
 */
export async function unlockStore(request: UnlockRequest): Promise<OpenStore> {
  const { folder } = request.place;
  const found = withStoreFailures(() => readVault(finishRestore(folder)));
  const lock = withStoreFailures(() => takeLock(join(folder, 'lock.db')));
  let db: Sqlite | undefined;
  try {
    const opened = await openSlot(found.vault, request.staff, request.passphrase);
    const signedIn = withStoreFailures(() => {
      const path = currentLogFile(folder, found.vault.log);
      db = openLogFile(path, storeKeysFrom(opened.storeKey).file, { create: false });
      return readAndSignIn(request, db, found, opened);
    });
    return { ...signedIn, lock: () => lockStore(signedIn.unlocked, lock) };
  } catch (error) {
    db?.close();
    lock.release();
    if (error instanceof StoreFailure && error.kind === 'wrongPassphrase')
      noteFailedUnlock(folder, request.staff, request.now());
    throw error;
  }
}

function lockStore(unlocked: UnlockedStore, lock: { release(): void }): void {
  try {
    unlocked.checkpoint();
  } catch {
    // Every entry is saved already. A checkpoint that cannot be signed now is signed at the next unlock.
  } finally {
    unlocked.close();
    lock.release();
  }
}
