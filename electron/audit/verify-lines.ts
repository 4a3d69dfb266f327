/** The checks on entries.jsonl: the form of each line, the chain, the signatures and the root. */
import { z } from '../../shared/zod.ts';
import { verify } from '../store/crypto/ed25519.ts';
import { fromBase64, isId } from '../store/log/base64.ts';
import { parseCanonical } from '../store/log/canonical.ts';
import { appendLeaf, emptyFrontier, leafHash, rootOf } from '../store/log/tree.ts';
import { type Authors, idOfKey, instant, type Manifest } from './bundle.ts';

const id = z.string().refine(isId);
const hash = z.string().refine((text) => fromBase64(text, 32) !== null);
const count = z.int().nonnegative();

const bare = {
  v: z.literal(1),
  id,
  log: id,
  seq: count,
  prev: hash,
  at: instant,
  hlc: z.tuple([count, count]),
  actor: id.nullable(),
  dev: id,
  type: z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/),
  thread: id.nullable(),
  about: id.nullable(),
};
const content = { kid: id, ct: hash, len: z.int().positive() };
const headerForm = z.union([
  z.strictObject(bare),
  z.strictObject({ ...bare, ...content }),
  z.strictObject({ ...bare, ...content, kc: hash }),
]);
const entrySchema = z.strictObject({ h: headerForm, s: z.string().refine((text) => fromBase64(text, 64) !== null) });

export type Header = z.infer<typeof headerForm>;

/** A line of the log: its leaf hash, and what it says unless it is withheld. */
export interface Line {
  readonly leaf: Buffer;
  readonly shown: { readonly header: Header; readonly signed: Uint8Array; readonly signature: Buffer } | null;
}

type Fault = (sentence: string) => void;

const OPEN = '{'.charCodeAt(0);
const NEWLINE = 0x0a;
const BEFORE_HEADER = '{"h":'.length;
// `,"s":"`, 88 characters of base64 for 64 bytes, `"}`.
const AFTER_HEADER = ',"s":"'.length + 88 + '"}'.length;

/** Strict UTF-8, and a BOM is a character like any other: two byte strings must never read as one text. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function parseShown(bytes: Uint8Array): Line {
  const { h, s } = entrySchema.parse(parseCanonical(textOf(bytes)));
  const signed = bytes.subarray(BEFORE_HEADER, bytes.length - AFTER_HEADER);
  return { leaf: leafHash(bytes), shown: { header: h, signed, signature: Buffer.from(s, 'base64') } };
}

function parseLine(bytes: Uint8Array): Line {
  if (bytes[0] === OPEN) return parseShown(bytes);
  const leaf = bytes.length === 44 ? fromBase64(Buffer.from(bytes).toString('latin1'), 32) : null;
  if (leaf === null) throw new Error('neither an entry nor the hash of one');
  return { leaf, shown: null };
}

/** Splits entries.jsonl and reads every line; one that cannot be read is a fault, and stands as if withheld. */
export function parseLines(bytes: Uint8Array, fault: Fault): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let seq = 0; start < bytes.length; seq += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) fault('The last line of entries.jsonl does not end.');
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      lines.push(parseLine(line));
    } catch {
      fault(`Entry ${seq}: the line is neither in the one form that an entry has nor the hash of one.`);
      lines.push({ leaf: leafHash(line), shown: null });
    }
    start = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

function rises([ms, counter]: readonly [number, number], before: readonly [number, number]): boolean {
  return ms > before[0] || (ms === before[0] && counter > before[1]);
}

/** Each shown line against its place: number, log, device, the line before, the clock, its id. */
export function checkChain(lines: readonly Line[], log: string, device: string, fault: Fault): void {
  const ids = new Set<string>();
  let hlc: readonly [number, number] = [-1, 0];
  let prev = Buffer.alloc(32).toString('base64');
  for (const [seq, { leaf, shown }] of lines.entries()) {
    const say = (what: string): void => fault(`Entry ${seq}: ${what}`);
    if (shown !== null) {
      const { header } = shown;
      if (header.seq !== seq) say(`it says that it is entry ${header.seq}.`);
      if (header.log !== log) say('it belongs to another log.');
      if (header.dev !== device) say('it was written on another device than the one whose log this is.');
      if (header.prev !== prev) say('it does not follow the entry before it.');
      if (!rises(header.hlc, hlc)) say('its clock does not come after that of the entries before it.');
      if (ids.has(header.id)) say('its id was used before.');
      ids.add(header.id);
      hlc = header.hlc;
    }
    prev = leaf.toString('base64');
  }
}

/** The keys that may have signed an entry. Entry 0 is the founder's, whose key gives the store its id. */
function keysFor(header: Header, authors: Authors, store: string): Buffer[] {
  const { actor, dev, type, seq } = header;
  const device = authors.devices[dev];
  const listed = actor === null ? [device ?? ''] : (authors.staff[actor] ?? []);
  if (actor === null && type !== 'restricted') return [];
  const keys = listed.map((text) => Buffer.from(text, 'base64'));
  if (seq !== 0) return keys;
  return actor === null ? [] : keys.filter((key) => idOfKey(key) === store);
}

/** Each shown line's signature, by one of the keys that authors.json gives its author. */
export function checkSignatures(lines: readonly Line[], authors: Authors, store: string, fault: Fault): void {
  for (const [seq, { shown }] of lines.entries()) {
    if (shown === null) continue;
    const { header, signed, signature } = shown;
    const keys = keysFor(header, authors, store);
    if (keys.some((key) => verify(key, signed, signature))) continue;
    if (header.actor === null && header.type !== 'restricted') fault(`Entry ${seq}: it names no author.`);
    else fault(`Entry ${seq}: it is not signed by ${seq === 0 ? 'the founder of the store' : 'its author'}.`);
  }
}

/** Shown lines against the dates asked for (both inclusive), and the counts of the manifest. */
export function checkCounts(lines: readonly Line[], manifest: Manifest, fault: Fault): void {
  const { counts, filter } = manifest;
  const shown = lines.flatMap((line) => line.shown ?? []);
  for (const { header } of shown) {
    const early = filter.from !== null && header.at < filter.from;
    const late = filter.to !== null && header.at > filter.to;
    if (early || late) fault(`Entry ${header.seq}: its date is outside the dates that the manifest gives.`);
  }
  if (shown.length !== counts.shown) {
    fault(`The manifest counts ${counts.shown} shown entries, there are ${shown.length}.`);
  }
  const withheld = lines.length - shown.length;
  if (withheld !== counts.withheld) {
    fault(`The manifest counts ${counts.withheld} withheld entries, there are ${withheld}.`);
  }
}

/** Number of lines and RFC 6962 root against those that the checkpoint signs. */
export function checkRoot(lines: readonly Line[], checkpoint: { size: number; root: Buffer }, fault: Fault): void {
  const { size, root } = checkpoint;
  if (lines.length !== size) fault(`The checkpoint signs ${size} entries, there are ${lines.length}.`);
  const frontier = lines.reduce((tree, { leaf }) => appendLeaf(tree, leaf), emptyFrontier);
  if (!rootOf(frontier).equals(root)) fault('The entries are not those that the checkpoint signs: their root differs.');
}
