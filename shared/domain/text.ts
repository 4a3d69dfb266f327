import { z } from '../zod.ts';

// Everything below space but tab and line feed, and the two separators that end lines in some readers.
// oxlint-disable-next-line no-control-regex -- these are exactly the characters that a note may not hold
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g;

function wellFormed(text: string): boolean {
  return text.isWellFormed();
}

/** Line ends become LF and characters that cannot be seen go; what people wrote stays letter for letter. */
function tidy(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').trim();
}

function tooLong(max: number, named?: string): string {
  const must = named === undefined ? 'Must' : `${named} must`;
  return `${must} be ${max.toLocaleString('en-GB')} characters or less`;
}

/**
 * Words that a person typed, at most `max` characters (UTF-16 units, as the counter on the screen counts them).
 * With `named` the sentence about the length names the field, where several stand on one page.
 * Half a surrogate pair is refused rather than replaced: the record would not be what was typed.
 */
export function words(max: number, ask: string, named?: string) {
  return z
    .string(ask)
    .refine(wellFormed, 'Part of this text is damaged and cannot be saved. Type the last character again')
    .transform(tidy)
    .refine((text) => text.length > 0, ask)
    .refine((text) => text.length <= max, tooLong(max, named));
}

/** The same, and an empty box is the same as none. */
export function optionalWords(max: number) {
  return z
    .string()
    .refine(wellFormed, 'Part of this text is damaged and cannot be saved. Type the last character again')
    .transform(tidy)
    .refine((text) => text.length <= max, tooLong(max))
    .transform((text) => (text === '' ? undefined : text))
    .optional();
}

export const shortText = 200;
export const noteText = 4_000;
export const longText = 20_000;
