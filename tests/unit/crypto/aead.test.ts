import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenFailed, open, pad256, seal, sealWithNonce, unpad256 } from '../../../electron/store/crypto/aead.ts';
import { seededBytes, withEachBitFlipped } from './helpers.ts';

const bytes = seededBytes('aead');
const key = bytes(32);

describe('seal and open', () => {
  it('give back what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plaintext, aad) => {
        expect(open(key, seal(key, plaintext, aad), aad)).toEqual(Buffer.from(plaintext));
      }),
      { seed: 1 },
    );
  });

  it('never seal the same thing alike twice', () => {
    const boxes = Array.from({ length: 100 }, () => seal(key, bytes(8), '').toString('hex'));
    expect(new Set(boxes.map((box) => box.slice(0, 24))).size).toBe(100);
  });

  it('refuse a box with any single bit turned over', () => {
    const box = seal(key, Buffer.from('a small box'), 'where it belongs');
    for (const changed of withEachBitFlipped(box)) {
      expect(() => open(key, changed, 'where it belongs')).toThrow(OpenFailed);
    }
  });

  it('refuse a box cut short at any length or made longer', () => {
    const box = seal(key, Buffer.from('a small box'), '');
    for (let length = 0; length < box.length; length++) {
      expect(() => open(key, box.subarray(0, length), '')).toThrow(OpenFailed);
    }
    expect(() => open(key, Buffer.concat([box, Buffer.alloc(1)]), '')).toThrow(OpenFailed);
  });

  it('refuse another key and another place', () => {
    const box = seal(key, Buffer.from('x'), 'event/1');
    expect(() => open(bytes(32), box, 'event/1')).toThrow(OpenFailed);
    expect(() => open(key, box, 'event/2')).toThrow(OpenFailed);
  });

  it('treat a key or nonce of the wrong size as a mistake of the program', () => {
    expect(() => seal(bytes(16), bytes(1), '')).toThrow(RangeError);
    expect(() => open(bytes(16), seal(key, bytes(1), ''), '')).toThrow(RangeError);
    expect(() => sealWithNonce(key, bytes(13), bytes(1), '')).toThrow(RangeError);
  });
});

describe('pad256 and unpad256', () => {
  it('give back any text, in a multiple of 256 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const padded = pad256(text);
        expect(padded.length % 256).toBe(0);
        expect(unpad256(padded)).toBe(text);
      }),
      { seed: 2 },
    );
  });

  it('use as few blocks as will do', () => {
    const sizes = [0, 252, 253, 508, 509].map((length) => pad256('a'.repeat(length)).length);
    expect(sizes).toEqual([256, 256, 512, 512, 768]);
  });

  it('keep a byte order mark, which is part of the text', () => {
    expect(unpad256(pad256('\uFEFFx'))).toBe('\uFEFFx');
  });

  it('refuse padding that is not zero, wherever it is', () => {
    const padded = pad256('text');
    for (let at = 8; at < 256; at++) {
      const changed = Buffer.from(padded);
      changed[at] = 1;
      expect(() => unpad256(changed)).toThrow(OpenFailed);
    }
  });

  it('refuse a length that does not fit the size', () => {
    for (const length of [253, 256, 0xffff_ffff]) {
      const changed = pad256('');
      changed.writeUInt32BE(length, 0);
      expect(() => unpad256(changed)).toThrow(OpenFailed);
    }
    const [block, spare] = [pad256(''), Buffer.alloc(256)];
    for (const wrong of [Buffer.alloc(0), block.subarray(0, 255), Buffer.concat([block, spare])]) {
      expect(() => unpad256(wrong)).toThrow(OpenFailed);
    }
  });

  it('refuse bytes that are not UTF-8', () => {
    const changed = pad256('ab');
    changed[4] = 0xff;
    expect(() => unpad256(changed)).toThrow(OpenFailed);
  });
});
