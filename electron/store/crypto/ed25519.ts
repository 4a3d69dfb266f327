import { type KeyObject, sign as signWith, verify as verifyWith } from 'node:crypto';
import { privateKeyFromRaw, publicKeyFromRaw, rawPublicKeyOf } from './raw-keys.ts';

const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** A log has a handful of devices and users; the bound only stops a hostile log filling memory. */
const MAX_CACHED_KEYS = 256;

/** An Ed25519 key pair (RFC 8032). The private half stays inside. */
export interface SigningKey {
  /** 32 raw bytes. */
  readonly publicKey: Buffer;
  /** A signature of 64 bytes; the same message always gives the same one. */
  sign(message: Uint8Array): Buffer;
}

/**
 * The Ed25519 key pair of a seed of 32 secret bytes (RFC 8032 section 5.1.5).
 * Throws RangeError for any other length.
 */
export function signingKeyFromSeed(seed32: Uint8Array): SigningKey {
  const privateKey = privateKeyFromRaw('ed25519', seed32);
  return {
    publicKey: rawPublicKeyOf(privateKey),
    sign: (message) => signWith(null, message, privateKey),
  };
}

const keyObjects = new Map<string, KeyObject>();

/*
 * Checking a log means tens of thousands of signatures by very few keys, and parsing a key costs
 * about as much as half a check. Only public keys are kept. When full, the oldest goes.
 */
function cachedKeyObject(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('latin1');
  const known = keyObjects.get(name);
  if (known) return known;
  const made = publicKeyFromRaw('ed25519', publicKey);
  if (keyObjects.size >= MAX_CACHED_KEYS) {
    const [oldest = ''] = keyObjects.keys();
    keyObjects.delete(oldest);
  }
  keyObjects.set(name, made);
  return made;
}

/**
 * Whether `signature` (64 bytes) by `publicKey` (32 raw bytes) is over exactly `message`
 * (RFC 8032 section 5.1.7).
 *
 * Never throws: what it checks comes from files, and a wrong length or a key that is no point on
 * the curve is a signature that does not hold, not a fault of the program.
 */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verifyWith(null, message, cachedKeyObject(publicKey), signature);
  } catch {
    return false;
  }
}
