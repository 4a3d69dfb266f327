import project from '../../package.json' with { type: 'json' };
import { instantOf } from '../../shared/domain/calendar.ts';
import { sha256 } from '../store/crypto/hash.ts';
import { canonicalJson } from '../store/log/canonical.ts';
import { logVerifierKey } from '../store/log/checkpoints.ts';
import type { UnlockedStore } from '../store/unlocked.ts';
import type { WitnessFile } from '../store/witness.ts';
import { authorsJson } from './export.ts';

const readme = `Evidence of a log that did not agree with what was seen of it.

found.json      what was found, who saved this and why, what this computer saw before, SHA-256 of the other files
lines.jsonl     every line as it lies in the file, in the order of writing, whether or not it holds; one JSON text each
notes.jsonl     every signed checkpoint and cosignature in the file
keys.vkey       the verifier key of each log of the store, oldest first; authors.json: the public keys of staff and devices

It holds no content and no key that opens any. FORMAT.md of the program says what a line is and how it is checked.
`;

interface Evidence {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly lines: number;
}

const jsonLines = (values: readonly unknown[]): Buffer =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

/**
 * What somebody needs who looks into a log that was rolled back, forked or changed. Nothing is signed: the device's key
 * must not vouch for a tree that is not its own.
 */
export function makeEvidence(store: UnlockedStore, witness: WitnessFile, why: string): Evidence {
  const lines = store.log.prepare<[], string>('SELECT line FROM event ORDER BY n').pluck().all();
  const notes = store.log
    .prepare<[], string>('SELECT note FROM checkpoint UNION ALL SELECT note FROM cosignature')
    .pluck()
    .all();
  const logs = store.logs.map(({ own }) => own);
  const files = new Map<string, Uint8Array>([
    ['README.txt', Buffer.from(readme)],
    ['lines.jsonl', jsonLines(lines)],
    ['notes.jsonl', jsonLines(notes)],
    ['keys.vkey', Buffer.from(logs.map((own) => `${logVerifierKey(store.store, own)}\n`).join(''))],
    ['authors.json', Buffer.from(authorsJson(store, logs))],
  ]);
  const seen = witness.logsOf(store.store).flatMap((log) => {
    const anchor = witness.anchorOf(store.store, log);
    return anchor === null ? [] : [{ log, size: anchor.size, root: anchor.root.toString('base64') }];
  });
  const { why: found, at, seen: entries } = store.readOnly ?? { why: null, at: null, seen: null };
  const page = {
    format: 'evidence/1',
    app: project.version,
    at: instantOf(store.now()),
    who: store.me,
    why,
    store: store.store,
    log: store.own.log,
    found: { why: found, at, seen: entries },
    seen,
    lines: lines.length,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes).toString('hex')])),
  };
  files.set('found.json', Buffer.from(canonicalJson(page)));
  return { files, lines: lines.length };
}

/** `evidence-<store>-<UTC day>.zip`: an id and a day only. */
export function evidenceName(store: UnlockedStore): string {
  return `evidence-${store.store}-${instantOf(store.now()).slice(0, 10).replaceAll('-', '')}.zip`;
}
