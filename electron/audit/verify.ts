/**
 * Checks an audit bundle: what holds and what does not, in sentences. verify.py makes the same checks without sharing
 * a line of code, so that neither has to be believed.
 */
import { sha256 } from '../store/crypto/hash.ts';
import { NotCanonical, parseCanonical } from '../store/log/canonical.ts';
import { BadNote, type Checkpoint, parseCheckpoint, parseVerifierKey, verifyNote } from '../store/log/note.ts';
import {
  type Authors,
  authorsSchema,
  CSV_COLUMNS,
  csvCells,
  idOfKey,
  LISTED_FILES,
  MANIFEST,
  type Manifest,
  manifestSchema,
  originOf,
} from './bundle.ts';
import { parseCsvFile } from './csv.ts';
import { checkChain, checkCounts, checkRoot, checkSignatures, type Line, parseLines, textOf } from './verify-lines.ts';

export { readBundle, UnreadableBundle } from './bundle.ts';

/** What holds and what does not, a sentence each; `ok` when nothing fails. */
export interface Report {
  readonly holds: readonly string[];
  readonly fails: readonly string[];
  readonly ok: boolean;
}

type Files = ReadonlyMap<string, Uint8Array>;
type Fault = (sentence: string) => void;

// A changed export can fail at every entry; the first few say it.
const MAX_FAULTS = 20;

/** Thrown inside a check that cannot go on; its message is the sentence to show. */
class Unmet extends Error {}

class Findings {
  readonly holds: string[] = [];
  readonly fails: string[] = [];

  /** Runs one check: `sentence` holds if it finds no fault and does not throw. Its value, unless it threw. */
  check<T>(sentence: string, work: (fault: Fault) => T): T | undefined {
    const faults: string[] = [];
    const value = this.#run(work, faults);
    if (faults.length === 0) this.holds.push(sentence);
    this.fails.push(...faults.slice(0, MAX_FAULTS));
    if (faults.length > MAX_FAULTS) this.fails.push(`And ${faults.length - MAX_FAULTS} more of this kind.`);
    return value;
  }

  #run<T>(work: (fault: Fault) => T, faults: string[]): T | undefined {
    try {
      return work((sentence) => faults.push(sentence));
    } catch (error) {
      // The bundle is hostile input: whatever a check trips over is a finding, not a crash.
      faults.push(error instanceof Unmet ? error.message : 'A check could not be made: a file is not in its form.');
      return undefined;
    }
  }
}

function fileOf(files: Files, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Unmet(`${name} is missing.`);
  return bytes;
}

/** Reads a file through a parser; what the parser refuses becomes a sentence. */
function readAs<T>(files: Files, name: string, parse: (text: string) => T): T {
  const bytes = fileOf(files, name);
  try {
    return parse(textOf(bytes));
  } catch (error) {
    if (error instanceof Unmet) throw error;
    const why = error instanceof BadNote || error instanceof NotCanonical ? `: ${error.message}` : '';
    throw new Unmet(`${name} is not in its form${why}.`);
  }
}

function checkFiles(files: Files, manifest: Manifest, fault: Fault): void {
  const names = new Set<string>([...LISTED_FILES, ...Object.keys(manifest.files), ...files.keys()]);
  names.delete(MANIFEST);
  for (const name of names) {
    const bytes = files.get(name);
    const digest = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined;
    if (!LISTED_FILES.some((listed) => listed === name)) fault(`${name} does not belong in an audit bundle.`);
    else if (bytes === undefined) fault(`${name} is missing.`);
    else if (digest === undefined) fault(`${name} is not listed in the manifest.`);
    else if (sha256(bytes).toString('hex') !== digest) fault(`${name} is not the file that the manifest lists.`);
  }
}

interface Key {
  readonly vkey: string;
  readonly device: string;
  readonly base64: string;
}

function readKey(files: Files, expected: string | undefined): Key {
  return readAs(files, 'key.vkey', (text) => {
    if (!text.endsWith('\n')) throw new BadNote('it does not end in a newline');
    const vkey = text.slice(0, -1);
    const { publicKey } = parseVerifierKey(vkey);
    if (expected !== undefined && expected.trim() !== vkey) {
      throw new Unmet('The key in key.vkey is not the key that was given.');
    }
    return { vkey, device: idOfKey(publicKey), base64: publicKey.toString('base64') };
  });
}

function checkAuthors(authors: Authors, key: Key, store: string, fault: Fault): void {
  for (const [id, text] of Object.entries(authors.devices)) {
    if (idOfKey(Buffer.from(text, 'base64')) !== id) fault(`authors.json: the key of device ${id} is not its own.`);
  }
  if (authors.devices[key.device] !== key.base64) fault('The key in key.vkey is not that of a device in authors.json.');
  const founders = Object.values(authors.staff).flat();
  // Without it the store id, and so the origin of the checkpoint, would stand for nobody.
  const found = founders.some((text) => idOfKey(Buffer.from(text, 'base64')) === store);
  if (!found) fault('No key in authors.json is that of the founder, from which the store has its id.');
}

function checkOrigin(checkpoint: Checkpoint, manifest: Manifest, fault: Fault): void {
  const { origin, size, root } = checkpoint;
  if (origin !== originOf(manifest.store, manifest.log)) fault('The checkpoint is that of another store or log.');
  const stated = manifest.checkpoint;
  const same = stated.origin === origin && stated.size === size && stated.root === root.toString('base64');
  if (!same) fault('The checkpoint is not the one that the manifest states.');
}

/** audit.csv against the entries: its first columns only, for the others are the exporter's words. */
function checkCsv(files: Files, lines: readonly Line[], fault: Fault): void {
  const [head, ...rows] = readAs(files, 'audit.csv', parseCsvFile) ?? [];
  const shown = lines.flatMap((line) => line.shown ?? []);
  // The one rule of csv.ts that an id can meet: a leading - is neutralised.
  const written = (cell: string): string => (cell.startsWith('-') ? `'${cell}` : cell);
  const same = (row: readonly string[] | undefined, cells: readonly string[]): boolean =>
    cells.every((cell, i) => row?.[i] === written(cell));
  if (!same(head, CSV_COLUMNS)) fault('audit.csv does not have the columns of an audit bundle.');
  if (rows.length !== shown.length) fault(`audit.csv has ${rows.length} rows for ${shown.length} shown entries.`);
  for (const [i, { header }] of shown.entries()) {
    if (!same(rows[i], csvCells(header))) fault(`audit.csv says something else than entry ${header.seq}.`);
  }
}

function checkEntries(found: Findings, files: Files, manifest: Manifest, device: string): Line[] | undefined {
  const lines = found.check('Every line of entries.jsonl is an entry or the hash of a withheld one.', (fault) =>
    parseLines(fileOf(files, 'entries.jsonl'), fault),
  );
  if (lines === undefined) return undefined;
  found.check('Every shown entry stands in its place and follows the one before it.', (fault) =>
    checkChain(lines, manifest.log, device, fault),
  );
  found.check(
    `${manifest.counts.shown} entries are shown and ${manifest.counts.withheld} withheld, as the manifest says.`,
    (fault) => checkCounts(lines, manifest, fault),
  );
  found.check(
    'The first eight columns of audit.csv agree with the shown entries; the names and words beside them are not checked.',
    (fault) => checkCsv(files, lines, fault),
  );
  return lines;
}

function checkKey(found: Findings, files: Files, expected: string | undefined): Key | undefined {
  const sentence =
    expected === undefined
      ? 'key.vkey is a key; it came with the file, so compare it with one obtained another way.'
      : 'key.vkey is the key that was given.';
  return found.check(sentence, () => readKey(files, expected));
}

/**
 * Checks a bundle from its files. Never throws on what the files hold.
 *
 * @param files by name, as `readBundle` gives them.
 * @param options `key`: the verifier key obtained by another route, one line.
 */
export function verifyBundle(files: Files, options: { readonly key?: string | undefined } = {}): Report {
  const found = new Findings();
  const manifest = found.check('The manifest is in its form.', () =>
    readAs(files, MANIFEST, (text) => manifestSchema.parse(parseCanonical(text))),
  );
  const key = checkKey(found, files, options.key);
  const authors = found.check('authors.json is in its form.', () =>
    readAs(files, 'authors.json', (text) => authorsSchema.parse(parseCanonical(text))),
  );
  const checkpoint =
    key &&
    found.check('The checkpoint is signed by this key.', () =>
      readAs(files, 'checkpoint', (text) => parseCheckpoint(verifyNote(text, key.vkey))),
    );
  if (manifest) {
    found.check('Every file is the one that the manifest lists, and there is no other.', (fault) =>
      checkFiles(files, manifest, fault),
    );
    if (checkpoint) {
      found.check(`The checkpoint is that of log ${manifest.log} of store ${manifest.store}.`, (fault) =>
        checkOrigin(checkpoint, manifest, fault),
      );
    }
    const lines = key && checkEntries(found, files, manifest, key.device);
    if (key && authors) checkPeople(found, { manifest, key, authors, lines });
    if (lines && checkpoint) {
      found.check(`The ${lines.length} entries are all that the checkpoint signs, in order, and no other.`, (fault) =>
        checkRoot(lines, checkpoint, fault),
      );
    }
  }
  return { holds: found.holds, fails: found.fails, ok: found.fails.length === 0 };
}

function checkPeople(
  found: Findings,
  { manifest, key, authors, lines }: { manifest: Manifest; key: Key; authors: Authors; lines: Line[] | undefined },
): void {
  found.check("The key is that of a device, and the founder's key gives the store its id.", (fault) =>
    checkAuthors(authors, key, manifest.store, fault),
  );
  if (lines === undefined) return;
  found.check('Every shown entry is signed by its author.', (fault) =>
    checkSignatures(lines, authors, manifest.store, fault),
  );
}
