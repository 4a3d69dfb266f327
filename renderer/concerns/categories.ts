import { type CategoryGroup, type ConcernCategory, categoryWords } from '../../shared/domain/concern-categories.ts';
import { lowerFirst } from '../ui/lower-first.ts';

/** What each group is called over its boxes. */
export const groupWords = {
  adult: 'About an adult',
  child: 'About a child',
  theme: 'More types',
  other: 'Further',
} as const satisfies Record<CategoryGroup, string>;

/** In one line, as a title: `Domestic abuse, neglect and acts of omission`. */
export function categorySentence(chosen: readonly string[], all: readonly ConcernCategory[]): string {
  const [first = 'Concern', ...more] = categoryWords(chosen, all);
  const inside = (word: string): string => (/^[A-Z][a-z]/.test(word) ? lowerFirst(word) : word);
  return [first, ...more.map(inside)].join(', ');
}
