import { createCipheriv } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { OpenFailed } from '../../../electron/store/crypto/aead.ts';
import { hkdfExpand, hkdfExtract } from '../../../electron/store/crypto/hkdf.ts';
import { hpkeOpen, hpkeSeal, keySchedule } from '../../../electron/store/crypto/hpke.ts';
import vectors from '../../../electron/store/crypto/vectors.json' with { type: 'json' };
import { BadPublicKey, sealingKeyFromSeed } from '../../../electron/store/crypto/x25519.ts';
import { hex, seededBytes, withEachBitFlipped } from './helpers.ts';

const bytes = seededBytes('hpke');
const recipient = sealingKeyFromSeed(bytes(32));

// RFC 7748: points whose multiples by any clamped scalar are zero (u = 0, 1, the two of order 8,
// p - 1, p and p + 1).
const smallOrderPoints = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map(hex);

describe('X25519', () => {
  it('gives both sides the same secret', () => {
    const [a, b] = [sealingKeyFromSeed(bytes(32)), sealingKeyFromSeed(bytes(32))];
    expect(a.diffieHellman(b.publicKey)).toEqual(b.diffieHellman(a.publicKey));
  });

  it('refuses the all-zero point and every other one of small order', () => {
    for (const point of smallOrderPoints) {
      expect(() => recipient.diffieHellman(point)).toThrow(BadPublicKey);
    }
  });

  it('refuses public keys and seeds of the wrong length', () => {
    expect(() => recipient.diffieHellman(bytes(31))).toThrow(BadPublicKey);
    expect(() => sealingKeyFromSeed(bytes(33))).toThrow(RangeError);
  });
});

describe('HPKE', () => {
  it('gives back what was sealed, with or without additional data', () => {
    const sealed = hpkeSeal(recipient.publicKey, 'grant/1', Buffer.from('a key'), 'for whom');
    expect(sealed.enc).toHaveLength(32);
    expect(hpkeOpen(recipient, 'grant/1', sealed, 'for whom').toString()).toBe('a key');
    const bare = hpkeSeal(recipient.publicKey, 'grant/1', Buffer.alloc(0));
    expect(hpkeOpen(recipient, 'grant/1', bare)).toHaveLength(0);
  });

  it('refuses a box with any single bit turned over, in either part', () => {
    const { enc, ct } = hpkeSeal(recipient.publicKey, 'i', Buffer.from('small'), 'a');
    for (const changed of withEachBitFlipped(ct)) {
      expect(() => hpkeOpen(recipient, 'i', { enc, ct: changed }, 'a')).toThrow(OpenFailed);
    }
    for (const changed of withEachBitFlipped(enc)) {
      expect(() => hpkeOpen(recipient, 'i', { enc: changed, ct }, 'a')).toThrow(OpenFailed);
    }
  });

  it('refuses another recipient, purpose or additional data, and parts of a wrong length', () => {
    const sealed = hpkeSeal(recipient.publicKey, 'i', Buffer.from('x'), 'a');
    const other = sealingKeyFromSeed(bytes(32));
    expect(() => hpkeOpen(other, 'i', sealed, 'a')).toThrow(OpenFailed);
    expect(() => hpkeOpen(recipient, 'j', sealed, 'a')).toThrow(OpenFailed);
    expect(() => hpkeOpen(recipient, 'i', sealed, 'b')).toThrow(OpenFailed);
    for (const short of [{ enc: bytes(31) }, { ct: bytes(15) }, { ct: bytes(0) }]) {
      expect(() => hpkeOpen(recipient, 'i', { ...sealed, ...short }, 'a')).toThrow(OpenFailed);
    }
  });

  it('neither seals to nor opens from a point of small order', () => {
    for (const point of smallOrderPoints) {
      expect(() => hpkeSeal(point, 'i', bytes(1))).toThrow(BadPublicKey);
      expect(() => hpkeOpen(recipient, 'i', { enc: point, ct: bytes(40) })).toThrow(OpenFailed);
    }
  });

  it('gives the ciphertext of RFC 9180 A.1.1 when its key is used with AES-128', () => {
    const v = vectors.hpkeAes128KeySchedule;
    const aead = { id: v.aeadId, keyBytes: v.keyBytes };
    const { key, baseNonce } = keySchedule(hex(v.sharedSecret), hex(v.info), aead);
    const cipher = createCipheriv('aes-128-gcm', key, baseNonce).setAAD(hex(v.aad));
    const ct = Buffer.concat([cipher.update(hex(v.plaintext)), cipher.final(), cipher.getAuthTag()]);
    expect(ct.toString('hex')).toBe(v.ct);
  });

  it('is tested with the ephemeral key that the published seed gives', () => {
    const labeled = (label: string, value: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from('HPKE-v1KEM\0 '), Buffer.from(label), value]);
    const prk = hkdfExtract('', labeled('dkp_prk', hex(vectors.hpke.ikmE)));
    const info = Buffer.concat([hex('0020'), labeled('sk', Buffer.alloc(0))]);
    expect(hkdfExpand(prk, info, 32).toString('hex')).toBe(vectors.hpke.ephemeralPrivate);
  });
});

describe('HPKE beside @hpke/core', () => {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });

  function sample(round: number) {
    const [seed, info, aad] = [bytes(32), bytes(round), bytes(round * 3)];
    return { key: sealingKeyFromSeed(seed), seed, info, aad, plaintext: bytes(round * 7) };
  }

  it('opens what the other sealed', async () => {
    for (let round = 0; round < 25; round++) {
      const { key, info, aad, plaintext } = sample(round);
      const recipientPublicKey = await suite.kem.deserializePublicKey(key.publicKey);
      const sender = await suite.createSenderContext({ recipientPublicKey, info });
      const sealed = {
        ct: Buffer.from(await sender.seal(plaintext, aad)),
        enc: Buffer.from(sender.enc),
      };
      expect(hpkeOpen(key, info, sealed, aad)).toEqual(plaintext);
    }
  });

  it('seals what the other opens', async () => {
    for (let round = 0; round < 25; round++) {
      const { key, seed, info, aad, plaintext } = sample(round);
      const { enc, ct } = hpkeSeal(key.publicKey, info, plaintext, aad);
      const recipientKey = await suite.kem.deserializePrivateKey(seed);
      const opener = await suite.createRecipientContext({ recipientKey, enc, info });
      expect(Buffer.from(await opener.open(ct, aad))).toEqual(plaintext);
    }
  });
});
