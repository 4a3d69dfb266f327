import { log, valueOf } from '../../api.ts';
import { shownName } from '../../initials.ts';
import type { SignedIn } from '../../signed-in.tsx';
import type { ComboboxOption } from '../../ui/combobox.tsx';
import { longDate } from '../../words/dates.ts';
import { stageTags } from '../stage-words.ts';
import { hasReference } from './typed-reference.ts';

/** Concerns that I read, by a part of the reference or by the name of whom they are about. @throws LogFailure */
export async function findConcerns(
  typed: string,
  { categorySentence }: Pick<SignedIn, 'categorySentence'>,
): Promise<readonly ComboboxOption[]> {
  const lines = await valueOf(log.concerns.list({}));
  const people = await valueOf(log.people.find({ words: typed.slice(0, 256) }));
  const found = new Set(people.map(({ person }) => person));
  return lines
    .filter((line) => !line.practiceRun && (found.has(line.person) || hasReference(line, typed)))
    .map(({ concern, reference, name, categories, raisedAt, stage }) => ({
      value: concern,
      label: `${reference}: ${shownName(name)}`,
      more: `${categorySentence(categories)}. Raised ${longDate(raisedAt)}. ${stageTags[stage].words}`,
    }));
}
