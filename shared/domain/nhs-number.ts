import { z } from '../zod.ts';

declare const brand: unique symbol;
/** Ten digits without spaces whose check digit holds. */
export type NhsNumber = string & { readonly [brand]: 'NhsNumber' };

/** The digits of what somebody typed, in any spacing: `999 012 3012`, `999-012-3012`. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/[\s\u00a0-]/g, '');
}

/**
 * Whether ten digits pass modulus 11 (NHS Data Dictionary, NHS NUMBER): the first nine weighted 10 to 2, the
 * check digit is 11 minus the remainder; 11 counts as 0, and 10 means that the number was never issued.
 */
export function passesModulus11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === Number(digits[9]);
}

/** The range 999 000 0000 to 999 999 9999 is kept for tests and never issued to a person. */
export function isTestNumber(number: NhsNumber): boolean {
  return number.startsWith('999');
}

/** Why a number may not stand in this log: those of the demonstration and those of people are kept apart. */
export function wrongRange(number: NhsNumber, demo: boolean): string | null {
  if (isTestNumber(number) === demo) return null;
  return demo
    ? 'This is a demonstration log. Use a number that begins with 999; nothing real belongs here'
    : 'Numbers that begin with 999 are for tests and belong to nobody. Check the number';
}

/** As it is written for people: 3-3-4 with spaces that do not break. */
export function formatNhsNumber(number: NhsNumber): string {
  return `${number.slice(0, 3)}\u00a0${number.slice(3, 6)}\u00a0${number.slice(6)}`;
}

/** Takes any spacing, gives ten digits. */
export const nhsNumber = z
  .string()
  .max(40, 'Enter an NHS number of 10 digits')
  .transform(digitsOf)
  .refine((digits) => /^\d{10}$/.test(digits), 'Enter an NHS number of 10 digits')
  .refine(passesModulus11, 'This is not an NHS number: check each digit with the person or their record')
  .transform((digits) => digits as NhsNumber); // `as`: the two refinements above are what the brand means.
