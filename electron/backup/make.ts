import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import project from '../../package.json' with { type: 'json' };
import type { MadeBackup } from '../../shared/contract/backup.ts';
import type { StoreProblem } from '../../shared/contract/failures.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { Context } from '../store/context.ts';
import { StoreFailure, storeProblemOf } from '../store/failure.ts';
import { openLogFile } from '../store/log/open.ts';
import { schemaVersion } from '../store/log/schema.ts';
import { verifyLogFile } from '../store/log/verify-file.ts';
import { entriesIn, type Manifest, signManifest } from '../store/manifest.ts';
import { syncFolder } from '../store/sync.ts';
import { readVault } from '../store/vault/files.ts';
import { type Vault, writeVaultText } from '../store/vault/format.ts';
import { storeKeysFrom } from '../store/vault/identity.ts';
import { type Container, measure, type Part, readLabel, writeContainer } from './container.ts';
import { extract } from './extract.ts';
import { backupName, isOurs, madeAt, outlived } from './names.ts';
import { folderOf, stateOf } from './place.ts';

const inPlace: { readonly [Problem in StoreProblem]?: StoreProblem } = {
  noSpace: 'backupFull',
  readOnly: 'backupReadOnly',
  diskTrouble: 'backupGone',
  logMissing: 'backupGone',
};

/** What fails in the place for backups is no trouble with the log, and is said in other words. */
export function inThePlace<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    const problem = gone ? 'backupGone' : inPlace[storeProblemOf(error) ?? 'logChanged'];
    throw problem === undefined ? error : new StoreFailure(problem);
  }
}

/** @throws StoreFailure backupNoPlace, backupGone */
export function placeFor({ place, store }: Context): string {
  const folder = folderOf(place.profile, store.store);
  if (folder === null) throw new StoreFailure('backupNoPlace');
  if (!existsSync(folder)) throw new StoreFailure('backupGone');
  return folder;
}

/** The names of this store's backups in a folder. */
export function backupsIn(folder: string, { store }: Context): readonly string[] {
  return readdirSync(folder).filter((name) => isOurs(store.store, name, 'whole'));
}

function clearUnfinished(folder: string, { store }: Context): void {
  for (const name of readdirSync(folder))
    if (isOurs(store.store, name, 'unfinished')) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Vault and log as they stand, with a manifest over them, in one file under its unfinished name. */
function writePart(context: Context, path: string): Omit<Container, 'manifest'> {
  const { store, place } = context;
  const checkpoint = store.checkpoint();
  const { vault } = readVault(place.folder);
  const logCopy = `${path.slice(0, -'.part'.length)}.log.part`;
  inThePlace(() => store.copyLogFile(logCopy));
  const parts: readonly [Part, Part] = [
    { name: 'vault', bytes: Buffer.from(writeVaultText(vault)) },
    { name: `log.${vault.log}.db`, path: logCopy },
  ];
  const listed = (part: Part): Manifest['files'][number] => {
    const { size, sha256 } = measure(part);
    return { name: part.name, size, sha256: sha256.toString('hex') };
  };
  const written = inThePlace(() => {
    const manifest = signManifest(store.own, {
      app: project.version,
      at: instantOf(store.now()),
      checkpoint,
      files: [listed(parts[0]), listed(parts[1])],
      logs: store.logs.map(({ own: { log }, size }) => ({ log, size })),
      schema: schemaVersion,
      store: store.store,
    });
    return writeContainer(path, manifest, parts);
  });
  rmSync(logCopy, { force: true });
  return written;
}

interface Verified extends Container {
  readonly withoutKey: readonly StaffId[];
}

/** Whoever should be able to open it and has no slot in it. Recovery has an id like everybody. */
function withoutKey({ register }: Context, { slots }: Vault): readonly StaffId[] {
  const active = [...register.staff].filter(([, { active: works }]) => works).map(([staff]) => staff);
  return [register.recovery.id, ...active].filter((staff) => slots.every((slot) => slot.staff !== staff));
}

/**
 * Reads a backup back as somebody would who has nothing but the file and their own key: the store key out of the vault
 * in it, every hash, every page, the chain to the checkpoint.
 */
function verify(context: Context, path: string, scratch: string): Verified {
  const { store } = context;
  try {
    const { container, log, vault } = extract(path, scratch);
    const keys = storeKeysFrom(store.storeKeyIn(vault));
    const db = openLogFile(log, keys.file, { create: false, look: true });
    try {
      const { newest, size, root } = verifyLogFile(db, store.store, keys.seeds);
      const { manifest } = container;
      const same = newest.log === manifest.log && size === manifest.size && root.equals(manifest.root);
      if (!same) throw new StoreFailure('backupNotVerified');
      return { ...container, withoutKey: withoutKey(context, vault) };
    } finally {
      db.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function verified(context: Context, path: string, written: Buffer): Verified {
  try {
    const container = verify(context, path, `${path}.log.part`);
    if (!container.sha256.equals(written)) throw new StoreFailure('backupNotVerified');
    return container;
  } catch (error) {
    rmSync(path, { force: true });
    const problem = storeProblemOf(error);
    if (problem === undefined) throw error;
    throw new StoreFailure(problem === 'noSpace' ? 'backupFull' : 'backupNotVerified');
  }
}

/** Deletes what has had its time: only files that say themselves that they are backups of this store. */
function deleteOutlived(folder: string, context: Context, made: string): readonly string[] {
  return outlived(backupsIn(folder, context), context.store.now()).filter((name) => {
    try {
      if (name === made || readLabel(join(folder, name)).store !== context.store.store) return false;
      rmSync(join(folder, name));
      return true;
    } catch {
      return false;
    }
  });
}

/** A name that is free. Two backups within a second are one second apart. */
function freePath(folder: string, { store }: Context): string {
  for (let at = store.now(); ; at = new Date(at.getTime() + 1_000)) {
    const path = join(folder, backupName(store.store, at));
    if (!existsSync(path)) return path;
  }
}

/**
 * Makes a backup: written aside, synced, renamed, read back whole; only then does the log say that there is one.
 *
 * @throws StoreFailure backupNoPlace, backupGone, backupFull, backupReadOnly, backupNotVerified; what `commit` throws
 */
export function makeBackup(context: Context): MadeBackup {
  const { store } = context;
  const folder = placeFor(context);
  if (stateOf(folder, context.place.folder).state === 'read-only') throw new StoreFailure('backupReadOnly');
  inThePlace(() => clearUnfinished(folder, context));
  const path = freePath(folder, context);
  const step = (done: number): void => context.progress('Making a backup', done, 3);
  step(0);
  try {
    const { sha256 } = writePart(context, `${path}.part`);
    step(1);
    inThePlace(() => renameSync(`${path}.part`, path));
    syncFolder(folder);
    step(2);
    const { manifest, size: bytes, withoutKey: lacking } = verified(context, path, sha256);
    const which = { size: manifest.size, root: manifest.root.toString('base64'), sha256: sha256.toString('base64') };
    store.commit((writing) => writing.append('backup.made', { thread: context.register.thread, about: null }, which));
    step(3);
    const name = basename(path);
    const deleted = deleteOutlived(folder, context, name);
    const entries = entriesIn(manifest.logs);
    return { name, at: instantOf(madeAt(name)), entries, bytes, sha256: which.sha256, deleted, withoutKey: lacking };
  } catch (error) {
    try {
      clearUnfinished(folder, context);
    } catch {
      // The disk is gone, or full; the next backup clears it away.
    }
    throw error;
  }
}
