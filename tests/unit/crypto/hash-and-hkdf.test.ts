import { createHash, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/store/crypto/hash.ts';
import { hkdf, hkdfExpand } from '../../../electron/store/crypto/hkdf.ts';
import { seededBytes } from './helpers.ts';

describe('sha256', () => {
  it('hashes its parts as if they were joined', () => {
    const bytes = seededBytes('sha256');
    const parts = [bytes(3), bytes(0), bytes(70)];
    const joined = createHash('sha256').update(Buffer.concat(parts)).digest();
    expect(sha256(...parts)).toEqual(joined);
    expect(sha256()).toEqual(createHash('sha256').digest());
  });
});

describe('hkdf', () => {
  it('agrees with the one of node for many lengths of everything', () => {
    const bytes = seededBytes('hkdf');
    for (let round = 0; round < 200; round++) {
      const [ikm, salt] = [bytes(1 + (round % 70)), bytes(round % 90)];
      const [info, length] = [`purpose/${round}`, 1 + ((round * 37) % 300)];
      const other = Buffer.from(hkdfSync('sha256', ikm, salt, info, length));
      expect(hkdf(ikm, salt, info, length)).toEqual(other);
    }
  });

  it('gives 32 bytes unless told otherwise, and takes text as a salt', () => {
    const ikm = seededBytes('text salt')(32);
    expect(hkdf(ikm, 'sält', 'x')).toEqual(hkdf(ikm, Buffer.from('sält'), 'x', 32));
  });

  it('gives as many bytes as RFC 5869 allows and refuses more', () => {
    const prk = seededBytes('long')(32);
    expect(hkdfExpand(prk, '', 8160)).toHaveLength(8160);
    for (const length of [8161, 0, -1, 1.5, Number.NaN]) {
      expect(() => hkdfExpand(prk, '', length)).toThrow(RangeError);
    }
  });
});
