/** Makes audit bundles, good ones and such as a forger could make. All keys come from fixed seeds: nothing is real. */
import { readFileSync } from 'node:fs';
import { CSV_COLUMNS, csvCells, idOfKey, MANIFEST, originOf } from '../../electron/audit/bundle.ts';
import { csvFile } from '../../electron/audit/csv.ts';
import { type SigningKey, signingKeyFromSeed } from '../../electron/store/crypto/ed25519.ts';
import { sha256 } from '../../electron/store/crypto/hash.ts';
import { canonicalJson, type Json } from '../../electron/store/log/canonical.ts';
import { checkpointText, signNote, verifierKey } from '../../electron/store/log/note.ts';
import { appendLeaf, emptyFrontier, leafHash, rootOf } from '../../electron/store/log/tree.ts';

export type Files = Map<string, Uint8Array>;

interface Header {
  [key: string]: Json;
  v: number;
  id: string;
  log: string;
  seq: number;
  prev: string;
  at: string;
  hlc: [number, number];
  actor: string | null;
  dev: string;
  type: string;
  thread: string | null;
  about: string | null;
}

/** Where a forger with every key of the log may step in; what follows is built on the changed part. */
export interface Plan {
  readonly withheld?: readonly number[];
  readonly header?: (header: Header) => void;
  readonly signer?: (header: Header) => SigningKey;
  readonly signature?: (signature: Buffer, seq: number) => Buffer;
  readonly line?: (line: string, seq: number) => string;
  readonly noteKey?: SigningKey;
  readonly authors?: (authors: { devices: Record<string, string>; staff: Record<string, string[]> }) => void;
  readonly manifest?: (manifest: Record<string, Json>) => void;
}

export const founder = signingKeyFromSeed(Buffer.alloc(32, 1));
export const colleague = signingKeyFromSeed(Buffer.alloc(32, 2));
export const device = signingKeyFromSeed(Buffer.alloc(32, 3));
export const stranger = signingKeyFromSeed(Buffer.alloc(32, 4));

/** A made-up id that is the same in every run. */
export const idFor = (name: string): string => sha256(Buffer.from(name)).subarray(0, 16).toString('base64url');

export const store = idOfKey(founder.publicKey);
export const log = idFor('log');
export const founderId = idFor('founder');
export const colleagueId = idFor('colleague');
const thread = idFor('thread');
const SIZE = 12;
const RESTRICTED = 7;
const START = Date.UTC(2026, 10, 2, 9);

/** The verifier key that a reader got by another route. */
export const vkey = verifierKey(originOf(store, log), device.publicKey);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const kindOf = (seq: number): Pick<Header, 'actor' | 'type' | 'thread' | 'about'> => {
  if (seq === RESTRICTED) return { actor: null, type: 'restricted', thread, about: null };
  const actor = seq === 0 || seq % 3 === 0 ? founderId : colleagueId;
  return { actor, type: seq === 0 ? 'store.founded' : 'concern.viewed', thread, about: idFor('person') };
};

const contentOf = (seq: number): Record<string, Json> => {
  if (seq % 2 === 1) return {};
  const content = { kid: idFor('kid'), ct: base64(sha256(Buffer.of(seq))), len: 284 };
  return seq === 0 ? { ...content, kc: base64(sha256(Buffer.from('kc'))) } : content;
};

const headerOf = (seq: number, prev: Uint8Array): Header => ({
  v: 1,
  // One id begins with -, as one in 64 does: audit.csv neutralises it.
  id: seq === 1 ? '-AAAAAAAAAAAAAAAAAAAAA' : idFor(`entry ${seq}`),
  log,
  seq,
  prev: base64(prev),
  at: new Date(START + seq * 60_000).toISOString(),
  hlc: [START + Math.floor(seq / 2) * 60_000, seq % 2],
  dev: idOfKey(device.publicKey),
  ...kindOf(seq),
  ...contentOf(seq),
});

/** Who signs an entry in an honest log. */
export const signerOf = ({ actor }: Header): SigningKey =>
  actor === null ? device : actor === founderId ? founder : colleague;

interface Entry {
  readonly header: Header;
  readonly line: Buffer;
  readonly leaf: Buffer;
}

const entryOf = (seq: number, prev: Uint8Array, plan: Plan): Entry => {
  const header = headerOf(seq, prev);
  plan.header?.(header);
  const text = canonicalJson(header);
  const signed = (plan.signer ?? signerOf)(header).sign(Buffer.from(text));
  const signature = plan.signature?.(signed, seq) ?? signed;
  const stored = `{"h":${text},"s":"${base64(signature)}"}`;
  const line = Buffer.from(plan.line?.(stored, seq) ?? stored);
  return { header, line, leaf: leafHash(line) };
};

const entriesOf = (plan: Plan): Entry[] => {
  const entries: Entry[] = [];
  for (let seq = 0; seq < SIZE; seq += 1) {
    entries.push(entryOf(seq, entries.at(-1)?.leaf ?? Buffer.alloc(32), plan));
  }
  return entries;
};

const authorsOf = (plan: Plan): Json => {
  const authors = {
    devices: { [idOfKey(device.publicKey)]: base64(device.publicKey) },
    // The colleague signed with another key before.
    staff: {
      [founderId]: [base64(founder.publicKey)],
      [colleagueId]: [base64(signingKeyFromSeed(Buffer.alloc(32, 5)).publicKey), base64(colleague.publicKey)],
    },
  };
  plan.authors?.(authors);
  return authors;
};

const checker = (name: string): Buffer => readFileSync(new URL(`../../electron/audit/${name}`, import.meta.url));

const contentsOf = (entries: readonly Entry[], withheld: ReadonlySet<number>, plan: Plan): Files => {
  const shown = entries.filter((_, seq) => !withheld.has(seq));
  const root = rootOf(entries.reduce((tree, { leaf }) => appendLeaf(tree, leaf), emptyFrontier));
  const origin = originOf(store, log);
  const key = plan.noteKey ?? device;
  const lines = entries.map(({ line, leaf }, seq) => (withheld.has(seq) ? base64(leaf) : line.toString()));
  const rows = shown.map(({ header }) => [...csvCells(header), 'A line of words']);
  const texts = {
    'entries.jsonl': lines.map((line) => `${line}\n`).join(''),
    checkpoint: signNote(checkpointText({ origin, size: entries.length, root }), origin, key),
    'key.vkey': `${verifierKey(origin, key.publicKey)}\n`,
    'authors.json': canonicalJson(authorsOf(plan)),
    'audit.csv': csvFile([[...CSV_COLUMNS, 'in words'], ...rows]),
  };
  const files: Files = new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
  for (const name of ['VERIFY.md', 'verify.py']) files.set(name, checker(name));
  return files;
};

/** The bundle of a log of 12 entries, three of them withheld; `plan` says where a forger stepped in. */
export function makeBundle(plan: Plan = {}): Files {
  const entries = entriesOf(plan);
  const withheld = new Set(plan.withheld ?? [2, 5, RESTRICTED + 1]);
  const files = contentsOf(entries, withheld, plan);
  const [origin = '', size = '', root = ''] = textOf(files, 'checkpoint').split('\n');
  const manifest: Record<string, Json> = {
    app: '0.1.0',
    at: '2026-11-23T09:00:00.000Z',
    checkpoint: { origin, root, size: Number(size) },
    counts: { shown: entries.length - withheld.size, withheld: withheld.size },
    files: {},
    filter: { from: '2026-11-01T00:00:00.000Z', to: null },
    format: 'audit/1',
    log,
    store,
    who: founderId,
    why: 'For the inspection',
  };
  plan.manifest?.(manifest);
  files.set(MANIFEST, Buffer.from(canonicalJson(manifest)));
  return relist(files);
}

/** The text of a file of the bundle. */
export function textOf(files: Files, name: string): string {
  return Buffer.from(files.get(name) ?? []).toString('utf8');
}

/** Changes the text of a file. */
export function rewrite(files: Files, name: string, change: (text: string) => string): Files {
  return new Map(files).set(name, Buffer.from(change(textOf(files, name))));
}

/** Changes the manifest, in canonical form. */
export function restate(files: Files, change: (manifest: Record<string, Json>) => void): Files {
  return rewrite(files, MANIFEST, (text) => {
    const manifest = JSON.parse(text) as Record<string, Json>;
    change(manifest);
    return canonicalJson(manifest);
  });
}

/** Gives the manifest the hashes of the files as they are now, as any forger would. */
export function relist(files: Files): Files {
  const others = [...files].filter(([name]) => name !== MANIFEST);
  const hashes = others.map(([name, bytes]) => [name, sha256(bytes).toString('hex')] as const);
  return restate(files, (manifest) => {
    manifest['files'] = Object.fromEntries(hashes);
  });
}
