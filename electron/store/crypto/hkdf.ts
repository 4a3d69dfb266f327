import { createHmac, createSecretKey } from 'node:crypto';

/** Bytes in one HMAC-SHA-256 block of output ("HashLen" in RFC 5869). */
const HASH_BYTES = 32;

/** RFC 5869 section 2.3: the block counter is one byte, so there are at most 255 blocks. */
const MAX_OUTPUT_BYTES = 255 * HASH_BYTES;

/*
 * Built on HMAC and not on crypto.hkdf: that function was broken for a whole Electron release
 * (electron#31634), and ten lines over HMAC behave the same over OpenSSL and BoringSSL.
 */

// As a key object: Node 24 throws and catches two errors of its own for each key given as bytes.
function hmac(key: Uint8Array, parts: readonly Uint8Array[]): Buffer {
  const made = createHmac('sha256', createSecretKey(key));
  for (const part of parts) made.update(part);
  return made.digest();
}

/**
 * HKDF-Extract with SHA-256 (RFC 5869 section 2.2): a pseudorandom key of 32 bytes.
 * `salt` may be empty, which HMAC treats as the 32 zero bytes the RFC asks for.
 */
export function hkdfExtract(salt: Uint8Array | string, ikm: Uint8Array): Buffer {
  return hmac(Buffer.from(salt), [ikm]);
}

/**
 * HKDF-Expand with SHA-256 (RFC 5869 section 2.3): `length` bytes bound to `info` (text is UTF-8).
 * Throws RangeError when `length` is not a whole number from 1 to 8160.
 */
export function hkdfExpand(prk: Uint8Array, info: Uint8Array | string, length: number): Buffer {
  if (!Number.isInteger(length) || length < 1 || length > MAX_OUTPUT_BYTES) {
    throw new RangeError('HKDF output must be 1 to 8160 bytes');
  }
  const blocks: Buffer[] = [];
  let block: Buffer = Buffer.alloc(0);
  for (let counter = 1; blocks.length * HASH_BYTES < length; counter++) {
    block = hmac(prk, [block, Buffer.from(info), Uint8Array.of(counter)]);
    blocks.push(block);
  }
  return Buffer.concat(blocks, length);
}

/**
 * HKDF-SHA-256 in one step (RFC 5869 section 2): `length` bytes (32 unless told) from a secret.
 *
 * `info` names the purpose ("sig/1", "kem/1"): keys for two purposes made from one secret must
 * differ in it, or what one purpose reveals would serve the other.
 */
export function hkdf(ikm: Uint8Array, salt: Uint8Array | string, info: string, length = HASH_BYTES): Buffer {
  return hkdfExpand(hkdfExtract(salt, ikm), info, length);
}
