import type { PersonLine } from '../../shared/contract/people.ts';
import { digitsOf } from '../../shared/domain/nhs-number.ts';
import { log, valueOf } from '../api.ts';
import type { PersonInput } from './person-values.ts';

export interface Suspect extends PersonLine {
  /** Two people never share an NHS number. */
  readonly sameNumber: boolean;
}

async function find(words: string): Promise<readonly PersonLine[]> {
  return words === '' ? [] : valueOf(log.people.find({ words: words.slice(0, 256) }));
}

/** People in the log, among those the reader reads, who may be the one that was entered: those of the same number first. @throws LogFailure */
export async function suspectsFor({ nhsNumber, givenName, familyName }: PersonInput): Promise<readonly Suspect[]> {
  const number = digitsOf(nhsNumber ?? '');
  const name = [givenName, familyName]
    .filter((part) => part !== undefined)
    .join(' ')
    .trim();
  const [byNumber, byName] = await Promise.all([find(/^\d{10}$/.test(number) ? number : ''), find(name)]);
  const found = new Map([...byNumber, ...byName].map((line) => [line.person, line]));
  return [...found.values()]
    .map((line) => ({ ...line, sameNumber: line.nhsNumber !== null && digitsOf(line.nhsNumber) === number }))
    .filter((line) => line.sameNumber || line.nhsNumber === null || number === '')
    .toSorted((one, other) => Number(other.sameNumber) - Number(one.sameNumber));
}
