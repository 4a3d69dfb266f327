import { open, openWithNonce, seal, sealWithNonce } from './aead.ts';
import { argon2id } from './argon2id.ts';
import { signingKeyFromSeed, verify } from './ed25519.ts';
import { sha256 } from './hash.ts';
import { hkdfExpand, hkdfExtract } from './hkdf.ts';
import { hpkeOpen, hpkeSeal, hpkeSealWithEphemeral, kemSharedSecret, keySchedule } from './hpke.ts';
import published from './vectors.json' with { type: 'json' };
import { sealingKeyFromSeed } from './x25519.ts';

/** The shape of vectors.json: hexadecimal text, with the source of each answer beside it. */
export type Vectors = typeof published;

/** A primitive gave a wrong answer. The store must not be opened, nor anything be written. */
export class SelfTestFailed extends Error {
  override readonly name = 'SelfTestFailed';
  readonly primitive: string;

  constructor(primitive: string) {
    super(`The cryptography of this computer failed its self-test: ${primitive}`);
    this.primitive = primitive;
  }
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

// Vectors are public, so nothing is lost by comparing them in varying time.
function same(actual: Uint8Array, expected: string): boolean {
  return Buffer.from(actual).toString('hex') === expected;
}

/** The bytes with the last bit turned over: what must not verify or open. */
function altered(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(copy.length - 1) ^ 1, copy.length - 1);
  return copy;
}

function refuses(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}

function sha256Holds({ sha256: v }: Vectors): boolean {
  return same(sha256(hex(v.message)), v.digest);
}

function hkdfHolds({ hkdf: v }: Vectors): boolean {
  const prk = hkdfExtract(hex(v.salt), hex(v.ikm));
  return same(prk, v.prk) && same(hkdfExpand(prk, hex(v.info), v.okm.length / 2), v.okm);
}

function aesGcmHolds({ aes256gcm: v }: Vectors): boolean {
  const [key, nonce, sealed] = [hex(v.key), hex(v.nonce), hex(v.sealed)];
  return (
    same(sealWithNonce(key, nonce, hex(v.plaintext), ''), v.sealed) &&
    same(openWithNonce(key, nonce, sealed, ''), v.plaintext) &&
    refuses(() => openWithNonce(key, nonce, altered(sealed), '')) &&
    same(open(key, seal(key, hex(v.plaintext), 'aad'), 'aad'), v.plaintext)
  );
}

function ed25519Holds({ ed25519: v }: Vectors): boolean {
  const [key, message, signature] = [signingKeyFromSeed(hex(v.seed)), hex(v.message), hex(v.signature)];
  return (
    same(key.publicKey, v.publicKey) &&
    same(key.sign(message), v.signature) &&
    verify(hex(v.publicKey), message, signature) &&
    !verify(hex(v.publicKey), altered(message), signature)
  );
}

function x25519Holds({ x25519: v }: Vectors): boolean {
  const alice = sealingKeyFromSeed(hex(v.alicePrivate));
  return (
    same(alice.publicKey, v.alicePublic) &&
    same(alice.diffieHellman(hex(v.bobPublic)), v.shared) &&
    refuses(() => alice.diffieHellman(Buffer.alloc(32)))
  );
}

// The RFC's own text has X25519 only with AES-128, so KEM and key schedule are compared with it.
function hpkeScheduleHolds({ hpkeAes128KeySchedule: v }: Vectors): boolean {
  const ephemeral = sealingKeyFromSeed(hex(v.ephemeralPrivate));
  const recipient = sealingKeyFromSeed(hex(v.recipientPrivate));
  const sent = kemSharedSecret(ephemeral, recipient.publicKey, hex(v.enc), recipient.publicKey);
  const received = kemSharedSecret(recipient, hex(v.enc), hex(v.enc), hex(v.recipientPublic));
  const keys = keySchedule(received, hex(v.info), { id: v.aeadId, keyBytes: v.keyBytes });
  return (
    same(ephemeral.publicKey, v.enc) &&
    same(sent, v.sharedSecret) &&
    same(received, v.sharedSecret) &&
    same(keys.key, v.key) &&
    same(keys.baseNonce, v.baseNonce)
  );
}

function hpkeHolds({ hpke: v }: Vectors): boolean {
  const [info, plaintext, aad] = [hex(v.info), hex(v.plaintext), hex(v.aad)];
  const ephemeral = sealingKeyFromSeed(hex(v.ephemeralPrivate));
  const recipient = sealingKeyFromSeed(hex(v.recipientPrivate));
  const sealed = hpkeSealWithEphemeral(ephemeral, hex(v.recipientPublic), info, plaintext, aad);
  const fresh = hpkeSeal(recipient.publicKey, info, plaintext, aad);
  const given = { enc: hex(v.enc), ct: hex(v.ct) };
  return (
    same(sealed.enc, v.enc) &&
    same(sealed.ct, v.ct) &&
    same(hpkeOpen(recipient, info, given, aad), v.plaintext) &&
    same(hpkeOpen(recipient, info, fresh, aad), v.plaintext) &&
    refuses(() => hpkeOpen(recipient, info, { ...fresh, ct: altered(fresh.ct) }, aad))
  );
}

/** In the order in which they build on each other, so that the first failure names the cause. */
const checks: ReadonlyArray<readonly [string, (vectors: Vectors) => boolean]> = [
  ['SHA-256', sha256Holds],
  ['HKDF-SHA-256', hkdfHolds],
  ['AES-256-GCM', aesGcmHolds],
  ['Ed25519', ed25519Holds],
  ['X25519', x25519Holds],
  ['HPKE key schedule', hpkeScheduleHolds],
  ['HPKE', hpkeHolds],
];

// A primitive that throws (missing from the TLS library, say) has failed like one that is wrong.
function requireThat(primitive: string, holds: () => boolean): void {
  let held = false;
  try {
    held = holds();
  } catch {
    held = false;
  }
  if (!held) throw new SelfTestFailed(primitive);
}

/**
 * Known answers for every primitive but Argon2id, in the process that will use them: node:crypto
 * stands on OpenSSL in tests and on BoringSSL in Electron, so a passing test suite proves nothing
 * there. Sources stand in vectors.json. Milliseconds. Throws SelfTestFailed naming the primitive.
 */
export function selfTest(vectors: Vectors = published): void {
  for (const [primitive, holds] of checks) requireThat(primitive, () => holds(vectors));
}

/**
 * The same for Argon2id (RFC 9106), at the least memory that is accepted: a fifth of a second.
 * Rejects with SelfTestFailed.
 */
export async function selfTestArgon2id(vectors: Vectors = published): Promise<void> {
  const { passphrase, salt, m, t, key } = vectors.argon2id;
  const made = await argon2id(passphrase, hex(salt), { alg: 'argon2id', v: 19, m, t, p: 1 }).catch(() =>
    Buffer.alloc(0),
  );
  requireThat('Argon2id', () => same(made, key));
}
