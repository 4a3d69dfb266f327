import type { Suspect } from '../../shared/contract/same-person.ts';
import { log, valueOf } from '../api.ts';
import type { PersonInput } from './person-values.ts';

export type { Suspect } from '../../shared/contract/same-person.ts';

const longest = 256;

/** People in the log, among those the reader reads, who may be the one that was entered: those of the same number first. @throws LogFailure */
export async function suspectsFor(entered: PersonInput): Promise<readonly Suspect[]> {
  const { givenName, familyName, knownAs, dateOfBirth, nhsNumber } = entered;
  const known = Object.entries({ givenName, familyName, knownAs, dateOfBirth, nhsNumber }).filter(
    (field): field is [string, string] => field[1] !== undefined && field[1] !== '',
  );
  if (known.length === 0) return [];
  return valueOf(log.people.like(Object.fromEntries(known.map(([field, words]) => [field, words.slice(0, longest)]))));
}
