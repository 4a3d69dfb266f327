import { daysAhead } from './calendar.ts';
import list from './words/concern-categories.json' with { type: 'json' };

interface FirstMinute {
  readonly categories: readonly string[];
  readonly when: string;
  readonly happenedOn?: string | undefined;
  readonly know: string;
  readonly toldBy?: string | undefined;
  readonly told: readonly { readonly at: string }[];
}

export const timeAhead = 'The time must be now or in the past';

const known = new Set(list.categories.map(({ id }) => id));

/**
 * What is wrong with the first minute of a concern beyond the shape of each answer, a sentence for each field. The form
 * asks before it goes on, the command before it saves.
 */
export function firstMinuteProblems(
  { categories, when, happenedOn, know, toldBy, told }: FirstMinute,
  { today, now }: { readonly today: string; readonly now: string },
): Readonly<Record<string, string>> {
  return {
    ...(!categories.every((id) => known.has(id)) && { categories: 'Select what you are concerned about' }),
    ...(when === 'on-that-day' && happenedOn === undefined && { happenedOn: 'Enter the date it happened' }),
    ...(know === 'somebody-else-told-me' && toldBy === undefined && { toldBy: 'Enter who told you' }),
    ...daysAhead({ happenedOn }, today),
    ...(told.some(({ at }) => at > now) && { told: timeAhead }),
  };
}
