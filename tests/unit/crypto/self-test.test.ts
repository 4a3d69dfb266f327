import { describe, expect, it } from 'vitest';
import { SelfTestFailed, selfTest, selfTestArgon2id, type Vectors } from '../../../electron/store/crypto/self-test.ts';
import published from '../../../electron/store/crypto/vectors.json' with { type: 'json' };

type Name = keyof Vectors;

// Left out are the fields that only the tests beside HPKE use, and what is not hexadecimal.
const checked: Record<Exclude<Name, 'argon2id'>, { primitive: string; fields: string[] }> = {
  sha256: { primitive: 'SHA-256', fields: ['message', 'digest'] },
  hkdf: { primitive: 'HKDF-SHA-256', fields: ['ikm', 'salt', 'info', 'prk', 'okm'] },
  aes256gcm: { primitive: 'AES-256-GCM', fields: ['key', 'nonce', 'plaintext', 'sealed'] },
  ed25519: { primitive: 'Ed25519', fields: ['seed', 'publicKey', 'message', 'signature'] },
  x25519: { primitive: 'X25519', fields: ['alicePrivate', 'alicePublic', 'bobPublic', 'shared'] },
  hpkeAes128KeySchedule: {
    primitive: 'HPKE key schedule',
    fields: ['info', 'ephemeralPrivate', 'enc', 'recipientPrivate', 'sharedSecret', 'key'],
  },
  hpke: {
    primitive: 'HPKE',
    fields: ['info', 'ephemeralPrivate', 'recipientPrivate', 'recipientPublic', 'enc', 'ct', 'aad'],
  },
};

/** The vectors with one hexadecimal digit in the middle of one of them changed. */
function altered(name: Name, field: string): Vectors {
  const vector: Record<string, string | number> = { ...published[name] };
  const text = String(vector[field]);
  const at = text.length >> 1;
  vector[field] = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);
  return { ...published, [name]: vector };
}

describe('the self-test', { timeout: 60_000 }, () => {
  it('passes with the published answers', async () => {
    expect(() => selfTest()).not.toThrow();
    await expect(selfTestArgon2id()).resolves.toBeUndefined();
  });

  it('fails and names the primitive when one vector is altered', () => {
    for (const [name, { primitive, fields }] of Object.entries(checked)) {
      for (const field of fields) {
        expect(() => selfTest(altered(name as Name, field)), `${name}.${field}`).toThrow(
          expect.objectContaining({ name: 'SelfTestFailed', primitive }),
        );
      }
    }
  });

  it('fails for Argon2id when its answer, salt or memory is another', async () => {
    const { argon2id } = published;
    for (const change of [{ key: '00' }, { salt: '00'.repeat(16) }, { m: 70_000 }, { m: 1 }]) {
      const vectors = { ...published, argon2id: { ...argon2id, ...change } };
      await expect(selfTestArgon2id(vectors)).rejects.toThrow(SelfTestFailed);
    }
  });

  it('says where each answer comes from', () => {
    for (const vector of Object.values(published)) expect(vector.source).not.toBe('');
  });
});
