import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { StaffId, StoreId, ThreadId } from '../../shared/domain/ids.ts';
import type { ContentOf } from '../../shared/events/index.ts';
import { foundRegister } from '../../shared/policy/register.ts';
import { type KdfParameters, standardKdf } from './crypto/argon2id.ts';
import { StoreFailure, withStoreFailures } from './failure.ts';
import { idOfKey, newId } from './ids.ts';
import { signCheckpoint } from './log/checkpoints.ts';
import { beginDeviceLog, emptyHead } from './log/head.ts';
import { openLogFile, takeLock } from './log/open.ts';
import { createTables, schemaVersion } from './log/schema.ts';
import { KeyRing } from './log/thread-keys.ts';
import { inTransaction, readable, type WritableLog } from './log/transaction.ts';
import { Writing } from './log/write.ts';
import { mustBeGood } from './passphrases.ts';
import { newRecoveryKey } from './recovery.ts';
import { type FolderFacts, refuseUnsafeFolder } from './safe-folder.ts';
import { writeVault } from './vault/files.ts';
import { type Identity, identityFrom, publicKeysOf, storeKeysFrom } from './vault/identity.ts';
import { makeSlot } from './vault/slots.ts';

export interface NewStore {
  readonly folder: string;
  /** The network or practice. */
  readonly name: string;
  readonly demo: boolean;
  readonly founder: {
    readonly name: string;
    readonly initials: string;
    readonly jobTitle?: string | undefined;
    readonly passphrase: string;
  };
  /** Weaker than the standard only in tests. */
  readonly kdf?: KdfParameters;
  /** Asked of the operating system, but in tests. */
  readonly facts?: (folder: string) => FolderFacts;
  readonly now: () => Date;
}

export interface MadeStore {
  readonly store: StoreId;
  readonly founder: StaffId;
  /** To be printed and given to two different people. They are shown once and kept nowhere. */
  readonly recoveryHalves: readonly [string, string];
}

// The log file gets its name only when it is whole. A file called `log.1.db` may hold records that somebody lost the
// vault of and will restore, so it is never cleared away.
const unfinished = 'log.1.db.new';
const leftovers = new Set(['lock.db', 'lock.db-journal', unfinished, `${unfinished}-journal`]);

/** A folder is free when it holds nothing, or only what a set-up that was cut off left before it counted. */
function refuseOtherFiles(folder: string): void {
  if (!isFreeFolder(folder)) throw new StoreFailure('folderNotEmpty');
}

/** Whether a folder is free, or not there yet. */
export function isFreeFolder(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => leftovers.has(name));
}

/** Leaves nothing in a folder that is free. @throws StoreFailure folderNotEmpty when it is not, and then touches nothing */
export function clearFreeFolder(folder: string): void {
  refuseOtherFiles(folder);
  for (const name of leftovers) rmSync(join(folder, name), { force: true });
}

/** Takes a free folder for this process. Looks again once it is taken: somebody else may have set up a log meanwhile. */
export function takeFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseOtherFiles(folder);
  const lock = takeLock(join(folder, 'lock.db'));
  try {
    refuseOtherFiles(folder);
    for (const name of [unfinished, `${unfinished}-journal`]) rmSync(join(folder, name), { force: true });
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Secrets {
  readonly founderUmk: Buffer;
  readonly recoveryUmk: Buffer;
  readonly recoveryKey: Buffer;
  readonly storeKey: Buffer;
}

interface Ids {
  readonly store: StoreId;
  readonly founder: StaffId;
  readonly recovery: StaffId;
}

function founding(ask: NewStore, staff: StaffId, founder: Identity, recoveryId: StaffId, recovery: Identity) {
  const { name, initials, jobTitle } = ask.founder;
  const content: Omit<ContentOf<'store.founded'>, 'v'> = {
    name: ask.name,
    demo: ask.demo,
    founder: { staff, name, initials, jobTitle, ...publicKeysOf(founder) },
    recovery: { id: recoveryId, ...publicKeysOf(recovery) },
  };
  return content;
}

/** Writes the first event, which makes the register, signed by the founder. */
function writeFirstEvent(log: WritableLog, ask: NewStore, secrets: Secrets, ids: Ids): void {
  const own = beginDeviceLog(log, randomBytes(32), storeKeysFrom(secrets.storeKey).seeds);
  const founder = identityFrom(secrets.founderUmk);
  const content = founding(ask, ids.founder, founder, ids.recovery, identityFrom(secrets.recoveryUmk));
  const thread = newId<ThreadId>();
  const at = instantOf(ask.now());
  const position = { ms: 0, counter: 0, log: own.log, seq: 0 };
  const first = {
    type: 'store.founded',
    id: newId(),
    thread,
    about: null,
    actor: ids.founder,
    at,
    position,
    content: { v: 1, ...content },
  } as const;
  const writing = new Writing(log, {
    store: ids.store,
    own,
    author: { staff: ids.founder, signing: founder.signing },
    register: foundRegister({ ...first, id: newId() }, ids.store),
    threads: new Map(),
    damaged: new Map(),
    ring: new KeyRing(),
    head: emptyHead,
    now: ask.now,
  });
  writing.append('store.founded', { thread, about: null }, content);
  const { head } = writing.finish();
  signCheckpoint(log, ids.store, own, head);
}

/** Makes the log file with its first event, all in one transaction. */
function writeLogFile(ask: NewStore, secrets: Secrets, ids: Ids): void {
  const db = openLogFile(join(ask.folder, unfinished), storeKeysFrom(secrets.storeKey).file, { create: true });
  try {
    inTransaction(readable(db), (log) => {
      createTables(log);
      const meta = log.prepare('INSERT INTO meta (k, v) VALUES (?, ?)');
      meta.run('store', ids.store);
      meta.run('schema', String(schemaVersion));
      writeFirstEvent(log, ask, secrets, ids);
    });
  } finally {
    db.close();
  }
  chmodSync(join(ask.folder, unfinished), 0o600);
  rmSync(join(ask.folder, `${unfinished}-journal`), { force: true });
  renameSync(join(ask.folder, unfinished), join(ask.folder, 'log.1.db'));
}

function makeSlots(ask: NewStore, secrets: Secrets, { store, founder, recovery }: Ids, kdf: KdfParameters) {
  const { storeKey, founderUmk, recoveryUmk, recoveryKey } = secrets;
  const { initials, passphrase } = ask.founder;
  return Promise.all([
    makeSlot({ store, kdf, storeKey, staff: founder, label: initials, umk: founderUmk, secret: passphrase }),
    makeSlot({ store, kdf, storeKey, staff: recovery, label: 'recovery', umk: recoveryUmk, secret: recoveryKey }),
  ]);
}

/**
 * Sets up a store with its founder and a recovery identity whose key is given out in two halves.
 *
 * The vault is written last: until it is there the folder holds no store, and set-up can simply be done again.
 *
 * @throws InvalidInput at `founder.passphrase`; StoreFailure folderNotEmpty, folderNetwork, folderSynced,
 * folderRemovable, inUse, noSpace, readOnly
 */
export async function createStore(ask: NewStore): Promise<MadeStore> {
  const { folder, kdf = standardKdf, founder } = ask;
  refuseUnsafeFolder(folder, ask.facts);
  mustBeGood('founder.passphrase', founder.passphrase, [founder.name, founder.initials, ask.name]);
  const recovery = newRecoveryKey();
  const secrets: Secrets = {
    founderUmk: randomBytes(32),
    recoveryUmk: randomBytes(32),
    recoveryKey: recovery.key,
    storeKey: randomBytes(32),
  };
  // The store is named after its founder's key, so nobody else's register fits it.
  const store = idOfKey<StoreId>(identityFrom(secrets.founderUmk).signing.publicKey);
  const ids: Ids = { store, founder: newId(), recovery: newId() };
  const lock = withStoreFailures(() => takeFolder(folder));
  try {
    const slots = await makeSlots(ask, secrets, ids, kdf);
    withStoreFailures(() => {
      writeLogFile(ask, secrets, ids);
      writeVault(folder, null, { format: 'vault/1', store, kdf, log: 1, slots });
    });
  } catch (error) {
    // Nobody has seen the recovery halves, so what was written may not pass for a log. All of it is of this run: the
    // folder was free when it was taken.
    for (const name of ['vault.a', 'vault.b', 'log.1.db', 'log.1.db-journal'])
      rmSync(join(folder, name), { force: true });
    throw error;
  } finally {
    lock.release();
  }
  return { store, founder: ids.founder, recoveryHalves: recovery.halves };
}
