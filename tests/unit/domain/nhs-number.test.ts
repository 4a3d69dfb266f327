import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitsOf,
  formatNhsNumber,
  isTestNumber,
  type NhsNumber,
  nhsNumber,
  passesModulus11,
} from '../../../shared/domain/nhs-number.ts';

/** Of the reserved range, each checked by hand against the NHS Data Dictionary (reference `domain.md` section 9). */
const valid = [
  '9990123012',
  '9990345074',
  '9990512124',
  '9990788456',
  '9991010106',
  '9991234500',
  '9992004177',
  '9992451610',
  '9993002666',
  '9993334049',
  '9994120581',
  '9994507338',
  '9994819151',
  '9995022478',
  '9995301873',
  '9995614200',
  '9995870312',
  '9996009149',
  '9996402258',
  '9996711048',
];
const checkDigitNought = '9990001030';
const notIssued = {
  'whose check value is 10, shown as valid elsewhere': '9991234560',
  'with two digits exchanged': '9990213012',
  'with a wrong last digit': '9990123013',
  'at the bound of the range': '9990000000',
};

const spacings = [
  (digits: string) => digits,
  (digits: string) => `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`,
  (digits: string) => `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`,
  (digits: string) => `${digits.slice(0, 3)}\u00a0${digits.slice(3, 6)}\u00a0${digits.slice(6)}`,
  (digits: string) => `  ${digits.split('').join(' ')}\t`,
];

describe('NHS numbers', () => {
  it.each([...valid, checkDigitNought])('takes %s in any spacing and gives ten digits', (digits) => {
    for (const spaced of spacings) expect(nhsNumber.parse(spaced(digits))).toBe(digits);
  });

  it('takes check digit 0 only where the check value is 11', () => {
    expect(passesModulus11(checkDigitNought)).toBe(true);
    for (let last = 1; last <= 9; last += 1) expect(passesModulus11(`999000103${last}`)).toBe(false);
  });

  it('takes no last digit at all where the check value is 10', () => {
    for (let last = 0; last <= 9; last += 1) expect(passesModulus11(`999000109${last}`)).toBe(false);
  });

  it.each(Object.entries(notIssued))('refuses the number %s', (_why, digits) => {
    const answer = nhsNumber.safeParse(digits);
    expect(answer.error?.issues[0]?.message).toBe(
      'This is not an NHS number: check each digit with the person or their record',
    );
  });

  it.each(['', '999012301', '99901230120', '999012301O', '９９９０１２３０１２', '999 012 3012 ext 4'])(
    'asks for ten digits instead of %j',
    (typed) => {
      expect(nhsNumber.safeParse(typed).error?.issues[0]?.message).toBe('Enter an NHS number of 10 digits');
    },
  );

  it('refuses every single wrong digit and every exchange of two neighbours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, place, add) => {
        const wrong = (Number(digits[place]) + add) % 10;
        expect(passesModulus11(`${digits.slice(0, place)}${wrong}${digits.slice(place + 1)}`)).toBe(false);
      }),
      { seed: 11, numRuns: 1_000 },
    );
    for (const digits of valid) {
      for (let place = 0; place < 9; place += 1) {
        const [first = '', second = ''] = digits.slice(place, place + 2);
        const exchanged = `${digits.slice(0, place)}${second}${first}${digits.slice(place + 2)}`;
        expect(passesModulus11(exchanged)).toBe(exchanged === digits);
      }
    }
  });

  it('knows the range that is kept for tests', () => {
    expect(isTestNumber('9990123012' as NhsNumber)).toBe(true);
    expect(isTestNumber('9434765919' as NhsNumber)).toBe(false);
  });

  it('writes a number 3-3-4 with spaces that do not break, and reads its own writing back', () => {
    for (const digits of valid) {
      const written = formatNhsNumber(nhsNumber.parse(digits));
      expect(written).toMatch(/^\d{3}\u00a0\d{3}\u00a0\d{4}$/);
      expect(digitsOf(written)).toBe(digits);
    }
  });
});
