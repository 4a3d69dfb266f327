import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatCode, parseCode } from '../../../electron/store/crypto/recovery-code.ts';
import { differenceFrom } from '../../../renderer/unlock/typed-half.ts';

const half = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123';

describe('a half typed back from paper', () => {
  it.each([
    half,
    half.toLowerCase(),
    half.replaceAll('-', ''),
    ` ${half.replaceAll('-', ' ')} `,
    half.replaceAll('-', '–'),
    half.replaceAll('0', 'o').replaceAll('1', 'l'),
    half.replaceAll('0', 'O').replaceAll('1', 'I'),
  ])('is right as %j', (typed) => {
    expect(differenceFrom(half, typed)).toBeNull();
  });

  it.each([
    ['', 'Type this half from your paper'],
    [' - ', 'Type this half from your paper'],
    [half.slice(1), 'You typed 35'],
    [`${half}A`, 'You typed 37'],
    [half.replace('89AB', '89AC'), 'Group 3 is not'],
    [half.replace('0123-4567', '4567-0123'), 'Group 1 is not'],
    [half.replace(/3$/, '4'), 'Group 9 is not'],
    [half.replace('VWXYZ', 'UWXYZ').replace('RSTV', 'RSTU'), 'Group 7 is not'],
  ])('is wrong as %j', (typed, said) => {
    expect(differenceFrom(half, typed)).toContain(said);
  });

  it('is read as the log reads it', () => {
    for (let count = 0; count < 200; count += 1) {
      const shown = formatCode(randomBytes(20));
      const typed = shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('-', ' ');
      expect(differenceFrom(shown, typed)).toBeNull();
      expect(parseCode(typed)).toEqual(parseCode(shown));
    }
  });
});
