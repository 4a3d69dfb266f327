import { randomBytes } from 'node:crypto';
import { sha256 } from './hash.ts';

const KEY_BYTES = 20;
const BITS_PER_CHARACTER = 5n;
const CHECKSUM_BITS = 20n;
const CODE_CHARACTERS = 36;
const GROUP_CHARACTERS = 4;

/** Crockford base32: no I, L, O (read as 1, 1, 0) and no U (so that no words appear). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const letterValues = new Map<string, bigint>([
  ...Array.from(alphabet, (letter, value): [string, bigint] => [letter, BigInt(value)]),
  ...Array.from(alphabet.toLowerCase(), (letter, value): [string, bigint] => [letter, BigInt(value)]),
  ...Array.from('IiLl', (letter): [string, bigint] => [letter, 1n]),
  ...Array.from('Oo', (letter): [string, bigint] => [letter, 0n]),
]);

/** White space and every dash a word processor may have put in place of '-'. */
const separators = /[\s\-\u2010-\u2015\u2212]/gu;

/** A typed recovery code is not one. The message tells the user what to look at, never the code. */
export class BadRecoveryCode extends Error {
  override readonly name = 'BadRecoveryCode';
}

function requireKey(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new RangeError('recovery key must be 20 bytes');
}

// The first 20 bits of SHA-256: a slip in typing is told apart from a wrong key.
function checksumOf(key: Uint8Array): bigint {
  return BigInt(sha256(key).readUIntBE(0, 3) >> 4);
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/**
 * Prints a key of 20 bytes: 160 bits and a checksum of 20 in Crockford base32, nine groups of four
 * joined by '-'. Throws RangeError for any other length.
 */
export function formatCode(key20: Uint8Array): string {
  requireKey(key20);
  let rest = (toNumber(key20) << CHECKSUM_BITS) | checksumOf(key20);
  let code = '';
  for (let index = 0; index < CODE_CHARACTERS; index++) {
    if (index > 0 && index % GROUP_CHARACTERS === 0) code = `-${code}`;
    code = alphabet.charAt(Number(rest & 31n)) + code;
    rest >>= BITS_PER_CHARACTER;
  }
  return code;
}

/**
 * The key of 20 bytes in a code as somebody typed it: case, spaces and dashes do not matter, I and
 * L are read as 1, O as 0. Throws BadRecoveryCode naming what is wrong: a character that is not
 * used in codes, the number of characters, or the checksum.
 */
export function parseCode(text: string): Buffer {
  const letters = Array.from(text.replace(separators, ''));
  const values = letters.map((letter, index) => characterValue(letter, index));
  if (values.length !== CODE_CHARACTERS) {
    throw new BadRecoveryCode(`A recovery code has 36 characters, this one has ${values.length}`);
  }
  const whole = values.reduce((sum, value) => (sum << BITS_PER_CHARACTER) | value, 0n);
  const hex = (whole >> CHECKSUM_BITS).toString(16).padStart(KEY_BYTES * 2, '0');
  const key = Buffer.from(hex, 'hex');
  if (checksumOf(key) !== (whole & ((1n << CHECKSUM_BITS) - 1n))) {
    throw new BadRecoveryCode('The recovery code does not match; a character is mistyped');
  }
  return key;
}

function characterValue(letter: string, index: number): bigint {
  const value = letterValues.get(letter);
  if (value === undefined) {
    const group = Math.floor(index / GROUP_CHARACTERS) + 1;
    throw new BadRecoveryCode(`Group ${group} has a character that recovery codes do not use`);
  }
  return value;
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}

/**
 * Splits a key of 20 bytes between two people: the first half is random, the second is the key
 * XORed with it. Either half alone is 20 random bytes and says nothing about the key. Each is
 * printed with `formatCode`. Throws RangeError for any other length.
 */
export function splitInHalves(key20: Uint8Array): [Buffer, Buffer] {
  requireKey(key20);
  const first = randomBytes(KEY_BYTES);
  return [first, xor(key20, first)];
}

/**
 * The key of two halves, in either order. The checksum of each half guards its typing only: halves
 * of two different kits join to a key that opens nothing. Throws BadRecoveryCode when the same half
 * was given twice, RangeError when one is not 20 bytes.
 */
export function joinHalves(a: Uint8Array, b: Uint8Array): Buffer {
  requireKey(a);
  requireKey(b);
  const key = xor(a, b);
  if (key.every((byte) => byte === 0)) {
    throw new BadRecoveryCode('The same half was entered twice; both halves are needed');
  }
  return key;
}
