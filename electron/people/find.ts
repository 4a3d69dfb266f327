import type { ParsedOf } from '../../shared/contract/call.ts';
import type { PersonLine } from '../../shared/contract/people.ts';
import type { Suspect, samePersonCalls } from '../../shared/contract/same-person.ts';
import { type Fit, fitOf, type Identity, likenessOf, wordsOfName } from '../../shared/domain/alike.ts';
import { digitsOf } from '../../shared/domain/nhs-number.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { Context } from '../store/context.ts';
import { everybody, lineOf, namesOf, type PersonRow } from './lines.ts';

const wholeNumber = /^\d{10}$/;
const reference = /^p-[0-9a-z]{6}$/i;
const mostWords = 16;

/** A record that goes on under another one is found there, under whatever it was called. */
function whereTheyGoOn(rows: readonly PersonRow[], found: readonly PersonRow[]): readonly PersonRow[] {
  const byId = new Map(rows.map((row) => [row.person, row]));
  return [...new Set(found.map((row) => (row.joinedTo === null ? row : (byId.get(row.joinedTo) ?? row))))];
}

function byName(rows: readonly PersonRow[], typed: string): ReadonlyMap<PersonRow, Fit> {
  const parts = wordsOfName(typed).slice(0, mostWords);
  const fits = rows.flatMap((row) => {
    const fit = fitOf(parts, wordsOfName(namesOf(row)));
    return fit === null ? [] : [[row, fit] as const];
  });
  return new Map(fits.toSorted(([, one], [, other]) => one - other)); // Within one fit they stay in the order of names.
}

/**
 * People whom we read, best first: by whole NHS number, by reference, or by name. Each word typed must be a word of the
 * name, begin one, or nearly be one, in any order and without accents. Nobody whom we do not read is looked at, so what
 * is found tells nothing of them.
 */
export function find(context: Context, typed: string): readonly PersonLine[] {
  const rows = everybody(context);
  const digits = digitsOf(typed);
  if (wholeNumber.test(digits)) {
    const found = rows.filter(({ nhsNumber }) => nhsNumber === digits);
    return whereTheyGoOn(rows, found).map((row) => lineOf(context, row));
  }
  if (reference.test(typed.trim())) {
    const found = rows.filter(({ person }) => referenceOf('P', person) === typed.trim().toUpperCase());
    return whereTheyGoOn(rows, found).map((row) => lineOf(context, row));
  }
  const fits = byName(rows, typed);
  return whereTheyGoOn(rows, [...fits.keys()]).map((row) => ({
    ...lineOf(context, row),
    ...(fits.get(row) === 2 && { nearly: true as const }),
  }));
}

/** What tells who the person of a row is. */
export function identityOf(row: PersonRow): Identity {
  // What is known of somebody without a name says nothing about who else they may be.
  const named = row.givenName !== null || row.familyName !== null;
  return {
    name: named ? wordsOfName(namesOf(row)) : [],
    dateOfBirth: row.dateOfBirth,
    nhsNumber: row.nhsNumber,
  };
}

/** Those whom we read who may be the person that is being added: those of the same NHS number first. */
export function like(context: Context, typed: ParsedOf<typeof samePersonCalls.like>): readonly Suspect[] {
  const number = digitsOf(typed.nhsNumber ?? '');
  const names = [typed.givenName, typed.familyName, typed.knownAs].filter((part) => part !== undefined);
  const entered: Identity = {
    name: wordsOfName(names.join(' ')),
    dateOfBirth: typed.dateOfBirth ?? null,
    nhsNumber: wholeNumber.test(number) ? number : null,
  };
  return everybody(context)
    .filter(({ practiceRun, joinedTo }) => practiceRun === 0 && joinedTo === null)
    .flatMap((row) => {
      const likeness = likenessOf(entered, identityOf(row));
      return likeness === null ? [] : [{ ...lineOf(context, row), sameNumber: likeness === 'same-number' }];
    })
    .toSorted((one, other) => Number(other.sameNumber) - Number(one.sameNumber));
}
