import { diffieHellman, randomBytes, timingSafeEqual } from 'node:crypto';
import { privateKeyFromRaw, publicKeyFromRaw, rawPublicKeyOf } from './raw-keys.ts';

const KEY_BYTES = 32;
const allZero = Buffer.alloc(KEY_BYTES);

/** A public key that would make the shared secret known to everybody, or that is no key at all. */
export class BadPublicKey extends Error {
  override readonly name = 'BadPublicKey';

  constructor() {
    super('The public key is not one that anything may be sealed to or opened from');
  }
}

/** An X25519 key pair (RFC 7748). The private half stays inside, parsed once. */
export interface SealingKey {
  /** 32 raw bytes. */
  readonly publicKey: Buffer;
  /** The shared secret, 32 bytes. Throws BadPublicKey for a bad length or an all-zero result. */
  diffieHellman(publicRaw: Uint8Array): Buffer;
}

/**
 * The X25519 key pair of 32 secret bytes (RFC 7748 section 5; clamping happens in the library).
 * Throws RangeError for any other length.
 */
export function sealingKeyFromSeed(seed32: Uint8Array): SealingKey {
  const privateKey = privateKeyFromRaw('x25519', seed32);
  return {
    publicKey: rawPublicKeyOf(privateKey),
    diffieHellman: (publicRaw) => {
      if (publicRaw.length !== KEY_BYTES) throw new BadPublicKey();
      const publicKey = publicKeyFromRaw('x25519', publicRaw);
      return nonZero(() => diffieHellman({ privateKey, publicKey }));
    },
  };
}

/** A key pair for one use, from 32 random bytes. */
export function ephemeralSealingKey(): SealingKey {
  return sealingKeyFromSeed(randomBytes(KEY_BYTES));
}

/*
 * RFC 7748 section 6.1, RFC 9180 section 7.1.4: a point of small order makes the secret all zero
 * whatever the private key is. OpenSSL and BoringSSL refuse it themselves today; the comparison
 * stays, so that the promise does not rest on which library is underneath.
 */
function nonZero(derive: () => Buffer): Buffer {
  let secret: Buffer;
  try {
    secret = derive();
  } catch {
    throw new BadPublicKey();
  }
  if (timingSafeEqual(secret, allZero)) throw new BadPublicKey();
  return secret;
}
