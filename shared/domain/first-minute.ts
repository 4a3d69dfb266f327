import { daysAhead } from './calendar.ts';
import { type ConcernCategory, categoryProblem } from './concern-categories.ts';

interface FirstMinute {
  readonly categories: readonly string[];
  readonly when: string;
  readonly happenedOn?: string | undefined;
  readonly know: string;
  readonly toldBy?: string | undefined;
  readonly told: readonly { readonly at: string }[];
}

interface Surroundings {
  readonly today: string;
  readonly now: string;
  /** The kinds of concern of this log: `settings.concernCategories`. */
  readonly known: readonly ConcernCategory[];
}

export const timeAhead = 'The time must be now or in the past';

/**
 * What is wrong with the first minute of a concern beyond the shape of each answer, a sentence for each field. The form
 * asks before it goes on, the command before it saves.
 */
export function firstMinuteProblems(
  { categories, when, happenedOn, know, toldBy, told }: FirstMinute,
  { today, now, known }: Surroundings,
): Readonly<Record<string, string>> {
  const category = categoryProblem(categories, known);
  return {
    ...(category !== null && { categories: category }),
    ...(when === 'on-that-day' && happenedOn === undefined && { happenedOn: 'Enter the date it happened' }),
    ...(know === 'somebody-else-told-me' && toldBy === undefined && { toldBy: 'Enter who told you' }),
    ...daysAhead({ happenedOn }, today),
    ...(told.some(({ at }) => at > now) && { told: timeAhead }),
  };
}
