import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { StoreId } from '../../shared/domain/ids.ts';
import { mostRanges } from '../../shared/events/backup.ts';
import type { ContentOf } from '../../shared/events/index.ts';
import { z } from '../../shared/zod.ts';
import { logVerifierKey } from './log/checkpoints.ts';
import type { SavedLog } from './log/head.ts';
import { rootOf } from './log/tree.ts';
import { type ReadManifest, readManifest } from './manifest.ts';
import { syncFile, syncFolder } from './sync.ts';
import type { UnlockedStore } from './unlocked.ts';
import type { WitnessFile } from './witness.ts';

const form = z.strictObject({
  format: z.literal('restored/1'),
  manifest: z.string().max(20_000),
  /** SHA-256 of the whole backup file, base64. */
  sha256: z.base64().length(44),
});
const fileIn = (folder: string): string => join(folder, 'restored.json');

/** What a restored folder holds beside the files of the backup, until it is first unlocked. */
export function restoredText(manifest: string, sha256: string): string {
  return JSON.stringify({ format: 'restored/1', manifest, sha256 } satisfies z.infer<typeof form>);
}

export interface Restored {
  readonly manifest: ReadManifest;
  readonly sha256: string;
}

/**
 * Whether the store in this folder comes from a backup and has not been unlocked since. Only where the manifest is
 * signed by the key of the log that is here, and names where it ends: anything else counts as no file.
 */
export function restoredIn(folder: string, store: StoreId, { own, frontier }: SavedLog): Restored | null {
  try {
    const read = form.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    const manifest = readManifest(read.manifest);
    const same =
      manifest.store === store &&
      manifest.vkey === logVerifierKey(store, own) &&
      manifest.size === frontier.size &&
      manifest.root.equals(rootOf(frontier));
    return same ? { manifest, sha256: read.sha256 } : null;
  } catch {
    return null;
  }
}

export function forgetRestore(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}

/** What this computer saw that the backup does not hold: the ends of logs, and whole logs that came after it. */
export function missingSince(
  { store, logs }: Pick<ReadManifest, 'store' | 'logs'>,
  witness: WitnessFile,
): ContentOf<'log.restored'>['missing'] {
  return witness.logsOf(store).flatMap((log) => {
    const from = logs.find((one) => one.log === log)?.size ?? 0;
    const to = witness.anchorOf(store, log)?.size ?? 0;
    // A log that was followed by another one ended where the backup says.
    const ended = logs.findIndex((one) => one.log === log) + 1;
    return to > from && (ended === 0 || ended === logs.length) ? [{ log, from, to }] : [];
  });
}

export type MissingRange = ContentOf<'log.restored'>['missing'][number];

/**
 * What the witness saw in this folder that is not there and that no entry says is missing. Of the log that is written
 * now its anchors speak.
 *
 * @param said what entries say is missing
 */
export function missingHere(
  { store, logs }: Pick<ReadManifest, 'store' | 'logs'>,
  said: readonly MissingRange[],
  witness: WitnessFile,
): readonly MissingRange[] {
  return witness.logsHere(store).flatMap(({ log, size: to }) => {
    if (log === logs.at(-1)?.log) return [];
    const ends = said.filter((one) => one.log === log).map((one) => one.to);
    const from = Math.max(logs.find((one) => one.log === log)?.size ?? 0, ...ends);
    return to > from ? [{ log, from, to }] : [];
  });
}

/**
 * Says what is missing though no restore named it: the store was restored by somebody whose profile had not seen those
 * entries, and this one had.
 */
export function sayWhatIsMissing(store: UnlockedStore, witness: WitnessFile): void {
  const logs = store.logs.map(({ own: { log }, size }) => ({ log, size }));
  const missing = missingHere({ store: store.store, logs }, store.register.backup.missing, witness);
  for (let place = 0; place < missing.length; place += mostRanges) {
    const some = missing.slice(place, place + mostRanges);
    store.commit((writing) =>
      writing.append('log.missed', { thread: store.register.thread, about: null }, { missing: some }),
    );
  }
}

/** The first unlock after a restore: the store goes on in a log of its own, whose first event says where from. */
export function beginAfterRestore(store: UnlockedStore, { manifest, sha256 }: Restored, witness: WitnessFile): void {
  const { log, size, root, at } = manifest;
  const missing = missingSince(manifest, witness).slice(0, mostRanges);
  store.beginRestoredLog({ log, size, root: root.toString('base64'), sha256, madeAt: at, missing });
}

/**
 * Where a store is put together before it takes its place. `READY` in there says that it is whole, and what happens to
 * the one that was there before.
 */
export function restoringAt(folder: string) {
  const root = `${resolve(folder)}.restoring`;
  return { root, mark: join(root, 'RESTORING'), ready: join(root, 'READY'), store: join(root, 'store') };
}

const readyForm = z.strictObject({ format: z.literal('ready/1'), aside: z.string().min(1).max(255).nullable() });

/** @param aside path of the name that the old store gets, beside it; null where there is none */
export function writeReady(folder: string, aside: string | null): void {
  const { root, ready } = restoringAt(folder);
  const text: z.infer<typeof readyForm> = { format: 'ready/1', aside: aside && basename(aside) };
  writeFileSync(ready, JSON.stringify(text));
  syncFile(ready);
  syncFolder(root);
}

/** Only if the old store was set aside by this very restore: a folder may also be gone since somebody moved it. */
function mayFinish(folder: string): boolean {
  const { ready, store } = restoringAt(folder);
  if (existsSync(folder) || !existsSync(store)) return false;
  try {
    const { aside } = readyForm.parse(JSON.parse(readFileSync(ready, 'utf8')));
    return aside === null || existsSync(join(dirname(resolve(folder)), aside));
  } catch {
    return false;
  }
}

/** Deletes what was prepared: first what makes it count, so that what is left of it after a cut is of no use. */
export function forgetPrepared(folder: string): void {
  const { root, ready } = restoringAt(folder);
  rmSync(ready, { force: true });
  syncFolder(root);
  rmSync(root, { recursive: true, force: true });
}

/**
 * Completes a restore that was cut off after the old store had been set aside and before the new one had its place.
 *
 * @returns the folder, as it was given
 */
export function finishRestore(folder: string): string {
  if (mayFinish(folder)) {
    renameSync(restoringAt(folder).store, folder);
    syncFolder(dirname(resolve(folder)));
    forgetPrepared(folder);
  }
  return folder;
}
