import { dayInEngland, daysAhead } from './calendar.ts';
import { type ConcernCategory, categoryProblem } from './concern-categories.ts';

interface FirstMinute {
  readonly categories: readonly string[];
  readonly when: string;
  readonly happenedOn?: string | undefined;
  readonly know: string;
  readonly toldBy?: string | undefined;
  readonly told: readonly { readonly at: string }[];
  readonly lateEntry?: { readonly writtenOn: string } | undefined;
}

interface Surroundings {
  readonly today: string;
  readonly now: string;
  /** The kinds of concern of this log: `settings.concernCategories`. */
  readonly known: readonly ConcernCategory[];
  /** When the person was born, where that is known. */
  readonly born?: string | undefined;
}

export const timeAhead = 'The time must be now or in the past';

function dayProblems(
  { happenedOn, lateEntry }: Pick<FirstMinute, 'happenedOn' | 'lateEntry'>,
  { today, now, born }: Surroundings,
): Readonly<Record<string, string>> {
  const written = lateEntry?.writtenOn;
  const happened = happenedOn ?? '';
  return {
    ...(born !== undefined &&
      happened !== '' &&
      happened < born && { happenedOn: 'This day is before they were born. Check both dates' }),
    ...daysAhead({ happenedOn }, today),
    ...(written !== undefined && written > now && { 'lateEntry.writtenOn': timeAhead }),
    ...(written !== undefined &&
      dayInEngland(new Date(written)) < happened && {
        'lateEntry.writtenOn': 'It was written before it happened. Check both dates',
      }),
  };
}

/**
 * What is wrong with the first minute of a concern beyond the shape of each answer, a sentence for each field. The form
 * asks before it goes on, the command before it saves.
 */
export function firstMinuteProblems(
  firstMinute: FirstMinute,
  surroundings: Surroundings,
): Readonly<Record<string, string>> {
  const { categories, when, happenedOn, know, toldBy, told } = firstMinute;
  const category = categoryProblem(categories, surroundings.known);
  return {
    ...(category !== null && { categories: category }),
    ...(when === 'on-that-day' && happenedOn === undefined && { happenedOn: 'Enter the date it happened' }),
    ...(know === 'somebody-else-told-me' && toldBy === undefined && { toldBy: 'Enter who told you' }),
    ...dayProblems(firstMinute, surroundings),
    ...(told.some(({ at }) => at > surroundings.now) && { told: timeAhead }),
  };
}
