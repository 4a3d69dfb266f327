import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { PersonPage } from '../../shared/contract/people.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { PracticeId } from '../../shared/domain/ids.ts';
import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';
import { blankDate, type DateParts, isoOf, partsOf } from '../ui/forms/dates.ts';

/** What the log takes about a person. */
export type PersonInput = InputOf<Contract['people']['add']>['details'];
export type PersonDetails = PersonPage['details'];
export type Standing = PersonDetails['standing'];

/** What the boxes about a person hold, as typed. */
export interface PersonValues {
  knowsNumber: '' | 'yes' | 'no';
  nhsNumber: string;
  standing: '' | Standing;
  givenName: string;
  familyName: string;
  knownAs: string;
  description: string;
  dateOfBirth: DateParts;
  expectedOn: DateParts;
  /** A practice of the log, or `noPractice`. */
  practice: string;
  address: string;
  phone: string;
  communication: string;
  safeContact: string;
  notToBeTold: string;
}

export const noPractice = 'none';

export const blankPerson: PersonValues = {
  knowsNumber: '',
  nhsNumber: '',
  standing: '',
  givenName: '',
  familyName: '',
  knownAs: '',
  description: '',
  dateOfBirth: { ...blankDate },
  expectedOn: { ...blankDate },
  practice: '',
  address: '',
  phone: '',
  communication: '',
  safeContact: '',
  notToBeTold: '',
};

/** Somebody whose number is known is neither unborn nor unknown: the form does not ask, and what was chosen before falls away. */
export function standingOf({ knowsNumber, standing }: Pick<PersonValues, 'knowsNumber' | 'standing'>): '' | Standing {
  return knowsNumber === 'yes' && (standing === 'not-yet-identified' || standing === 'unborn') ? '' : standing;
}

type Problems = Partial<Record<keyof PersonValues, string>>;

/** What only the boxes can know: a question without an answer, a date that is none. The log checks all else. */
export function personProblems(values: PersonValues): Problems {
  const standing = standingOf(values);
  const problems: Problems = {};
  if (values.knowsNumber === '') problems.knowsNumber = 'Select yes if you know their NHS number';
  if (values.knowsNumber === 'yes' && values.nhsNumber.trim() === '') problems.nhsNumber = 'Enter the NHS number';
  if (standing === '') problems.standing = 'Select how well this person is known';
  const wrong = 'Enter a real date, such as 23 November 1986';
  if (standing === 'unborn') {
    if (isoOf(values.expectedOn) === 'wrong') problems.expectedOn = wrong;
  } else if (isoOf(values.dateOfBirth) === 'wrong') problems.dateOfBirth = wrong;
  if (values.practice === '') problems.practice = 'Select their practice, or that you do not know it';
  return problems;
}

function dayFrom(parts: DateParts): IsoDate | undefined {
  const iso = isoOf(parts);
  return iso === null ? undefined : (iso as IsoDate); // `as`: the log refuses what is not a real day.
}

type Words =
  | 'givenName'
  | 'familyName'
  | 'knownAs'
  | 'description'
  | 'address'
  | 'phone'
  | 'communication'
  | 'safeContact'
  | 'notToBeTold';

/** Those of the named boxes in which something stands. */
function filled(values: PersonValues, names: readonly Words[]): Partial<Record<Words, string>> {
  return Object.fromEntries(names.map((name) => [name, values[name]]).filter(([, typed]) => typed?.trim() !== ''));
}

/** What the log takes. Boxes that the form no longer shows are left out. */
export function detailsFrom(values: PersonValues): PersonInput {
  const standing = standingOf(values) as Standing; // `as`: an empty one is refused by the log, beside its field.
  const common = {
    standing,
    practice: values.practice === noPractice ? null : (values.practice as PracticeId), // `as`: the log refuses anything else.
    ...filled(values, ['address', 'phone', 'communication', 'safeContact', 'notToBeTold']),
  };
  if (standing === 'unborn') {
    const expectedOn = dayFrom(values.expectedOn);
    return { ...common, ...filled(values, ['description']), ...(expectedOn !== undefined && { expectedOn }) };
  }
  const dateOfBirth = dayFrom(values.dateOfBirth);
  return {
    ...common,
    ...filled(values, ['givenName', 'familyName', 'knownAs']),
    ...(standing === 'not-yet-identified' && filled(values, ['description'])),
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    ...(values.knowsNumber === 'yes' && { nhsNumber: values.nhsNumber }),
  };
}

/** The boxes as they stand for a person who is in the log. */
export function valuesFrom(details: PersonDetails): PersonValues {
  return {
    knowsNumber: details.nhsNumber === undefined ? 'no' : 'yes',
    nhsNumber: details.nhsNumber === undefined ? '' : formatNhsNumber(details.nhsNumber),
    standing: details.standing,
    givenName: details.givenName ?? '',
    familyName: details.familyName ?? '',
    knownAs: details.knownAs ?? '',
    description: details.description ?? '',
    dateOfBirth: partsOf(details.dateOfBirth),
    expectedOn: partsOf(details.expectedOn),
    practice: details.practice ?? noPractice,
    address: details.address ?? '',
    phone: details.phone ?? '',
    communication: details.communication ?? '',
    safeContact: details.safeContact ?? '',
    notToBeTold: details.notToBeTold ?? '',
  };
}

/**
 * Shows what is wrong beside the boxes below `at`.
 *
 * @returns whether nothing is
 */
export function checkPerson<T extends FieldValues>(form: UseFormReturn<T>, at: Path<T>): boolean {
  const problems = Object.entries(personProblems(form.getValues(at) as PersonValues)); // `as`: these are the boxes that stand there.
  for (const [field, message] of problems) form.setError(`${at}.${field}` as Path<T>, { message }); // `as`: likewise.
  return problems.length === 0;
}

/** For `useSaving`: where the log's sentences about `details.…` (and its own rules, without it) belong in the form. */
export function personFields<T extends FieldValues>(
  at: Path<T>,
  prefix = 'details',
): Readonly<Record<string, Path<T>>> {
  const names = Object.keys(blankPerson) as (keyof PersonValues)[]; // `as`: the keys of the line above.
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = `${at}.${name}` as Path<T>; // `as`: these are the boxes that stand there.
      return [
        [name, field],
        [`${prefix}.${name}`, field],
      ];
    }),
  );
}
