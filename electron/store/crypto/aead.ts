import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const PAD_BLOCK_BYTES = 256;
const LENGTH_BYTES = 4;
const zeros = Buffer.alloc(PAD_BLOCK_BYTES);
const MAX_TEXT_BYTES = 2 ** 32 - 1 - PAD_BLOCK_BYTES;

/**
 * A sealed box did not open. It says nothing else on purpose: which check failed, or any byte of
 * what was inside, is of use only to somebody who is altering boxes.
 */
export class OpenFailed extends Error {
  override readonly name = 'OpenFailed';

  constructor() {
    super('Sealed data could not be opened: wrong key, or the data was altered');
  }
}

// A short key is a mistake in our own code, never something a file can cause: a different error.
function requireSizes(key: Uint8Array, nonce: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new RangeError('AES-256-GCM key must be 32 bytes');
  if (nonce.length !== NONCE_BYTES) throw new RangeError('AES-256-GCM nonce must be 12 bytes');
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a nonce the caller answers for: ciphertext || tag(16).
 *
 * Only for published vectors and for HPKE, which derives key and nonce afresh for each message.
 * The same nonce twice under one key gives away both plaintexts and the authentication key.
 * Throws RangeError when `key` is not 32 bytes or `nonce` not 12.
 */
export function sealWithNonce(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array | string,
): Buffer {
  requireSizes(key, nonce);
  // A key object throughout: Node 24 throws and catches two errors of its own for each key given as bytes.
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad));
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return Buffer.concat([ciphertext, cipher.getAuthTag()]);
}

/**
 * Opens what `sealWithNonce` made (ciphertext || tag(16)); the plaintext.
 * Throws OpenFailed for anything that does not authenticate, RangeError for wrong key/nonce sizes.
 */
export function openWithNonce(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array | string,
): Buffer {
  requireSizes(key, nonce);
  if (sealed.length < TAG_BYTES) throw new OpenFailed();
  const tagAt = sealed.length - TAG_BYTES;
  // Without authTagLength node accepts tags of 4 bytes, which can be guessed.
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(tagAt));
  const plaintext = decipher.update(sealed.subarray(0, tagAt));
  try {
    decipher.final();
  } catch {
    throw new OpenFailed();
  }
  return plaintext;
}

/**
 * Seals with AES-256-GCM: nonce(12, random) || ciphertext || tag(16), 28 bytes over the plaintext.
 *
 * `key` is 32 bytes. `aad` (text is UTF-8) is authenticated and not stored: put in it what says
 * where the box belongs, so that a box moved elsewhere does not open. Random nonces are safe for
 * 2^32 boxes under one key (SP 800-38D section 8.3); event keys seal one each.
 */
export function seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array | string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, sealWithNonce(key, nonce, plaintext, aad)]);
}

/**
 * Opens what `seal` made; the plaintext.
 * Throws OpenFailed for anything too short or that does not authenticate under `key` and `aad`.
 */
export function open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array | string): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new OpenFailed();
  const nonce = sealed.subarray(0, NONCE_BYTES);
  return openWithNonce(key, nonce, sealed.subarray(NONCE_BYTES), aad);
}

function paddedBytes(textBytes: number): number {
  return Math.ceil((LENGTH_BYTES + textBytes) / PAD_BLOCK_BYTES) * PAD_BLOCK_BYTES;
}

/**
 * Hides the exact length of a text before it is sealed: length(4, big endian) || UTF-8 || zeros,
 * up to a multiple of 256 bytes. A ciphertext is as long as its plaintext, and "one line" or
 * "three pages" about a child is itself something to protect.
 * Throws RangeError when the text is too long for the length field.
 */
export function pad256(json: string): Buffer {
  const textBytes = Buffer.byteLength(json, 'utf8');
  if (textBytes > MAX_TEXT_BYTES) throw new RangeError('text is too long to pad');
  const padded = Buffer.alloc(paddedBytes(textBytes));
  padded.writeUInt32BE(textBytes, 0);
  padded.write(json, LENGTH_BYTES, 'utf8');
  return padded;
}

/**
 * The text inside what `pad256` made.
 * Throws OpenFailed unless these are exactly the bytes `pad256` gives: one text has one padding,
 * so nothing can be hidden behind the text and no second form of it exists to be argued about.
 */
export function unpad256(padded: Uint8Array): string {
  const bytes = Buffer.from(padded.buffer, padded.byteOffset, padded.byteLength);
  if (bytes.length < PAD_BLOCK_BYTES) throw new OpenFailed();
  const textBytes = bytes.readUInt32BE(0);
  if (paddedBytes(textBytes) !== bytes.length) throw new OpenFailed();
  const end = LENGTH_BYTES + textBytes;
  if (!bytes.subarray(end).equals(zeros.subarray(0, bytes.length - end))) throw new OpenFailed();
  return decodeUtf8(bytes.subarray(LENGTH_BYTES, end));
}

// Strict: the usual decoder replaces invalid bytes, and two different plaintexts would read alike.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new OpenFailed();
  }
}
