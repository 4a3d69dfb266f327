import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { StoreProblem } from '../../shared/contract/failures.ts';
import { StoreFailure } from './failure.ts';

/** What the operating system says of the place where a log would lie. */
export interface FolderFacts {
  readonly platform: NodeJS.Platform;
  /** Absolute, without links. */
  readonly path: string;
  /** `f_type` of statfs, of the folder or the nearest one around it; null where it is not known. */
  readonly fileSystem: number | null;
  /** Whether the disk under it says that it can be taken out; null where nobody can tell. */
  readonly removable: boolean | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

// Magic numbers of Linux (statfs(2)); other systems have their own, and there only the path speaks.
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x5346414f, // AFS
  0x01021997, // 9P
  0x00c36400, // Ceph
]);
// What sticks and cards are formatted with, and no disk that a computer starts from.
const stickFileSystems: ReadonlySet<number> = new Set([0x4d44, 0x2011bab0]);

const syncedNames =
  /^(?:onedrive(?: ?-.*)?|dropbox(?: \(.*\))?|google ?drive|my drive|drivefs|icloud ?drive|icloud~.*|mobile documents|cloudstorage|box(?: sync)?|nextcloud|owncloud|pcloud ?drive|syncthing|sync|mega(?:sync)?)$/i;
const syncedEnvironment = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial', 'DROPBOX', 'GoogleDriveMount'];

const partsOf = (path: string): readonly string[] => path.split(/[\\/]+/).filter((part) => part !== '');

function isInside(path: string, around: string | undefined, platform: NodeJS.Platform): boolean {
  if (around === undefined || around === '') return false;
  const fold = (text: string): string => partsOf(platform === 'linux' ? text : text.toLowerCase()).join('/');
  return `${fold(path)}/`.startsWith(`${fold(around)}/`);
}

/**
 * Why a log may not lie there, or null. A network drive is written by several computers at once, a synced folder copied
 * while it is written, a stick pulled out.
 */
export function unsafeFolder({ platform, path, fileSystem, removable, env }: FolderFacts): StoreProblem | null {
  const linux = platform === 'linux';
  const type = linux && fileSystem !== null ? fileSystem >>> 0 : null;
  if (/^[\\/]{2}[^\\/]/.test(path) || (type !== null && networkFileSystems.has(type))) return 'folderNetwork';
  const named = partsOf(path).some((part) => syncedNames.test(part));
  if (named || syncedEnvironment.some((name) => isInside(path, env[name], platform))) return 'folderSynced';
  const mounted = linux ? /^\/(?:run\/)?media\// : platform === 'darwin' ? /^\/Volumes\// : /^$/;
  if (removable === true || mounted.test(path) || (type !== null && stickFileSystems.has(type)))
    return 'folderRemovable';
  return null;
}

function nearest(folder: string): string {
  for (let path = resolve(folder); ; path = dirname(path)) if (existsSync(path)) return realpathSync(path);
}

/** Linux alone tells: the disk under the longest mount point around the path. */
function removableOf(path: string): boolean | null {
  try {
    const mounts = readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '));
    const around = mounts.filter(([, at]) => at !== undefined && isInside(path, at, 'linux'));
    const device = around.toSorted(([, a = ''], [, b = '']) => b.length - a.length)[0]?.[0] ?? '';
    const disk = /^\/dev\/(sd[a-z]+|mmcblk\d+)/.exec(device)?.[1];
    if (disk === undefined) return null;
    return readFileSync(join('/sys/block', disk, 'removable'), 'utf8').trim() === '1';
  } catch {
    return null;
  }
}

/** @param folder may not exist yet: then what is said is of the nearest one around it */
export function folderFacts(folder: string): FolderFacts {
  const { platform, env } = process;
  const around = nearest(folder);
  let fileSystem: number | null = null;
  try {
    fileSystem = statfsSync(around).type;
  } catch {
    // Not known, so only the path speaks.
  }
  const removable = platform === 'linux' ? removableOf(around) : null;
  return { platform, path: around, fileSystem, removable, env };
}

/** @throws StoreFailure folderNetwork, folderSynced, folderRemovable */
export function refuseUnsafeFolder(folder: string, facts: (folder: string) => FolderFacts = folderFacts): void {
  const problem = unsafeFolder(facts(folder));
  if (problem !== null) throw new StoreFailure(problem);
}
