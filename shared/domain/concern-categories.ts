import { z } from '../zod.ts';
import { dutiesFor } from './duties.ts';
import { asksSafeContactFirst } from './safe-contact.ts';
import { needsTakeover } from './takeover.ts';
import { words } from './text.ts';
import list from './words/concern-categories.json' with { type: 'json' };

// What kinds of concern there are: data that a practice changes in Settings. A concern keeps ids, its words stand here.

/** In the order in which the form asks for them. */
export const categoryGroups = ['adult', 'child', 'theme', 'other'] as const;
export type CategoryGroup = (typeof categoryGroups)[number];

export const categoryName = words(60, 'Enter what to call it');

export const concernCategory = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'An id is small letters, numbers and hyphens'),
  name: categoryName,
  group: z.enum(categoryGroups, 'Select where it belongs'),
  /** Taken out of use it can no longer be chosen; where it was chosen its words stay. */
  active: z.boolean(),
});
export type ConcernCategory = z.infer<typeof concernCategory>;

export const mostCategories = 100;

/**
 * As long as a practice has not changed them: the ten kinds of the Care Act guidance, those of abuse of children
 * (Working Together 2023), and the themes that council forms add (domain.md 2.1).
 */
export const categoriesAtFirst: readonly ConcernCategory[] = concernCategory
  .array()
  .parse(list.categories.map((category) => ({ ...category, active: true })));

/** When somebody last compared the list that is shipped with the guidance. */
export const categoriesCheckedOn: string = list.lastChecked;

/** In one line of its own: `Child: neglect` tells it from the neglect of an adult. */
function nameOf({ group, name, active }: ConcernCategory): string {
  const plain = group === 'child' ? `Child: ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
  return active ? plain : `${plain} (no longer in use)`;
}

/** Each in words, in the order in which the form asks for them. One that this list does not know stands as it is. */
export function categoryWords(chosen: readonly string[], all: readonly ConcernCategory[]): readonly string[] {
  const inOrder = categoryGroups.flatMap((group) => all.filter((one) => one.group === group));
  const known = inOrder.filter(({ id }) => chosen.includes(id)).map(nameOf);
  return [...known, ...chosen.filter((id) => !all.some((one) => one.id === id))];
}

/** Why a concern cannot be raised with these, in a sentence beside the question; null when it can. */
export function categoryProblem(chosen: readonly string[], all: readonly ConcernCategory[]): string | null {
  const found = chosen.map((id) => all.find((one) => one.id === id));
  if (found.includes(undefined)) return 'Select what you are concerned about';
  const [ended] = found.filter((one) => one?.active === false);
  return ended === undefined
    ? null
    : `“${ended.name}” is no longer in use. Take it away and select another. What you wrote is kept.`;
}

/**
 * Something follows from these whatever they are called, so they stay in use: a duty, somebody who takes over, a
 * question that comes first, "I am not sure".
 */
export function mustStay(id: string): boolean {
  const asks = needsTakeover([id]) || asksSafeContactFirst([id]) || dutiesFor([id], undefined).length > 0;
  return id === 'not-sure' || asks;
}

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Why one list may not take the place of another, or null. Nothing is ever deleted from it and nothing moves to another
 * group: concerns that were raised with it would say something else.
 */
export function listProblem(next: readonly ConcernCategory[], before: readonly ConcernCategory[]): string | null {
  const gone = before.some(({ id, group }) => !next.some((one) => one.id === id && one.group === group));
  if (gone || new Set(next.map(({ id }) => id)).size !== next.length)
    return 'This list has changed since you opened it. Look at it again, then make your change.';
  const ended = next.find(({ id, active }) => !active && mustStay(id));
  if (ended !== undefined) return `“${ended.name}” stays in use: this log tells people what to do about it.`;
  const twice = next.find((one, place) =>
    next.slice(0, place).some(({ group, name }) => group === one.group && alike(name, one.name)),
  );
  return twice === undefined ? null : `There is one called “${twice.name}” already.`;
}

/** The list with one more, whose id says nothing: it outlives its name. */
export function withCategory(
  all: readonly ConcernCategory[],
  { name, group }: Pick<ConcernCategory, 'name' | 'group'>,
): readonly ConcernCategory[] {
  const taken = all.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  return [...all, { id: `own-${Math.max(0, ...taken) + 1}`, name, group, active: true }];
}

/** The list with one of them called something else, or put in or out of use. */
export function changedCategory(
  all: readonly ConcernCategory[],
  id: string,
  change: Partial<Pick<ConcernCategory, 'name' | 'active'>>,
): readonly ConcernCategory[] {
  return all.map((one) => (one.id === id ? { ...one, ...change } : one));
}
