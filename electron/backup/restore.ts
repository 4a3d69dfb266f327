import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { backupCalls, LookedAtBackup, RestoredBackup } from '../../shared/contract/backup.ts';
import type { StoreId } from '../../shared/domain/ids.ts';
import type { LockedContext, LockedHandlers } from '../store/context.ts';
import { clearFreeFolder, isFreeFolder, takeFolder } from '../store/create.ts';
import { carryOverDemonstration } from '../store/demonstration.ts';
import { StoreFailure, withStoreFailures } from '../store/failure.ts';
import { takeLock } from '../store/log/open.ts';
import { entriesIn } from '../store/manifest.ts';
import {
  finishRestore,
  forgetPrepared,
  missingSince,
  restoredText,
  restoringAt,
  writeReady,
} from '../store/restored.ts';
import { refuseUnsafeFolder } from '../store/safe-folder.ts';
import { syncFile, syncFolder } from '../store/sync.ts';
import type { StorePlace } from '../store/unlock.ts';
import { readVault } from '../store/vault/files.ts';
import { WitnessFile } from '../store/witness.ts';
import { type Container, readContainer } from './container.ts';
import { extract, vaultIn } from './extract.ts';

type Locked = LockedHandlers<Pick<typeof backupCalls, 'look' | 'restore'>>;
type Asked = Parameters<Locked['restore']>[0];

/** @throws StoreFailure backupMissing when there is nothing to read there */
function mustBeThere(file: string): void {
  try {
    closeSync(openSync(file, 'r'));
  } catch {
    throw new StoreFailure('backupMissing');
  }
}

/** The store that is here, or null. Its vault may not be read any more, which is one reason to restore. */
function storeAt({ folder, profile }: StorePlace): StoreId | 'unknown' | null {
  try {
    return readVault(finishRestore(folder)).vault.store;
  } catch {
    return isFreeFolder(folder) ? null : (new WitnessFile(profile, folder).lastHere() ?? 'unknown');
  }
}

function describe({ manifest, size }: Container, place: StorePlace): LookedAtBackup {
  const here = storeAt(place);
  const missing = missingSince(manifest, new WitnessFile(place.profile));
  return {
    store: manifest.store,
    log: manifest.log,
    madeAt: manifest.at,
    entries: entriesIn(manifest.logs),
    bytes: size,
    app: manifest.app,
    of: here === null ? 'no-log-here' : here === manifest.store ? 'this-log' : 'another-log',
    missing: missing.reduce((total, { from, to }) => total + to - from, 0),
  };
}

/** @throws StoreFailure backupMissing, backupDamaged, backupNewer */
function lookAt(file: string, place: StorePlace): LookedAtBackup {
  mustBeThere(file);
  const vault: Buffer[] = [];
  const container = readContainer(file, (name, bytes) => void (name === 'vault' && vault.push(bytes)));
  vaultIn(container, Buffer.concat(vault).toString('utf8'));
  return describe(container, place);
}

/** Puts the store together in `<folder>.restoring`, which counts for nothing until `READY` stands in it. */
function prepare(file: string, folder: string, place: StorePlace): void {
  const { root, mark, store } = restoringAt(folder);
  if (existsSync(root) && !existsSync(mark) && readdirSync(root).length > 0) throw new StoreFailure('folderNotEmpty');
  forgetPrepared(folder);
  mkdirSync(root, { mode: 0o700, recursive: true });
  writeFileSync(mark, 'A log is being restored here. When no program runs, this folder can be deleted.\n');
  syncFile(mark);
  const { container } = extract(file, store);
  const note = join(store, 'restored.json');
  writeFileSync(note, restoredText(container.manifest.note, container.sha256.toString('base64')), { mode: 0o600 });
  syncFile(note);
  carryOverDemonstration(place, store, container.manifest.store);
  syncFolder(store);
  syncFolder(root);
}

function freeNameBeside(folder: string, now: Date): string {
  const stem = `${resolve(folder)}.before-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? stem : `${stem}-${copy}`;
    if (!existsSync(name)) return name;
  }
}

/**
 * Moves what is there aside, under another name beside it and never changed, or deletes a free folder. From the moment
 * that `READY` names it, the next look at the folder completes the restore: only once nobody has the old store open.
 */
function setAside(folder: string, now: Date): string | null {
  if (isFreeFolder(folder)) {
    if (existsSync(folder)) {
      takeFolder(folder).release();
      clearFreeFolder(folder);
      rmdirSync(folder);
    }
    writeReady(folder, null);
    return null;
  }
  const lock = takeLock(join(folder, 'lock.db'));
  const name = freeNameBeside(folder, now);
  try {
    writeReady(folder, name);
  } finally {
    // Windows does not rename a folder with an open file.
    lock.release();
  }
  renameSync(folder, name);
  return name;
}

/** Brings the old store back, where it was set aside, and leaves nothing that could take its place later. */
function undo(folder: string, aside: string | null): void {
  forgetPrepared(folder);
  if (aside !== null && existsSync(aside) && !existsSync(folder)) renameSync(aside, folder);
}

/** Sets the old store aside and puts the prepared one in its place. @returns where the old one lies now */
function takePlace(folder: string, now: Date): string | null {
  let aside: string | null = null;
  try {
    aside = setAside(folder, now);
    syncFolder(dirname(resolve(folder)));
    finishRestore(folder);
    return aside;
  } catch (error) {
    undo(folder, aside);
    throw error;
  }
}

function judge(found: LookedAtBackup, { other, older, into }: Asked): void {
  if (found.of === 'another-log' && !other && into === null) throw new StoreFailure('backupOther');
  // The entry that it was made follows every backup, and is in none: asking for that would teach people to go on unread.
  if (found.missing > 1 && !older) throw new StoreFailure('backupOlder');
}

function restore(asked: Asked, { place, now, progress }: LockedContext): RestoredBackup {
  const { file, into } = asked;
  const folder = into ?? place.folder;
  progress('Restoring a backup', 0, 3);
  const found = lookAt(file, place);
  judge(found, asked);
  refuseUnsafeFolder(folder);
  if (into !== null && !isFreeFolder(into)) throw new StoreFailure('folderNotEmpty');
  progress('Restoring a backup', 1, 3);
  prepare(file, folder, place);
  progress('Restoring a backup', 2, 3);
  const aside = takePlace(folder, now());
  progress('Restoring a backup', 3, 3);
  const { entries, madeAt, missing } = found;
  return { folder, setAside: aside, entries, madeAt, missing };
}

export const backupLocked: Locked = {
  look: ({ file }, { place }) => withStoreFailures(() => lookAt(file, place)),
  restore: (asked, context) => withStoreFailures(() => restore(asked, context)),
};
