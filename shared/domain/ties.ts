import type { PracticeId } from './ids.ts';

/** Where somebody lives and is registered, as far as it is known. `null` is no practice of this log. */
interface Place {
  readonly address?: string | undefined;
  readonly practice?: PracticeId | null | undefined;
}

/** What brings a source of harm close to the person: a letter, a call or a print may reach them. */
export type Tie = 'lives-with' | 'same-address' | 'same-practice';

const postcodePattern = /\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/;
const longForms: Readonly<Record<string, string>> = {
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  ln: 'lane',
  cl: 'close',
  dr: 'drive',
  ct: 'court',
  apt: 'flat',
};

interface Parts {
  readonly postcode: string | null;
  readonly numbers: string;
  readonly plain: string;
}

function partsOf(address: string): Parts {
  const text = address
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’.]/gu, '')
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();
  const [found = '', outward = '', inward = ''] = postcodePattern.exec(text) ?? [];
  const words = text
    .replace(found, ' ')
    .split(' ')
    .filter(Boolean)
    .map((word) => longForms[word] ?? word);
  return {
    postcode: found === '' ? null : `${outward}${inward}`,
    numbers: words.filter((word) => /\d/.test(word)).join(' '),
    plain: words.join(''),
  };
}

/**
 * Whether two typed addresses are the same place, whatever their case, spaces, punctuation and short forms: by postcode
 * and number where both have them, else by their words, of which one may leave off the town. Leans towards a warning.
 */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.plain === '' || b.plain === '') return a.postcode !== null && a.postcode === b.postcode;
  if (a.postcode !== null && b.postcode !== null) {
    return a.postcode === b.postcode && (a.numbers === b.numbers || a.plain === b.plain);
  }
  const [short, long] = a.plain.length < b.plain.length ? [a.plain, b.plain] : [b.plain, a.plain];
  return a.numbers === b.numbers && long.startsWith(short) && (short.length >= 6 || short === long);
}

interface Placed extends Place {
  readonly livesWithPerson: 'yes' | 'no' | 'not-known';
}

/**
 * What ties a source of harm to the person, most pressing first. None found does not mean that there is none.
 *
 * @param others what else is known of the source of harm: their own details, where they are in the log and read
 */
export function tiesBetween(person: Place, placed: Placed, others: Place = {}): readonly Tie[] {
  const places = [placed, others];
  const addressed = places.some(({ address }) => isSameAddress(person.address, address));
  const registered = places.some(({ practice }) => practice !== null && practice === person.practice);
  return [
    ...(placed.livesWithPerson === 'yes' ? (['lives-with'] as const) : []),
    ...(addressed ? (['same-address'] as const) : []),
    ...(registered && person.practice !== undefined ? (['same-practice'] as const) : []),
  ];
}
