/**
 * C2SP signed notes, checkpoints and cosignatures (https://c2sp.org/signed-note, /tlog-checkpoint, /tlog-cosignature;
 * text of July 2026), with Ed25519. They are written so that tools nobody here wrote (Go's sumdb/note, sigstore)
 * verify them too.
 */
import { verify } from '../crypto/ed25519.ts';
import { sha256 } from '../crypto/hash.ts';
import { fromBase64 } from './base64.ts';

/** What signs: a 32-byte Ed25519 public key, and the signature function of its private key. */
export interface NoteSigner {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** A parsed verifier key. `id` is 4 bytes, `publicKey` 32. */
export interface VerifierKey {
  readonly name: string;
  readonly id: Buffer;
  readonly publicKey: Buffer;
}

/** Size and RFC 6962 root (32 bytes) of the log that `origin` names. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** Thrown when a note, verifier key or checkpoint is malformed, or a note is not signed by the key asked for. */
export class BadNote extends Error {
  override readonly name = 'BadNote';
}

// Signature types of signed-note: 0x01 plain Ed25519, 0x04 timestamped cosignature.
const ED25519 = 0x01;
const COSIGNATURE = 0x04;
const ID_LENGTH = 4;
const TIME_LENGTH = 8;
// The limits of Go's sumdb/note; C2SP asks for at least 16 signatures.
const MAX_NOTE_LENGTH = 1_000_000;
const MAX_SIGNATURES = 100;

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

const goodName = (name: string): boolean => name !== '' && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name);

function checkName(name: string): void {
  if (!goodName(name)) throw new BadNote('the name of a key must not be empty or hold spaces, plus signs or controls');
}

function checkText(text: string): void {
  const clean = text.endsWith('\n') && text.isWellFormed() && !/(?!\n)\p{Cc}/u.test(text);
  if (!clean) throw new BadNote('the text must end in a newline and hold no other control character');
}

/** SHA-256(name || 0x0A || type || public key), first 4 bytes. Types: 1 a note's signature, 4 a cosignature. */
export const noteKeyId = (name: string, type: number, publicKey: Uint8Array): Buffer =>
  sha256(bytesOf(`${name}\n`), Uint8Array.of(type), publicKey).subarray(0, ID_LENGTH);

/**
 * The verifier key `name+hex id+base64(0x01 || public key)`.
 *
 * @throws BadNote when the name cannot be that of a key.
 */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  checkName(name);
  const id = noteKeyId(name, ED25519, publicKey).toString('hex');
  return `${name}+${id}+${Buffer.concat([Uint8Array.of(ED25519), publicKey]).toString('base64')}`;
}

/**
 * Reads a verifier key (one line, no newline).
 *
 * @throws BadNote when it is malformed, not Ed25519, or its id is not that of its key.
 */
export function parseVerifierKey(vkey: string): VerifierKey {
  // The base64 part may hold a plus sign, so only the first two separate.
  const [, name = '', hex = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(vkey) ?? [];
  const key = fromBase64(base64, 1 + 32);
  if (!goodName(name) || key?.[0] !== ED25519) throw new BadNote('the verifier key is not an Ed25519 one');
  const publicKey = key.subarray(1);
  const id = noteKeyId(name, ED25519, publicKey);
  if (id.toString('hex') !== hex) throw new BadNote('the verifier key does not have the id of its key');
  return { name, id, publicKey };
}

const signatureLine = (name: string, ...parts: readonly Uint8Array[]): string =>
  `\u2014 ${name} ${Buffer.concat(parts).toString('base64')}\n`;

/**
 * A note: the text, an empty line, one signature line. Further lines may be appended to it.
 *
 * @param text must end in a newline.
 * @throws BadNote when text or name cannot stand in a note.
 */
export function signNote(text: string, name: string, key: NoteSigner): string {
  checkText(text);
  checkName(name);
  const id = noteKeyId(name, ED25519, key.publicKey);
  return `${text}\n${signatureLine(name, id, key.sign(bytesOf(text)))}`;
}

interface NoteSignature {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

function parseSignature(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  const good = goodName(name) && bytes !== null && bytes.length > ID_LENGTH;
  if (!good) throw new BadNote('a signature line is malformed');
  return { name, id: bytes.subarray(0, ID_LENGTH), signature: bytes.subarray(ID_LENGTH) };
}

function parseNote(note: string): { text: string; signatures: readonly NoteSignature[] } {
  if (note.length > MAX_NOTE_LENGTH) throw new BadNote('the note is too long');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) throw new BadNote('the note has no signatures');
  const text = note.slice(0, split + 1);
  checkText(text);
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new BadNote('the note has too many signatures');
  return { text, signatures: lines.map(parseSignature) };
}

/**
 * The text of a note, if it is signed by this key. Signatures of other keys are ignored, as C2SP asks.
 *
 * @param vkey the verifier key, see `verifierKey`.
 * @throws BadNote when note or key are malformed, no signature is by the key, or one that says so does not verify.
 */
export function verifyNote(note: string, vkey: string): string {
  const key = parseVerifierKey(vkey);
  const { text, signatures } = parseNote(note);
  const own = signatures.filter(({ name, id }) => name === key.name && id.equals(key.id));
  if (own.length === 0) throw new BadNote('the note is not signed by this key');
  const message = bytesOf(text);
  const holds = own.every(({ signature }) => signature.length === 64 && verify(key.publicKey, message, signature));
  if (!holds) throw new BadNote('the signature of the note does not verify');
  return text;
}

/** The text of a checkpoint: origin, decimal size, base64 root, a line each; extension lines are never written. */
export const checkpointText = ({ origin, size, root }: { origin: string; size: number; root: Uint8Array }): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/**
 * Reads the text of a checkpoint. Extension lines are refused: this project writes none, and nothing that is signed
 * should go unread.
 *
 * @throws BadNote when it is anything but the three lines.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [, origin = '', digits = '', base64 = ''] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? [];
  const root = fromBase64(base64, 32);
  const size = Number(digits);
  if (origin === '' || root === null || !Number.isSafeInteger(size)) throw new BadNote('the checkpoint is malformed');
  return { origin, size, root };
}

// tlog-cosignature v1: the signed message repeats the time, then the whole text of the checkpoint.
const cosignedMessage = (text: string, time: number | bigint): Buffer =>
  bytesOf(`cosignature/v1\ntime ${time}\n${text}`);

/**
 * A cosignature line with its newline, to be appended to a signed checkpoint: base64(id || time as 8 bytes big-endian
 * || Ed25519).
 *
 * @param text the text of the checkpoint, without signatures.
 * @param posixSeconds whole seconds since 1970, not negative.
 * @throws BadNote when text or name cannot stand in a note, or the time is not a whole number of seconds.
 */
export function cosignLine(text: string, name: string, key: NoteSigner, posixSeconds: number): string {
  parseCheckpoint(text);
  checkText(text);
  checkName(name);
  if (!Number.isSafeInteger(posixSeconds) || posixSeconds < 0) throw new BadNote('the time is not in whole seconds');
  const time = Buffer.alloc(TIME_LENGTH);
  time.writeBigUInt64BE(BigInt(posixSeconds));
  const id = noteKeyId(name, COSIGNATURE, key.publicKey);
  return signatureLine(name, id, time, key.sign(cosignedMessage(text, posixSeconds)));
}

function cosignedAt(text: string, signature: Buffer, publicKey: Uint8Array): number | null {
  if (signature.length !== TIME_LENGTH + 64) return null;
  const time = signature.readBigUInt64BE();
  const holds = verify(publicKey, cosignedMessage(text, time), signature.subarray(TIME_LENGTH));
  return holds && time <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(time) : null;
}

/**
 * Whether a signed checkpoint carries a cosignature by this key; the newest, when there are several. Says nothing
 * about the log's own signature on it: that is `verifyNote`.
 *
 * @returns time in whole seconds since 1970, size and 32-byte root; null when there is none that verifies.
 */
export function verifyCosignature(
  note: string,
  name: string,
  publicKey: Uint8Array,
): { time: number; size: number; root: Buffer } | null {
  try {
    const { text, signatures } = parseNote(note);
    const { size, root } = parseCheckpoint(text);
    const id = noteKeyId(name, COSIGNATURE, publicKey);
    const times = signatures
      .filter((line) => line.name === name && line.id.equals(id))
      .map(({ signature }) => cosignedAt(text, signature, publicKey))
      .filter((time) => time !== null);
    return times.length === 0 ? null : { time: Math.max(...times), size, root };
  } catch (error) {
    if (error instanceof BadNote) return null;
    throw error;
  }
}
