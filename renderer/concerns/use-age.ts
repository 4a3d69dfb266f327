import type { PersonId } from '../../shared/domain/ids.ts';
import { useLook } from '../look.tsx';
import { ageOn } from '../words/dates.ts';

/** How old somebody is, where their date of birth is known and ours to read. */
export function useAgeOf(person: PersonId): number | undefined {
  const born = useLook('people', 'show', { person }).data?.details.dateOfBirth;
  return born === undefined ? undefined : ageOn(born);
}
