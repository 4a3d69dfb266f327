import { dayInEngland, daysAhead, type Instant, instantOf } from '../../../shared/domain/calendar.ts';
import { timeAhead } from '../../../shared/domain/first-minute.ts';
import { readTime } from '../../../shared/domain/typed-time.ts';
import { blankDate, type DateParts, isoOf } from '../../ui/forms/dates.ts';

/** What the boxes about a moment hold, as typed. */
export interface MomentValues {
  when: '' | 'now' | 'earlier';
  day: DateParts;
  time: string;
}

export const blankMoment: MomentValues = { when: '', day: { ...blankDate }, time: '' };

type Problems = Partial<Record<keyof MomentValues, string>>;

function dayProblem(day: string | null, today: string): string | undefined {
  if (day === null) return 'Enter the day';
  if (day === 'wrong') return 'Enter a real date, such as 23 November 2026';
  return daysAhead({ day }, today)['day'];
}

/** The moment that somebody named, or a sentence for each box that is missing or wrong. */
export function momentOf(
  { when, day, time }: MomentValues,
  now: Date = new Date(),
): { readonly at: Instant } | { readonly problems: Problems } {
  if (when === '') return { problems: { when: 'Select when it was' } };
  if (when === 'now') return { at: instantOf(now) };
  const chosen = isoOf(day);
  const wrongDay = dayProblem(chosen, dayInEngland(now));
  const typed = readTime(time);
  if (wrongDay !== undefined || 'problem' in typed) {
    return {
      problems: {
        ...(wrongDay !== undefined && { day: wrongDay }),
        ...('problem' in typed && { time: typed.problem }),
      },
    };
  }
  const at = instantOf(new Date(`${chosen}T${typed.time}:00`));
  return at > instantOf(now) ? { problems: { time: timeAhead } } : { at };
}
