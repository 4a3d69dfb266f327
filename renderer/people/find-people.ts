import { log, valueOf } from '../api.ts';
import { shownName } from '../initials.ts';
import type { ComboboxOption } from '../ui/combobox.tsx';
import { longDate } from '../words/dates.ts';

/** People in the log by name or NHS number, each with what tells them from somebody of the same name. @throws LogFailure */
export async function findPeople(typed: string): Promise<readonly ComboboxOption[]> {
  const people = await valueOf(log.people.find({ words: typed.slice(0, 256) }));
  return people.map(({ person, name, dateOfBirth, nhsNumber, practice, practiceRun }) => ({
    value: person,
    label: shownName(name),
    more: [
      practiceRun ? 'Practice run: nobody real' : null,
      dateOfBirth === null ? 'Date of birth not known' : `Born ${longDate(dateOfBirth)}`,
      nhsNumber,
      practice,
    ]
      .filter((part) => part !== null)
      .join(', '),
  }));
}
