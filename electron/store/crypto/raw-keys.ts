import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** Curves of RFC 8410; every seed, private and public key of both is 32 bytes. */
export type Curve = 'ed25519' | 'x25519';

const RAW_KEY_BYTES = 32;

/*
 * RFC 8410 sections 4 and 7: the fixed DER that stands before the 32 bytes. The last arc of the
 * object identifier is the curve: 1.3.101.110 (6e) is X25519, 1.3.101.112 (70) is Ed25519.
 * node:crypto takes no raw keys on both TLS libraries, DER it does.
 */
const privatePrefix = {
  ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
} as const;

const publicPrefix = {
  ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
  x25519: Buffer.from('302a300506032b656e032100', 'hex'),
} as const;

function requireRawKey(raw: Uint8Array): void {
  if (raw.length !== RAW_KEY_BYTES) throw new RangeError('raw key must be 32 bytes');
}

/** The private KeyObject of a 32-byte seed. Throws RangeError for any other length. RFC 8410. */
export function privateKeyFromRaw(curve: Curve, seed: Uint8Array): KeyObject {
  requireRawKey(seed);
  const key = Buffer.concat([privatePrefix[curve], seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The public KeyObject of 32 raw bytes. Throws RangeError for any other length. RFC 8410. */
export function publicKeyFromRaw(curve: Curve, raw: Uint8Array): KeyObject {
  requireRawKey(raw);
  const key = Buffer.concat([publicPrefix[curve], raw]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

/** The 32 raw bytes of the public half of a private key. RFC 8410. */
export function rawPublicKeyOf(privateKey: KeyObject): Buffer {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return Buffer.from(spki.subarray(-RAW_KEY_BYTES));
}
