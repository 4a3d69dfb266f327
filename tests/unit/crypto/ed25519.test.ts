import { generateKeyPairSync, verify as verifyWith } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signingKeyFromSeed, verify } from '../../../electron/store/crypto/ed25519.ts';
import { hex, seededBytes, withEachBitFlipped } from './helpers.ts';

const bytes = seededBytes('ed25519');

describe('Ed25519', () => {
  it('gives the answers of RFC 8032 for an empty message and one of a single byte', () => {
    const first = signingKeyFromSeed(hex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'));
    expect(first.publicKey.toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(first.sign(Buffer.alloc(0)).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    const second = signingKeyFromSeed(hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'));
    expect(second.sign(hex('72')).toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('makes signatures that another reading of the key accepts', () => {
    for (let round = 0; round < 50; round++) {
      const [key, message] = [signingKeyFromSeed(bytes(32)), bytes(round)];
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey.toString('base64url') };
      const signature = key.sign(message);
      expect(signature).toHaveLength(64);
      expect(verifyWith(null, message, { key: jwk, format: 'jwk' }, signature)).toBe(true);
      expect(verify(key.publicKey, message, signature)).toBe(true);
    }
  });

  it('refuses a signature, message or key with any single bit turned over', () => {
    const [key, message] = [signingKeyFromSeed(bytes(32)), bytes(8)];
    const signature = key.sign(message);
    for (const changed of withEachBitFlipped(signature)) {
      expect(verify(key.publicKey, message, changed)).toBe(false);
    }
    for (const changed of withEachBitFlipped(message)) {
      expect(verify(key.publicKey, changed, signature)).toBe(false);
    }
    for (const changed of withEachBitFlipped(key.publicKey)) {
      expect(verify(changed, message, signature)).toBe(false);
    }
  });

  it('calls wrong lengths and keys that are no point false, and never throws', () => {
    const key = signingKeyFromSeed(bytes(32));
    const signature = key.sign(bytes(0));
    for (const length of [0, 31, 33, 64]) {
      expect(verify(Buffer.alloc(length, 1), bytes(0), signature)).toBe(false);
    }
    for (const length of [0, 63, 65]) {
      expect(verify(key.publicKey, bytes(0), Buffer.alloc(length))).toBe(false);
    }
    expect(verify(Buffer.alloc(32, 0xff), bytes(0), signature)).toBe(false);
  });

  it('goes on checking rightly when it has seen more keys than it remembers', () => {
    const message = bytes(4);
    const keys = Array.from({ length: 600 }, () => signingKeyFromSeed(bytes(32)));
    const signatures = keys.map((key) => key.sign(message));
    for (const [index, key] of keys.entries()) {
      expect(verify(key.publicKey, message, signatures[index] ?? bytes(64))).toBe(true);
    }
    expect(verify(keys[0]?.publicKey ?? bytes(32), message, signatures[1] ?? bytes(64))).toBe(false);
  });

  it('remembers a key by its bytes, so a reused buffer does not carry the old key along', () => {
    const [one, two] = [signingKeyFromSeed(bytes(32)), signingKeyFromSeed(bytes(32))];
    const buffer = Buffer.from(one.publicKey);
    expect(verify(buffer, bytes(0), one.sign(bytes(0)))).toBe(true);
    two.publicKey.copy(buffer);
    expect(verify(buffer, bytes(0), one.sign(bytes(0)))).toBe(false);
    expect(verify(buffer, bytes(0), two.sign(bytes(0)))).toBe(true);
  });

  it('checks signatures made by keys of node', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
    const ours = signingKeyFromSeed(Buffer.from(d, 'base64url'));
    expect(ours.publicKey).toEqual(Buffer.from(x, 'base64url'));
    expect(verifyWith(null, bytes(0), publicKey, ours.sign(bytes(0)))).toBe(true);
  });

  it('refuses a seed that is not 32 bytes', () => {
    expect(() => signingKeyFromSeed(bytes(31))).toThrow(RangeError);
  });
});
