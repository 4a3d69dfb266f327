import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from '../store/failure.ts';
import { schemaVersion } from '../store/log/schema.ts';
import { syncFolder } from '../store/sync.ts';
import { repairVault } from '../store/vault/files.ts';
import { parseVaultText, type Vault } from '../store/vault/format.ts';
import { type Container, measure, readContainer } from './container.ts';

export interface Extracted {
  readonly container: Container;
  readonly vault: Vault;
  /** Path of the log file. */
  readonly log: string;
}

/** The vault of a backup, which names the log file that comes with it. @throws StoreFailure backupDamaged, backupNewer */
export function vaultIn({ manifest }: Container, text: string): Vault {
  const parsed = parseVaultText(text);
  if (!parsed.ok) throw new StoreFailure(parsed.newer ? 'backupNewer' : 'backupDamaged');
  if (manifest.schema > schemaVersion) throw new StoreFailure('backupNewer');
  const [vault, log] = manifest.files;
  const same = vault.name === 'vault' && log.name === `log.${parsed.vault.log}.db`;
  if (!same || parsed.vault.store !== manifest.store) throw new StoreFailure('backupDamaged');
  return parsed.vault;
}

/**
 * Makes a store's folder out of a backup, each file synced. The vault comes last: until it is there the folder holds no
 * store.
 *
 * @param folder that does not exist yet
 * @throws StoreFailure backupDamaged, backupNewer; what the file system throws
 */
export function extract(file: string, folder: string): Extracted {
  mkdirSync(folder, { mode: 0o700 });
  const aside = join(folder, 'log.unread');
  const descriptor = openSync(aside, 'wx', 0o600);
  const pieces: Buffer[] = [];
  let container: Container;
  try {
    container = readContainer(file, (name, bytes) => {
      if (name === 'vault') pieces.push(bytes);
      else for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    });
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return putInPlace(container, folder, aside, Buffer.concat(pieces).toString('utf8'));
}

function putInPlace(container: Container, folder: string, aside: string, text: string): Extracted {
  const vault = vaultIn(container, text);
  const log = join(folder, `log.${vault.log}.db`);
  // Read back: what was hashed above were the bytes of the backup, not those that the disk has taken.
  const taken = measure({ name: 'log', path: aside });
  if (taken.sha256.toString('hex') !== container.manifest.files[1].sha256) throw new StoreFailure('diskTrouble');
  renameSync(aside, log);
  repairVault(folder, { vault, behind: ['vault.a', 'vault.b'] });
  syncFolder(folder);
  return { container, vault, log };
}
