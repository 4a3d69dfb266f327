import { digitsOf } from '../../shared/domain/nhs-number.ts';
import { knownOf, type PracticeName } from './details-rows.ts';
import { detailsFrom, type PersonDetails, type PersonValues } from './person-values.ts';

/** The boxes as the log would show them, though not all of them need be right. */
function asDetails(values: PersonValues): PersonDetails {
  const details = detailsFrom(values);
  const { nhsNumber } = details;
  // `as`: only to be put into words beside what the log holds.
  return { ...details, ...(nhsNumber !== undefined && { nhsNumber: digitsOf(nhsNumber) }) } as PersonDetails;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What was typed, with what somebody else wrote meanwhile in every box that its author left alone.
 *
 * @param before what its author had before them: when they began, and whatever was shown to them since
 */
export function withNewer(typed: PersonValues, before: readonly PersonValues[], newest: PersonValues): PersonValues {
  const names = Object.keys(typed) as (keyof PersonValues)[]; // `as`: the keys of its type.
  const boxes = names.map((name) => {
    const untouched = before.some((held) => isSame(held[name], typed[name]));
    return [name, untouched ? newest[name] : typed[name]];
  });
  return Object.fromEntries(boxes) as PersonValues; // `as`: the same names.
}

/** One thing that somebody else changed: null in words where nothing stands. */
export interface Newer {
  readonly key: string;
  readonly before: string | null;
  readonly now: string | null;
  /** What stands in the form, when that is neither. */
  readonly typed: string | null | undefined;
}

interface Versions {
  readonly before: PersonValues;
  readonly now: PersonValues;
  readonly typed: PersonValues;
}

/** What somebody else changed while this was being written, each beside what is typed. */
export function newerIn({ before, now, typed }: Versions, practiceName: PracticeName): readonly Newer[] {
  const wordsOf = (values: PersonValues): ReadonlyMap<string, string | null> =>
    new Map(knownOf(asDetails(values), practiceName).map(({ key, words }) => [key, words]));
  const [was, is, mine] = [before, now, typed].map(wordsOf) as [Words, Words, Words]; // `as`: three of them.
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ key, before: was.get(key) ?? null, now: is.get(key) ?? null, typed: mine.get(key) ?? null }))
    .filter((one) => one.before !== one.now)
    .map((one) => ({ ...one, typed: one.typed === one.now ? undefined : one.typed }));
}

type Words = ReadonlyMap<string, string | null>;
