import { OpenFailed, openWithNonce, sealWithNonce } from './aead.ts';
import { hkdfExpand, hkdfExtract } from './hkdf.ts';
import { BadPublicKey, ephemeralSealingKey, type SealingKey } from './x25519.ts';

/*
 * RFC 9180, base mode, one message per encapsulation: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM. Base mode does not say who sealed; grants are signed separately.
 * Written out because WebCrypto in Electron's main process is not to be relied on, and checked
 * against the published vectors (self-test.ts) and against @hpke/core in both directions (tests).
 */

const KEM_ID = 0x0020;
const KDF_ID = 0x0001;
const MODE_BASE = 0x00;
const SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const empty = Buffer.alloc(0);

/** The AEAD of a suite as the key schedule sees it: its number in RFC 9180 7.3 and its "Nk". */
export interface HpkeAead {
  readonly id: number;
  readonly keyBytes: number;
}

/** What the store uses. Only vectors of other suites pass anything else to `keySchedule`. */
export const hpkeAes256Gcm: HpkeAead = { id: 0x0002, keyBytes: 32 };

/** What travels: the ephemeral public key (32 bytes) and ciphertext || tag(16). */
export interface HpkeSealed {
  readonly enc: Buffer;
  readonly ct: Buffer;
}

/** Key and nonce for the first and only message of an encapsulation. */
export interface HpkeKeys {
  readonly key: Buffer;
  readonly baseNonce: Buffer;
}

// I2OSP(value, 2) of RFC 8017, as RFC 9180 uses it.
function twoBytes(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

const version = Buffer.from('HPKE-v1');
const kemSuite = Buffer.concat([Buffer.from('KEM'), twoBytes(KEM_ID)]);

function suiteOf(aead: HpkeAead): Buffer {
  const ids = [twoBytes(KEM_ID), twoBytes(KDF_ID), twoBytes(aead.id)];
  return Buffer.concat([Buffer.from('HPKE'), ...ids]);
}

// LabeledExtract, RFC 9180 section 4.
function labeledExtract(suite: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer {
  return hkdfExtract(salt, Buffer.concat([version, suite, Buffer.from(label), ikm]));
}

// LabeledExpand, RFC 9180 section 4.
function labeledExpand(suite: Buffer, prk: Buffer, label: string, info: Uint8Array, length: number): Buffer {
  const head = [twoBytes(length), version, suite, Buffer.from(label)];
  return hkdfExpand(prk, Buffer.concat([...head, info]), length);
}

/**
 * The KEM's shared secret, 32 bytes: ExtractAndExpand of RFC 9180 section 4.1, alike on both sides.
 * `own` and `peer` make the Diffie-Hellman value; `enc` and `recipientPublic` (32 bytes each) are
 * what the secret is bound to. Throws BadPublicKey when `peer` is not a usable public key.
 */
export function kemSharedSecret(
  own: SealingKey,
  peer: Uint8Array,
  enc: Uint8Array,
  recipientPublic: Uint8Array,
): Buffer {
  const prk = labeledExtract(kemSuite, empty, 'eae_prk', own.diffieHellman(peer));
  const context = Buffer.concat([enc, recipientPublic]);
  return labeledExpand(kemSuite, prk, 'shared_secret', context, SECRET_BYTES);
}

/** What of the key schedule depends on the suite alone; worked out once, not for each message. */
function scheduleStart(aead: HpkeAead): { suite: Buffer; start: Buffer } {
  const suite = suiteOf(aead);
  const pskIdHash = labeledExtract(suite, empty, 'psk_id_hash', empty);
  return { suite, start: Buffer.concat([Buffer.of(MODE_BASE), pskIdHash]) };
}

const ownSchedule = scheduleStart(hpkeAes256Gcm);

/**
 * KeySchedule of RFC 9180 section 5.1 in base mode: `aead.keyBytes` of key and a nonce of 12.
 * The exporter secret is not made; nothing here exports.
 */
export function keySchedule(
  sharedSecret: Uint8Array,
  info: Uint8Array | string,
  aead: HpkeAead = hpkeAes256Gcm,
): HpkeKeys {
  const { suite, start } = aead === hpkeAes256Gcm ? ownSchedule : scheduleStart(aead);
  const infoHash = labeledExtract(suite, empty, 'info_hash', Buffer.from(info));
  const context = Buffer.concat([start, infoHash]);
  const secret = labeledExtract(suite, sharedSecret, 'secret', empty);
  return {
    key: labeledExpand(suite, secret, 'key', context, aead.keyBytes),
    baseNonce: labeledExpand(suite, secret, 'base_nonce', context, NONCE_BYTES),
  };
}

/**
 * `hpkeSeal` with an ephemeral key the caller answers for. Only for published vectors: the same
 * ephemeral key twice to one recipient under one `info` repeats an AES-GCM key and nonce.
 */
export function hpkeSealWithEphemeral(
  ephemeral: SealingKey,
  recipientPublic: Uint8Array,
  info: Uint8Array | string,
  plaintext: Uint8Array,
  aad: Uint8Array | string,
): HpkeSealed {
  const enc = ephemeral.publicKey;
  const shared = kemSharedSecret(ephemeral, recipientPublic, enc, recipientPublic);
  const { key, baseNonce } = keySchedule(shared, info);
  return { enc, ct: sealWithNonce(key, baseNonce, plaintext, aad) };
}

/**
 * Seals to the holder of an X25519 key (SealBase, RFC 9180 section 6.1): `enc` of 32 bytes, `ct`
 * of the plaintext and 16 more. `info` and `aad` (text is UTF-8) must be the same when opening.
 * Throws BadPublicKey when `recipientPublic` is not 32 bytes or is a point of small order.
 */
export function hpkeSeal(
  recipientPublic: Uint8Array,
  info: Uint8Array | string,
  plaintext: Uint8Array,
  aad: Uint8Array | string = empty,
): HpkeSealed {
  return hpkeSealWithEphemeral(ephemeralSealingKey(), recipientPublic, info, plaintext, aad);
}

/**
 * Opens what `hpkeSeal` made for `recipient` (OpenBase, RFC 9180 section 6.1); the plaintext.
 * Throws OpenFailed for everything that does not open, a bad `enc` included.
 */
export function hpkeOpen(
  recipient: SealingKey,
  info: Uint8Array | string,
  sealed: { readonly enc: Uint8Array; readonly ct: Uint8Array },
  aad: Uint8Array | string = empty,
): Buffer {
  const shared = decapsulate(recipient, sealed.enc);
  const { key, baseNonce } = keySchedule(shared, info);
  return openWithNonce(key, baseNonce, sealed.ct, aad);
}

// Decap, RFC 9180 section 4.1. `enc` comes from a file, so a bad one is a box that does not open.
function decapsulate(recipient: SealingKey, enc: Uint8Array): Buffer {
  try {
    return kemSharedSecret(recipient, enc, enc, recipient.publicKey);
  } catch (error) {
    if (error instanceof BadPublicKey) throw new OpenFailed();
    throw error;
  }
}
