// Names as people type them: in any order, without accents, nearly right.

/** Without accents, apostrophes, dots or hyphens, so that a name is found however it is typed. */
export function wordsOfName(name: string): readonly string[] {
  const plain = name.normalize('NFD').replaceAll(/[\p{M}'’ʼ`.,]/gu, '');
  return plain
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '');
}

/**
 * How many letters are wrong, missing, too many or swapped with the next (optimal string alignment distance; Damerau 1964).
 *
 * @returns more than `most` when there are more: then nobody needs to know how many
 */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1)];
      next.push(Math.min(...steps, swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}

// In a short word one letter makes another name: Ana and Ann.
const shortest = 4;
const long = 8;

/** Whether one word is the other with a slip of the finger in it, or two where it is long. */
export function isNearly(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  if (length < shortest) return false;
  const most = length < long ? 1 : 2;
  return slips(one, other, most) <= most;
}

/** How well typed words fit a name: 0 is whole words, 1 the beginnings of words, 2 nearly; null is not at all. */
export type Fit = 0 | 1 | 2;

function fitOfWord(typed: string, name: readonly string[]): Fit | null {
  if (name.includes(typed)) return 0;
  if (name.some((word) => word.startsWith(typed))) return 1;
  return name.some((word) => isNearly(typed, word)) ? 2 : null;
}

/** Each word typed must fit a word of the name, in any order; the worst of them counts. */
export function fitOf(typed: readonly string[], name: readonly string[]): Fit | null {
  let worst: Fit = 0;
  for (const word of typed) {
    const fit = fitOfWord(word, name);
    if (fit === null) return null;
    if (fit > worst) worst = fit;
  }
  return worst;
}

/** What tells who somebody is, as far as it is known. */
export interface Identity {
  /** Words of all their names: see `wordsOfName`. */
  readonly name: readonly string[];
  readonly dateOfBirth: string | null;
  readonly nhsNumber: string | null;
}

export type Likeness = 'same-number' | 'same-name-and-birth' | 'same-name' | 'same-name-other-birth';

/**
 * Why two records may be about one person; null when nothing speaks for it. Two people never share an NHS number, and
 * one person has only one.
 */
export function likenessOf(one: Identity, other: Identity): Likeness | null {
  if (one.nhsNumber !== null && other.nhsNumber !== null)
    return one.nhsNumber === other.nhsNumber ? 'same-number' : null;
  const [fewer, more] = one.name.length <= other.name.length ? [one.name, other.name] : [other.name, one.name];
  const fit = fewer.length === 0 ? null : fitOf(fewer, more);
  if (fit === null) return null;
  if (one.dateOfBirth === null || other.dateOfBirth === null) return fit === 0 ? 'same-name' : null;
  if (one.dateOfBirth === other.dateOfBirth) return 'same-name-and-birth';
  return fit === 0 ? 'same-name-other-birth' : null;
}
