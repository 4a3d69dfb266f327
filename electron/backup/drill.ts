import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DrilledBackup } from '../../shared/contract/backup.ts';
import type { Context } from '../store/context.ts';
import { StoreFailure } from '../store/failure.ts';
import { rootOf } from '../store/log/tree.ts';
import { entriesIn } from '../store/manifest.ts';
import { newScratch } from '../store/scratch.ts';
import { type Extracted, extract } from './extract.ts';
import { inThePlace, placeFor } from './make.ts';
import { newestBackup } from './newest.ts';

/** Opens a restored copy with the keys of whoever is signed in, reads all of it, and compares it with its manifest. */
function openAndCompare(
  { store }: Context,
  folder: string,
  { container }: Extracted,
): Omit<DrilledBackup, 'name'> & { readonly size: number } {
  let copy: ReturnType<typeof store.openCopy>;
  try {
    copy = store.openCopy(folder);
  } catch (error) {
    const stranger = error instanceof StoreFailure && (error.kind === 'unknownStaff' || error.kind === 'keyMissing');
    throw stranger ? new StoreFailure('backupNotYours') : error;
  }
  try {
    const { manifest } = container;
    const { frontier } = copy.head;
    const same = copy.own.log === manifest.log && frontier.size === manifest.size;
    const { root } = copy.checks.all(() => {});
    if (!same || !rootOf(frontier).equals(manifest.root)) throw new StoreFailure('backupDamaged');
    return { entries: entriesIn(copy.logs), size: frontier.size, root, records: copy.threads.size };
  } finally {
    copy.close();
  }
}

/**
 * Rehearses a restore: the newest backup becomes a store in a folder of its own, is opened and read whole, and goes
 * again. What is compared is what a real restore would give.
 *
 * @throws StoreFailure backupNoPlace, backupGone, backupNone, backupDamaged, backupNewer, backupNotYours
 */
export function drillBackup(context: Context): DrilledBackup {
  const { store, place } = context;
  const folder = placeFor(context);
  const name = inThePlace(() => newestBackup(folder, context));
  if (name === undefined) throw new StoreFailure('backupNone');
  const scratch = newScratch(place.profile);
  try {
    context.progress('Rehearsing a restore', 0, 2);
    const extracted = inThePlace(() => extract(join(folder, name), join(scratch, 'store')));
    context.progress('Rehearsing a restore', 1, 2);
    const found = openAndCompare(context, join(scratch, 'store'), extracted);
    const { size, ...told } = found;
    const { root } = told;
    const which = { size, root, sha256: extracted.container.sha256.toString('base64') };
    store.commit((writing) =>
      writing.append('backup.drilled', { thread: context.register.thread, about: null }, which),
    );
    context.progress('Rehearsing a restore', 2, 2);
    return { name, ...told };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
