import { join } from 'node:path';
import type { StoreStatus } from '../../shared/contract/store.ts';
import { type Instant, instantOf } from '../../shared/domain/calendar.ts';
import type { StaffId, StoreId } from '../../shared/domain/ids.ts';
import { demonstrationIn } from './demonstration.ts';
import { takeFailedUnlocks, tryPassphrase } from './failed-unlocks.ts';
import { StoreFailure, withStoreFailures } from './failure.ts';
import { openDeviceLog } from './log/head.ts';
import { openLogFile, type Sqlite, takeLock } from './log/open.ts';
import { clearLeftovers, currentLogFile } from './log/replace.ts';
import { checkMeta } from './log/schema.ts';
import { openKeys } from './log/thread-keys.ts';
import { type ReadableLog, readable } from './log/transaction.ts';
import { rootOf } from './log/tree.ts';
import { rememberPhoneNumbers } from './phone-numbers.ts';
import { openEvenIfChanged } from './read-only.ts';
import {
  beginAfterRestore,
  finishRestore,
  forgetRestore,
  type Restored,
  restoredIn,
  sayWhatIsMissing,
} from './restored.ts';
import { clearScratch } from './scratch.ts';
import type { UnlockedStore } from './unlocked.ts';
import { type FoundVault, readVault } from './vault/files.ts';
import { type Identity, publicKeysOf, storeKeysFrom } from './vault/identity.ts';
import type { OpenedSlot } from './vault/slots.ts';
import { finishReplacing, tidyVault } from './vault/tidy.ts';
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
  /** Whoever signs in was told what the clock says, and goes on. */
  readonly clockIsRight?: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

const day = 86_400_000;
/** A log that was closed over a holiday is opened as ever. */
const longestPause = 14 * day;

/**
 * Order and the end of covers rise with the newest entry: one that is made while the clock runs ahead can never be taken
 * back. Nobody looks at a demonstration every week, and nothing in it counts.
 *
 * @throws StoreFailure clockAhead; then nothing was written
 */
export function refuseFarAhead(
  { clockIsRight, now }: Pick<UnlockRequest, 'clockIsRight' | 'now'>,
  { register, head }: UnlockedStore,
): void {
  const ahead = now().getTime() - head.ms > longestPause;
  if (ahead && clockIsRight !== true && !register.demo) throw new StoreFailure('clockAhead');
}

/** When the newest entry was made by a clock that was more than a day ahead of what it says now. */
function clockBehind({ now }: UnlockRequest, { head }: UnlockedStore): Instant | null {
  return head.ms - now().getTime() > day ? instantOf(new Date(head.ms)) : null;
}

/** Who may sign in, by initials: all that can be known while the log is locked. @throws StoreFailure as `readVault` */
export function statusOf(place: StorePlace): StoreStatus {
  const { vault } = withStoreFailures(() => readVault(finishRestore(place.folder)));
  const people = vault.slots.filter(({ type }) => type === 'passphrase');
  return {
    // Somebody who was let in again has two until a second person has confirmed it.
    signIns: [...new Map(people.map(({ staff, label }) => [staff, { staff, label }])).values()],
    demonstration: demonstrationIn(place, vault.store),
  };
}

/** A slot that was written without its event, as when enrolling was cut off, comes with no key of the register. */
function refuseWithoutKeys(db: Sqlite, staff: StaffId): void {
  const sql = 'SELECT count(*) FROM thread_key WHERE reader = ?';
  const held = db.prepare<[string], number>(sql).pluck().get(staff);
  if (held === 0) throw new StoreFailure('notEnrolled');
}

interface ReadStore {
  readonly unlocked: UnlockedStore;
  /** Set until the first unlock after a restore. */
  readonly restored: Restored | null;
}

/** Reads the log; where nothing opens because the keys were replaced, says that. */
export function readWithKeys(
  { place, staff: me, projections, now, onProgress }: Omit<UnlockRequest, 'passphrase'>,
  db: Sqlite,
  store: StoreId,
  { identity, storeKey }: OpenedSlot,
): ReadStore {
  const { folder } = place;
  const { own, frontier, earlier } = openDeviceLog(readable(db), storeKeysFrom(storeKey).seeds);
  const restored = restoredIn(folder, store, { own, frontier });
  const savedAnchor = { size: frontier.size, root: rootOf(frontier) };
  const witness = new WitnessFile(place.profile, folder);
  const logs = { own, earlier, savedAnchor, witness, ...(restored !== null && { restoring: true as const }) };
  const person = { me, identity, storeKey, projections, now, onProgress };
  try {
    return { unlocked: openEvenIfChanged({ folder, db, store, ...logs, ...person }), restored };
  } catch (error) {
    const unreadable = error instanceof StoreFailure && (error.kind === 'logDamaged' || error.kind === 'keyMissing');
    const replaced = unreadable ? replacedKeys(readable(db), store, me, identity) : null;
    throw replaced === null ? error : new StoreFailure(replaced);
  }
}

/**
 * Whether the keys of a slot wait to be confirmed, or were replaced themselves. From headers, which are all that can be
 * read without a key: they explain, and let nobody in.
 */
function replacedKeys(
  db: ReadableLog,
  store: StoreId,
  staff: StaffId,
  { sealing }: Identity,
): 'keysPending' | 'wrongPassphrase' | null {
  if (!openKeys(db, store, staff, sealing).ring.isEmpty) return null;
  const sql = `
    SELECT type FROM event WHERE about = ? AND type IN ('keys.replaced', 'keys.confirmed', 'keys.withdrawn', 'recovery.used')
    ORDER BY n DESC LIMIT 1
  `;
  const newest = db.prepare<[string], string>(sql).pluck().get(staff);
  if (newest === undefined) return null;
  return newest === 'keys.replaced' ? 'keysPending' : 'wrongPassphrase';
}

/** What is written next after a restore goes into a log of its own. */
export function goOnAfterRestore(
  { folder, profile }: StorePlace,
  store: UnlockedStore,
  restored: Restored | null,
): void {
  if (restored !== null) beginAfterRestore(store, restored, new WitnessFile(profile, folder));
  forgetRestore(folder);
}

/**
 * Whoever comes in with the keys that they have does not need those that a colleague let them have: these end, so that
 * nobody is kept out by what somebody else began.
 *
 * @returns the colleague, or null when nothing waited
 */
function noteSignIn(unlocked: UnlockedStore): StaffId | null {
  const { me, register } = unlocked;
  const pending = register.staff.get(me)?.pending ?? null;
  unlocked.commit((writing) => {
    writing.note('store.unlocked', { thread: null, about: null });
    if (pending === null) return;
    const { sig, kem } = pending;
    writing.append('keys.withdrawn', { thread: register.thread, about: me }, { staff: me, sig, kem });
  });
  return pending?.by ?? null;
}

function readAndSignIn(
  request: UnlockRequest,
  db: Sqlite,
  found: FoundVault,
  opened: OpenedSlot,
): Omit<OpenStore, 'lock'> {
  const { place, staff } = request;
  const { store } = found.vault;
  checkMeta(db, store);
  refuseWithoutKeys(db, staff);
  const { unlocked, restored } = readWithKeys(request, db, store, opened);
  // The register decides: a slot alone lets nobody in.
  const member = unlocked.register.staff.get(staff);
  const keys = publicKeysOf(opened.identity);
  if (member?.active !== true || member.keys.at(-1)?.sig !== keys.sig) throw new StoreFailure('notEnrolled');
  const behind = clockBehind(request, unlocked);
  if (unlocked.readOnly !== null) return { unlocked, reconciled: 0, clockBehind: behind, lettingInWithdrawn: null };
  refuseFarAhead(request, unlocked);
  goOnAfterRestore(place, unlocked, restored);
  const lettingInWithdrawn = noteSignIn(unlocked);
  sayWhatIsMissing(unlocked, new WitnessFile(place.profile, place.folder));
  takeFailedUnlocks(unlocked, place.folder);
  const reconciled = unlocked.reconcile();
  unlocked.checkpoint();
  rememberPhoneNumbers(place.profile, unlocked.register);
  tidyVault(place.folder, found, unlocked.register, opened.slot);
  clearLeftovers(place.folder, found.vault.log);
  clearScratch(place.profile);
  finishReplacing(place.folder, unlocked);
  return { unlocked, reconciled, clockBehind: behind, lettingInWithdrawn };
}

/** An unlocked store together with the lock that keeps other processes out. */
export interface OpenStore {
  readonly unlocked: UnlockedStore;
  /** Records whose readers changed with this unlock. */
  readonly reconciled: number;
  /** Who had let this person in again, which their signing in as before withdrew; null when nobody had. */
  readonly lettingInWithdrawn: StaffId | null;
  readonly clockBehind: Instant | null;
  /** Signs a last checkpoint and closes everything. */
  readonly lock: () => void;
}

/**
 * Unlocks a store: takes it for this process, derives the person's keys, reads and verifies the log, folds what they
 * can read, and notes the sign-in.
 *
 * @throws StoreFailure every kind of `storeProblems`, WaitBeforeTrying; the store is left as it was, but for the note of a wrong passphrase
 */
export async function unlockStore(request: UnlockRequest): Promise<OpenStore> {
  const { folder } = request.place;
  const found = withStoreFailures(() => readVault(finishRestore(folder)));
  const lock = withStoreFailures(() => takeLock(join(folder, 'lock.db')));
  let db: Sqlite | undefined;
  try {
    const { staff, passphrase, now } = request;
    const opened = await tryPassphrase({ folder, vault: found.vault, staff, passphrase, now });
    const signedIn = withStoreFailures(() => {
      const path = currentLogFile(folder, found.vault.log);
      db = openLogFile(path, storeKeysFrom(opened.storeKey).file, { create: false });
      return readAndSignIn(request, db, found, opened);
    });
    return { ...signedIn, lock: () => lockStore(signedIn.unlocked, lock) };
  } catch (error) {
    db?.close();
    lock.release();
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
