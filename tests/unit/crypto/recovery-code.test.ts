import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BadRecoveryCode,
  formatCode,
  joinHalves,
  parseCode,
  splitInHalves,
} from '../../../electron/store/crypto/recovery-code.ts';
import { seededBytes } from './helpers.ts';

const bytes = seededBytes('recovery');
// Crockford base32.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function messageOf(text: string): string {
  try {
    parseCode(text);
  } catch (error) {
    if (error instanceof BadRecoveryCode) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a recovery code', () => {
  it('is nine groups of four and reads back as the key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (key) => {
        const code = formatCode(key);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(parseCode(code)).toEqual(Buffer.from(key));
      }),
      { seed: 3 },
    );
  });

  it('keeps the zeros at the front of a key', () => {
    expect(parseCode(formatCode(Buffer.alloc(20)))).toEqual(Buffer.alloc(20));
    expect(formatCode(Buffer.alloc(20)).slice(0, 40)).toBe('0000-'.repeat(8));
  });

  it('stays what it was: a printed kit must open years from now', () => {
    const key = Buffer.from('000102030405060708090a0b0c0d0e0f10111213', 'hex');
    expect(formatCode(key)).toBe('000G-40R4-0M30-E209-185G-R38E-1W81-24GK-WYQB');
  });

  it('may be typed in either case, with any spaces and dashes, and with I, L and O', () => {
    const code = formatCode(Buffer.alloc(20, 0x08));
    const key = parseCode(code);
    const lookalikes = code.replaceAll('0', 'o').replaceAll('1', 'l');
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' – '),
      `  ${code}\n`,
      lookalikes,
      lookalikes.toUpperCase().replaceAll('L', 'I'),
    ];
    for (const text of typed) expect(parseCode(text)).toEqual(key);
  });

  it('is refused with every single mistyped character', () => {
    const code = formatCode(bytes(20));
    for (let at = 0; at < code.length; at++) {
      if (code[at] === '-') continue;
      for (const letter of letters.replace(code.charAt(at), '')) {
        const mistyped = code.slice(0, at) + letter + code.slice(at + 1);
        expect(messageOf(mistyped)).toContain('does not match');
      }
    }
  });

  it('is refused with two different neighbours changed over', () => {
    const code = formatCode(bytes(20)).replaceAll('-', '');
    for (let at = 0; at + 1 < code.length; at++) {
      if (code[at] === code[at + 1]) continue;
      const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      expect(messageOf(swapped)).toContain('does not match');
    }
  });

  it('is refused with what is wrong, and without being quoted', () => {
    const code = formatCode(bytes(20));
    expect(messageOf(code.slice(1))).toBe('A recovery code has 36 characters, this one has 35');
    expect(messageOf('')).toContain('this one has 0');
    expect(messageOf(`${code}7`)).toContain('this one has 37');
    for (const odd of ['U', 'u', '!', 'ı', 'ß', '😀', '٣']) {
      const message = messageOf(code.slice(0, 11) + odd + code.slice(12));
      expect(message).toBe('Group 3 has a character that recovery codes do not use');
    }
  });

  it('is only made of 20 bytes', () => {
    for (const length of [0, 19, 21]) expect(() => formatCode(bytes(length))).toThrow(RangeError);
  });
});

describe('a recovery key split in two', () => {
  it('is whole again from both halves in either order', () => {
    for (let round = 0; round < 50; round++) {
      const key = bytes(20);
      const [first, second] = splitInHalves(key);
      const printed = [parseCode(formatCode(first)), parseCode(formatCode(second))] as const;
      expect(joinHalves(...printed)).toEqual(key);
      expect(joinHalves(second, first)).toEqual(key);
    }
  });

  it('is split differently each time', () => {
    const key = bytes(20);
    const halves = Array.from({ length: 50 }, () => splitInHalves(key)[0].toString('hex'));
    expect(new Set(halves).size).toBe(50);
  });

  it('says so when the same half is given twice', () => {
    const [first] = splitInHalves(bytes(20));
    expect(() => joinHalves(first, first)).toThrow(BadRecoveryCode);
    expect(() => joinHalves(first, bytes(19))).toThrow(RangeError);
  });
});
