import { instant } from '../../shared/domain/calendar.ts';
import { logId, storeId } from '../../shared/domain/ids.ts';
import { z } from '../../shared/zod.ts';
import { StoreFailure } from './failure.ts';
import { canonicalJson, parseCanonical } from './log/canonical.ts';
import { logVerifierKey, originOf } from './log/checkpoints.ts';
import type { DeviceLog } from './log/head.ts';
import { parseCheckpoint, signNote, verifyNote } from './log/note.ts';

/** First line of the note. Never that of a checkpoint, so that one is not taken for the other. */
const firstLine = 'practice-log-backup/1';

const file = z.strictObject({
  name: z.string().regex(/^(?:vault|log\.[1-9]\d{0,8}\.db)$/),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.strictObject({
  app: z.string().max(60),
  at: instant,
  /** A checkpoint, whole, as the device signed it when the backup was made. */
  checkpoint: z.string().max(2_000),
  /** The vault, then the log file. */
  files: z.tuple([file, file]),
  /** All logs in the file, oldest first; the last one is that of the checkpoint. */
  logs: z
    .array(z.strictObject({ log: logId, size: z.int().min(1) }))
    .min(1)
    .max(1_000),
  schema: z.int().min(1),
  store: storeId,
  vkey: z.string().max(300),
});

/** What a backup says of itself. Ids, times, sizes and hashes only. */
export type Manifest = z.infer<typeof manifest>;

/** In all logs of a store: each restore begins another one. */
export function entriesIn(logs: readonly { readonly size: number }[]): number {
  return logs.reduce((total, { size }) => total + size, 0);
}

/** A manifest that is in its form, with what its checkpoint says. */
export interface ReadManifest extends Manifest {
  readonly log: Manifest['logs'][number]['log'];
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
  /** The note as it was read. */
  readonly note: string;
}

/** Signs a manifest with the key of the device's log. */
export function signManifest(own: DeviceLog, ask: Omit<Manifest, 'vkey'>): string {
  const whole: Manifest = { ...ask, vkey: logVerifierKey(ask.store, own) };
  const text = `${firstLine}\n${canonicalJson(whole)}\n`;
  return signNote(text, originOf(ask.store, own.log), own.key);
}

function newest({ logs }: Manifest): Manifest['logs'][number] {
  const last = logs.at(-1);
  if (last === undefined) throw new StoreFailure('backupDamaged');
  return last;
}

function parsed(note: string): ReadManifest {
  const line = /^[^\n]*\n([^\n]*)\n\n/.exec(note)?.[1] ?? '';
  const read = manifest.parse(parseCanonical(line));
  const { log, size } = newest(read);
  verifyNote(note, read.vkey);
  const checkpoint = parseCheckpoint(verifyNote(read.checkpoint, read.vkey));
  const agrees = checkpoint.origin === originOf(read.store, log) && checkpoint.size === size;
  if (!agrees || !read.vkey.startsWith(`${checkpoint.origin}+`)) throw new StoreFailure('backupDamaged');
  return { ...read, log, size, root: checkpoint.root, note };
}

/**
 * Reads a manifest. Its signature is by the key that comes with it, so it shows that nothing was damaged; that the key
 * is that of the store's device is shown once the log file in the backup is open.
 *
 * @throws StoreFailure backupDamaged; backupNewer when a newer program made it
 */
export function readManifest(note: string): ReadManifest {
  const version = /^practice-log-backup\/([1-9]\d{0,5})\n/.exec(note)?.[1];
  if (version !== undefined && version !== '1') throw new StoreFailure('backupNewer');
  if (version === undefined) throw new StoreFailure('backupDamaged');
  try {
    return parsed(note);
  } catch {
    throw new StoreFailure('backupDamaged');
  }
}
