import type { ReactNode } from 'react';
import type { PracticeId } from '../../shared/domain/ids.ts';
import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';
import { ageWords, longDate } from '../words/dates.ts';
import type { PersonDetails, PersonValues } from './person-values.ts';
import { standingWords } from './words.ts';

/** One thing that is known of a person, in words; null when it is not. */
export interface Known {
  readonly key: string;
  /** The box in which it is changed. */
  readonly box: keyof PersonValues;
  readonly words: string | null;
}

export type PracticeName = (practice: PracticeId | null) => string;

function nameOf({ givenName, familyName }: PersonDetails): string | null {
  const name = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  return name === '' ? null : name;
}

/** Everything that is known, in the order of the form. */
export function knownOf(details: PersonDetails, practiceName: PracticeName): readonly Known[] {
  const { standing, description, dateOfBirth, expectedOn, nhsNumber, practice } = details;
  const born = dateOfBirth === undefined ? null : `${longDate(dateOfBirth)} (${ageWords(dateOfBirth)})`;
  const unborn = standing === 'unborn';
  return [
    { key: 'Name', box: 'givenName', words: nameOf(details) },
    ...(unborn ? [] : [{ key: 'Known as', box: 'knownAs' as const, words: details.knownAs ?? null }]),
    ...(description === undefined
      ? []
      : [{ key: unborn ? 'Whose baby' : 'What is known', box: 'description' as const, words: description }]),
    unborn
      ? { key: 'Due', box: 'expectedOn', words: expectedOn === undefined ? null : longDate(expectedOn) }
      : { key: 'Date of birth', box: 'dateOfBirth', words: born },
    { key: 'NHS number', box: 'knowsNumber', words: nhsNumber === undefined ? null : formatNhsNumber(nhsNumber) },
    { key: 'How well they are known', box: 'standing', words: standingWords[standing] },
    { key: 'Practice', box: 'practice', words: practice === null ? null : practiceName(practice) },
    { key: 'Address', box: 'address', words: details.address ?? null },
    { key: 'Phone', box: 'phone', words: details.phone ?? null },
    { key: 'Communication needs', box: 'communication', words: details.communication ?? null },
    { key: 'How and when it is safe to contact them', box: 'safeContact', words: details.safeContact ?? null },
    { key: 'Who must not be told', box: 'notToBeTold', words: details.notToBeTold ?? null },
  ];
}

/** What differs from the details that came after. */
export function replacedIn(earlier: PersonDetails, after: PersonDetails, practiceName: PracticeName): readonly Known[] {
  const later = new Map(knownOf(after, practiceName).map(({ key, words }) => [key, words]));
  return knownOf(earlier, practiceName).filter(({ key, words }) => words !== (later.get(key) ?? null));
}

export function rowOf({ key, words }: Known, action?: ReactNode) {
  return { key, value: words ?? 'Not known', typed: true, action };
}
