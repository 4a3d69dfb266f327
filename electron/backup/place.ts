import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import type { BackupPlace } from '../../shared/contract/backup.ts';
import { type StoreId, storeId } from '../../shared/domain/ids.ts';
import { z } from '../../shared/zod.ts';
import { InvalidInput } from '../store/context.ts';
import { storeProblemOf } from '../store/failure.ts';

// In the profile of this computer and not in the log: a path often holds the name of whoever set it.
const place = z.strictObject({ store: storeId, folder: z.string().min(1).max(4096) });
const form = z.strictObject({ format: z.literal('backup-places/1'), places: z.array(place).max(20) });
type Form = z.infer<typeof form>;

const fileIn = (profile: string): string => join(profile, 'backup-places.json');

function read(profile: string): Form {
  try {
    return form.parse(JSON.parse(readFileSync(fileIn(profile), 'utf8')));
  } catch {
    return { format: 'backup-places/1', places: [] };
  }
}

/** The folder for backups of this store on this computer, or null. */
export function folderOf(profile: string, store: StoreId): string | null {
  return read(profile).places.find((one) => one.store === store)?.folder ?? null;
}

export function rememberFolder(profile: string, store: StoreId, folder: string): void {
  const others = read(profile).places.filter((one) => one.store !== store);
  const next: Form = { format: 'backup-places/1', places: [...others.slice(-19), { store, folder }] };
  mkdirSync(profile, { recursive: true });
  const aside = `${fileIn(profile)}.part`;
  const descriptor = openSync(aside, 'w', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(next));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(aside, fileIn(profile));
}

function writable(folder: string): boolean {
  const path = join(folder, '.practice-log-try.part');
  try {
    closeSync(openSync(path, 'w', 0o600));
    rmSync(path);
    return true;
  } catch (error) {
    // A disk that is full can be written again, and is said to be full when it comes to that.
    return storeProblemOf(error) === 'noSpace';
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function onSameDisk(folder: string, other: string): boolean {
  try {
    return statSync(folder).dev === statSync(other).dev;
  } catch {
    return false;
  }
}

/** How the folder is now: its disk may have been unplugged since it was chosen. */
export function stateOf(folder: string, store: string): BackupPlace {
  if (!isFolder(folder)) return { folder, state: 'gone', sameDisk: false };
  return { folder, state: writable(folder) ? 'ready' : 'read-only', sameDisk: onSameDisk(folder, store) };
}

/** @throws InvalidInput on the field `folder`, with the reason */
export function judgePlace(folder: string, store: string): BackupPlace {
  const refuse = (reason: string): never => {
    throw new InvalidInput({ folder: reason });
  };
  if (!isAbsolute(folder) || !isFolder(folder)) return refuse('Choose a folder that exists');
  const [inside, around] = [realpathSync(folder), realpathSync(store)];
  if (inside === around || inside.startsWith(around + sep))
    return refuse('Choose a folder outside the log: what happens to the log would happen to its backups');
  const found = stateOf(folder, store);
  return found.state === 'ready' ? found : refuse('This folder cannot be written. Choose another one');
}
