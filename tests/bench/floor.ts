import { createDecipheriv, createHash, createPublicKey, createSecretKey, verify } from 'node:crypto';
import { hpkeOpen } from '../../electron/store/crypto/hpke.ts';
import { openMemory } from '../../electron/store/log/open.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { searchText } from '../../electron/store/view/search-text.ts';
import { type BigStore, openFileOf } from './big-store.ts';

interface KeyRow {
  readonly thread: string;
  readonly kid: string;
  readonly enc: Buffer;
  readonly ct: Buffer;
}

interface EventRow {
  readonly line: string;
  readonly sealed: Buffer | null;
}

interface FloorHeader {
  readonly id: string;
  readonly log: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly type: string;
  readonly thread: string;
  readonly about: string | null;
  readonly kid?: string;
}

const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

function publicKeyOf(raw: Buffer) {
  return createPublicKey({ key: Buffer.concat([ed25519Prefix, raw]), format: 'der', type: 'spki' });
}

function openedKeys({ place, staff, opened }: BigStore, db: ReturnType<typeof openFileOf>): Map<string, Buffer> {
  const { store } = readVault(place.folder).vault;
  const keys = new Map<string, Buffer>();
  const rows = db.prepare<[string], KeyRow>('SELECT thread, kid, enc, ct FROM thread_key WHERE reader = ?');
  for (const row of rows.iterate(staff)) {
    const info = `thread-key/1|${store}|${row.thread}|${row.kid}|${staff}`;
    keys.set(row.kid, hpkeOpen(opened.identity.sealing, info, row));
  }
  return keys;
}

function contentOf(key: Buffer, sealed: Buffer, { id, log, seq, thread, type, kid }: FloorHeader): string {
  const end = sealed.length - 16;
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`event/1|${id}|${log}|${seq}|${thread}|${type}|${kid ?? ''}`));
  decipher.setAuthTag(sealed.subarray(end));
  const padded = decipher.update(sealed.subarray(12, end));
  decipher.final();
  return padded.toString('utf8', 4, 4 + padded.readUInt32BE(0));
}

function index() {
  const db = openMemory();
  db.exec(`
    CREATE TABLE entry (
      n INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, thread TEXT NOT NULL, about TEXT, type TEXT NOT NULL,
      actor TEXT NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entry_by_about ON entry (about, n) WHERE about IS NOT NULL;
    CREATE INDEX entry_by_thread ON entry (thread, n);
    CREATE VIRTUAL TABLE entry_words USING fts5(words, content='', tokenize="unicode61 remove_diacritics 2");
    BEGIN;
  `);
  const entry = db.prepare(
    'INSERT INTO entry (event, thread, about, type, actor, at, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const words = db.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)');
  const add = (header: FloorHeader, text: string) => {
    const { id, thread, about, type, actor, at } = header;
    const { lastInsertRowid } = entry.run(id, thread, about, type, actor, at, text);
    words.run(lastInsertRowid, searchText(JSON.parse(text)));
  };
  return { db, add };
}

/**
 * The least that reading the log, verifying it, opening it and indexing it can cost, written by hand: no chain, no
 * rules, no schema, no fold, no report of what does not hold. Throws when anything does not verify.
 *
 * @param signers raw Ed25519 keys by staff id
 * @returns how many contents were opened
 */
export function readByHand(big: BigStore, signers: ReadonlyMap<string, string>): number {
  const db = openFileOf(big);
  const keys = openedKeys(big, db);
  const authors = new Map([...signers].map(([staff, sig]) => [staff, publicKeyOf(Buffer.from(sig, 'base64'))]));
  const { db: memory, add } = index();
  let opened = 0;
  for (const { line, sealed } of db.prepare<[], EventRow>('SELECT line, sealed FROM event ORDER BY n').iterate()) {
    createHash('sha256').update('\0').update(line).digest();
    const end = line.length - 96;
    const signed = line.slice(5, end);
    const header = JSON.parse(signed) as FloorHeader;
    const author = authors.get(header.actor);
    const holds =
      author !== undefined && verify(null, Buffer.from(signed), author, Buffer.from(line.slice(end + 6, -2), 'base64'));
    if (!holds) throw new Error('a signature does not hold');
    const key = header.kid === undefined ? undefined : keys.get(header.kid);
    if (key === undefined || sealed === null) continue;
    add(header, contentOf(key, sealed, header));
    opened += 1;
  }
  memory.exec('COMMIT');
  memory.close();
  db.close();
  return opened;
}
