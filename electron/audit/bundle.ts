/**
 * What an audit bundle is: the names and forms of its files, and its zip. VERIFY.md describes the same for people;
 * verify.ts and verify.py check it, each on its own.
 */
import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import { z } from '../../shared/zod.ts';
import { sha256 } from '../store/crypto/hash.ts';
import { fromBase64, isId } from '../store/log/base64.ts';

export const MANIFEST = 'manifest.json';

/** Every file that the manifest lists; a bundle holds these and the manifest, nothing else. */
export const LISTED_FILES = [
  'VERIFY.md',
  'audit.csv',
  'authors.json',
  'checkpoint',
  'entries.jsonl',
  'key.vkey',
  'verify.py',
] as const;

/** The first columns of audit.csv, whose cells a verifier compares with the entries; more may follow. */
export const CSV_COLUMNS = ['entry', 'at', 'type', 'actor', 'device', 'thread', 'about', 'id'] as const;

const id = z.string().refine(isId);
const key = z.string().refine((text) => fromBase64(text, 32) !== null);
const count = z.int().nonnegative();

/** An instant as it stands in headers and manifests: UTC, milliseconds. */
export const instant = z.string().refine((text) => {
  const ms = Date.parse(text);
  // Date.parse takes 30 February for 2 March, so the way back is compared.
  return text.length === 24 && !Number.isNaN(ms) && new Date(ms).toISOString() === text;
});

/** manifest.json: what was asked for, by whom and why, and the SHA-256 (hex) of every other file. */
export const manifestSchema = z.strictObject({
  app: z.string(),
  at: instant,
  checkpoint: z.strictObject({ origin: z.string(), root: key, size: count }),
  counts: z.strictObject({ shown: count, withheld: count }),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  filter: z.strictObject({ from: instant.nullable(), to: instant.nullable() }),
  format: z.literal('audit/1'),
  log: id,
  store: id,
  who: id,
  why: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** authors.json: raw Ed25519 public keys in base64, one per device, all that a member of staff ever signed with. */
export const authorsSchema = z.strictObject({
  devices: z.record(id, key),
  staff: z.record(id, z.array(key).min(1)),
});
export type Authors = z.infer<typeof authorsSchema>;

/** What of an entry's header stands in audit.csv. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor: string | null;
  readonly dev: string;
  readonly thread: string | null;
  readonly about: string | null;
  readonly id: string;
}

/** The cells of `CSV_COLUMNS` for one shown entry; null becomes an empty cell. */
export function csvCells(entry: AuditEntry): string[] {
  const { seq, at, type, actor, dev, thread, about } = entry;
  return [String(seq), at, type, actor ?? '', dev, thread ?? '', about ?? '', entry.id];
}

/** The id that a public key certifies by itself: the first 16 bytes of its SHA-256, base64url. Stores and devices. */
export function idOfKey(publicKey: Uint8Array): string {
  return sha256(publicKey).subarray(0, 16).toString('base64url');
}

/** The origin line of this log's checkpoints. */
export function originOf(store: string, log: string): string {
  return `practice-log/${store}/${log}`;
}

/** Thrown when bytes are not a zip that could be a bundle; the message is a plain sentence. */
export class UnreadableBundle extends Error {
  override readonly name = 'UnreadableBundle';
}

const GIB = 2 ** 30;
const MAX_FILES = 64;
// One flat folder: no path can climb out of where it is unpacked, and no name is special to JavaScript.
const GOOD_NAME = /^[A-Za-z][A-Za-z0-9._-]{0,99}$/;
// Zip has no time zone and starts in 1980; a fixed time makes the same files the same bytes.
const MTIME = new Date(1980, 0, 1);

/** A zip of these files, sorted by name; the same files always give the same bytes. */
export function writeBundle(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime: MTIME });
}

/** Refuses what should not even be unpacked, file by file, from the sizes that the zip's directory states. */
function guard(): (file: UnzipFileInfo) => boolean {
  const seen = new Set<string>();
  let total = 0;
  return ({ name, originalSize }) => {
    total += originalSize;
    if (!GOOD_NAME.test(name)) throw new UnreadableBundle('It holds a file whose name no audit bundle has.');
    if (seen.has(name)) throw new UnreadableBundle(`It holds ${name} twice.`);
    if (originalSize > GIB || total > 2 * GIB) throw new UnreadableBundle('It is too large to be an audit bundle.');
    seen.add(name);
    if (seen.size > MAX_FILES) throw new UnreadableBundle('It holds too many files.');
    return true;
  };
}

/**
 * The files of a zip, by name.
 *
 * @throws UnreadableBundle when it is no zip, is damaged, holds folders or a file twice, or a file over 1 GiB or
 * 2 GiB in all.
 */
export function readBundle(zipBytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(zipBytes, { filter: guard() })));
  } catch (error) {
    if (error instanceof UnreadableBundle) throw error;
    throw new UnreadableBundle('It is not a zip file, or it is damaged.');
  }
}
