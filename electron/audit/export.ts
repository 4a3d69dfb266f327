import { readFileSync } from 'node:fs';
import project from '../../package.json' with { type: 'json' };
import { type Instant, instantOf } from '../../shared/domain/calendar.ts';
import type { LogId } from '../../shared/domain/ids.ts';
import { NotFound } from '../store/context.ts';
import { sha256 } from '../store/crypto/hash.ts';
import { StoreFailure } from '../store/failure.ts';
import { canonicalJson, type Json } from '../store/log/canonical.ts';
import { logVerifierKey, originOf } from '../store/log/checkpoints.ts';
import type { DeviceLog } from '../store/log/head.ts';
import { type Header, readLine } from '../store/log/header.ts';
import { outsideType } from '../store/log/restricted.ts';
import { prepared } from '../store/log/statements.ts';
import { leafHash } from '../store/log/tree.ts';
import type { LogEnd } from '../store/opening.ts';
import type { UnlockedStore } from '../store/unlocked.ts';
import { CSV_COLUMNS, csvCells, MANIFEST, type Manifest } from './bundle.ts';
import { csvFile } from './csv.ts';
import { auditLine, kindOfThreadIn } from './lines.ts';

export interface ExportRequest {
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly why: string;
  /** One that ended when the log was restored from a backup; without, the one that is written now. */
  readonly log?: LogId | undefined;
}

export interface Bundle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json, base64: the log keeps it, so that the export can later be told from another one. */
  readonly manifestHash: string;
}

interface Shown {
  readonly line: string;
  readonly header: Header;
}

interface Entries {
  readonly text: string;
  readonly shown: readonly Shown[];
  readonly withheld: number;
}

/**
 * Stored lines byte for byte; for one outside the dates, and for each of a restricted concern, its bare leaf hash, a form
 * that no line can take.
 */
function entriesOf(
  store: UnlockedStore,
  own: DeviceLog,
  { from, to }: ExportRequest,
  onProgress: (done: number) => void,
): Entries {
  const lines = store.log.prepare<[string], string>('SELECT line FROM event WHERE log_id = ? ORDER BY n').pluck();
  const shown: Shown[] = [];
  const out: string[] = [];
  for (const line of lines.iterate(own.log)) {
    const { header } = readLine(line);
    const dated = (from === null || header.at >= from) && (to === null || header.at <= to);
    const inside = dated && header.type !== outsideType;
    if (inside) shown.push({ line, header });
    out.push(inside ? line : leafHash(Buffer.from(line)).toString('base64'));
    if (out.length % 500 === 0) onProgress(out.length);
  }
  return { text: `${out.join('\n')}\n`, shown, withheld: out.length - shown.length };
}

/** Every key that anybody ever signed with, by id and without names. */
export function authorsJson(store: UnlockedStore, logs: readonly DeviceLog[]): string {
  const staff = [...store.register.staff.values()].map(
    (member) => [member.staff, member.keys.map(({ sig }) => sig)] as const,
  );
  const { recovery, earlierRecoveries } = store.register;
  const recoveries = [...earlierRecoveries, recovery].flatMap(({ id, sig }) =>
    sig === undefined ? [] : [[id, [sig]] as const],
  );
  const devices = Object.fromEntries(logs.map(({ device, key }) => [device, key.publicKey.toString('base64')]));
  return canonicalJson({ devices, staff: Object.fromEntries([...staff, ...recoveries]) });
}

const wordColumns = ['who', 'what', 'record', 'about_whom', 'seal'];

function csvOf(shown: readonly Shown[], { register, log }: UnlockedStore): string {
  const kindOfThread = kindOfThreadIn(log);
  const rows = shown.map(({ line, header }) => {
    const { who, what, record, about, seal } = auditLine(line, register, kindOfThread);
    return [...csvCells(header), who?.name ?? '', what, record ?? '', about ?? '', seal];
  });
  return csvFile([[...CSV_COLUMNS, ...wordColumns], ...rows]);
}

function shipped(name: 'verify.py' | 'VERIFY.md'): Uint8Array {
  return readFileSync(new URL(`./${name}`, import.meta.url));
}

/** @throws NotFound when this store has no such log */
function logToExport(store: UnlockedStore, { log = store.own.log }: ExportRequest): LogEnd {
  const found = store.logs.find(({ own }) => own.log === log);
  if (found === undefined) throw new NotFound();
  return found;
}

/** Signed now, or, of a log that has ended, when the backup was made that ended it: its key signs nothing any more. */
function checkpointOf(store: UnlockedStore, { own, size }: Pick<LogEnd, 'own' | 'size'>): string {
  if (own === store.own) return store.checkpoint();
  const sql = 'SELECT note FROM checkpoint WHERE log_id = ? AND size = ?';
  const note = prepared<[string, number], { note: string }>(store.log, sql).get(own.log, size)?.note;
  if (note === undefined) throw new StoreFailure('logDamaged');
  return note;
}

/**
 * Everything that an export holds, as of a checkpoint that is signed now: lines, keys, table, and the means to check
 * them without us. Nothing of it is content, nor the name of anybody but staff.
 */
export function makeBundle(store: UnlockedStore, ask: ExportRequest, onProgress: (done: number) => void): Bundle {
  const { own, size, root } = logToExport(store, ask);
  const checkpoint = checkpointOf(store, { own, size });
  const entries = entriesOf(store, own, ask, onProgress);
  const files = new Map<string, Uint8Array>([
    ['entries.jsonl', Buffer.from(entries.text)],
    ['checkpoint', Buffer.from(checkpoint)],
    ['key.vkey', Buffer.from(`${logVerifierKey(store.store, own)}\n`)],
    ['authors.json', Buffer.from(authorsJson(store, [own]))],
    ['audit.csv', Buffer.from(csvOf(entries.shown, store))],
    ['VERIFY.md', shipped('VERIFY.md')],
    ['verify.py', shipped('verify.py')],
  ]);
  const manifest: Manifest = {
    format: 'audit/1',
    app: project.version,
    at: instantOf(store.now()),
    who: store.me,
    why: ask.why,
    store: store.store,
    log: own.log,
    filter: { from: ask.from, to: ask.to },
    counts: { shown: entries.shown.length, withheld: entries.withheld },
    checkpoint: {
      origin: originOf(store.store, own.log),
      size,
      root: root.toString('base64'),
    },
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes).toString('hex')])),
  };
  const manifestBytes = Buffer.from(canonicalJson(manifest as unknown as Json)); // `as`: strings and integers.
  files.set(MANIFEST, manifestBytes);
  return { files, manifest, manifestHash: sha256(manifestBytes).toString('base64') };
}

/** `audit-<store>-<from>-<to>.zip`: ids and days only. Without a filter the days are `start` and that of the export. */
export function bundleName({ manifest }: Bundle): string {
  const { store, filter, at } = manifest;
  const day = (moment: string | null, otherwise: string) =>
    moment === null ? otherwise : moment.slice(0, 10).replaceAll('-', '');
  return `audit-${store}-${day(filter.from, 'start')}-${day(filter.to ?? at, '')}.zip`;
}
