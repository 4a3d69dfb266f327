import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  argon2id,
  type KdfParameters,
  kdfParametersAcceptable,
  standardKdf,
  UnacceptableKdf,
} from '../../../electron/store/crypto/argon2id.ts';
import { seededBytes } from './helpers.ts';

const bytes = seededBytes('argon2id');
const least: KdfParameters = { alg: 'argon2id', v: 19, m: 64 * 1024, t: 3, p: 1 };

function byNode(message: string, nonce: Buffer, { m, t }: KdfParameters): Buffer {
  const options = { message, nonce, parallelism: 1, tagLength: 32, memory: m, passes: t };
  return argon2Sync('argon2id', options);
}

// Half a second of work each on a quiet machine; a busy one must not fail the test.
describe('argon2id', { timeout: 60_000 }, () => {
  it('agrees with the one of node, at the least and at the standard parameters', async () => {
    const salt = bytes(16);
    for (const params of [least, { ...least, m: 70_000, t: 4 }, standardKdf]) {
      expect(await argon2id('naïve 😀 words', salt, params)).toEqual(byNode('naïve 😀 words', salt, params));
    }
  });

  it('hashes the exact characters, without trimming or normalising', async () => {
    const salt = bytes(16);
    const spellings = ['é', 'e\u0301', ' é', 'é ', ''];
    const keys = await Promise.all(spellings.map((text) => argon2id(text, salt, least)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(spellings.length);
  });

  it('keeps the event loop free while it works', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await argon2id('x', bytes(16), least);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('refuses parameters out of range before doing any work', async () => {
    const wrong: Partial<Record<keyof KdfParameters, unknown>>[] = [
      { m: 64 * 1024 - 1 },
      { m: 1024 * 1024 + 1 },
      { m: 65_536.5 },
      { m: Number.NaN },
      { m: '65536' },
      { t: 2 },
      { t: 11 },
      { p: 2 },
      { v: 16 },
      { alg: 'argon2i' },
    ];
    for (const change of wrong) {
      const params = { ...least, ...change } as KdfParameters;
      expect(kdfParametersAcceptable(params)).toBe(false);
      await expect(argon2id('x', bytes(16), params)).rejects.toThrow(UnacceptableKdf);
    }
  });

  it('accepts the edges of the range', () => {
    expect(kdfParametersAcceptable(least)).toBe(true);
    expect(kdfParametersAcceptable({ ...least, m: 1024 * 1024, t: 10 })).toBe(true);
    expect(kdfParametersAcceptable(standardKdf)).toBe(true);
  });

  it('refuses a salt that is not 16 bytes', async () => {
    await expect(argon2id('x', bytes(15), least)).rejects.toThrow(RangeError);
  });
});
