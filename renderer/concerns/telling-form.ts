import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { dayInEngland, daysAhead, instantOf } from '../../shared/domain/calendar.ts';
import { timeAhead } from '../../shared/domain/first-minute.ts';
import { readTime } from '../../shared/domain/typed-time.ts';
import { telling } from '../../shared/events/concerns.ts';
import { blankDate, type DateParts, isoOf, partsOf } from '../ui/forms/dates.ts';
import { clockTime } from '../words/dates.ts';
import type { How } from './words.ts';

export type Telling = InputOf<Contract['concerns']['tell']>['told'];

/** What the boxes about one telling hold, as typed. */
export interface TellingValues {
  who: string;
  how: '' | How;
  /** The day itself for "Earlier today": the word would mean another day in a draft that is gone on with tomorrow. */
  when: string;
  /** When "Just now" was chosen: a draft that is raised an hour later must not say that it was told then. */
  at: string;
  day: DateParts;
  time: string;
  reached: '' | 'yes' | 'no';
  next: string;
  tookOver: '' | 'yes' | 'no';
}

export const blankTelling: TellingValues = {
  who: '',
  how: '',
  when: '',
  at: '',
  day: { ...blankDate },
  time: '',
  reached: '',
  next: '',
  tookOver: '',
};

/** Whether anything was typed or chosen. */
export function isBegun({ who, how, when, reached }: TellingValues): boolean {
  return who.trim() !== '' || how !== '' || when !== '' || reached !== '';
}

type Field = keyof TellingValues;
type Problems = Partial<Record<Field, string>>;

const isDay = (when: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(when);

/** What a draft holds, as it can be shown today: what was today or just now then stands under "Before today". */
export function continuedTelling(values: TellingValues, now: Date = new Date()): TellingValues {
  const today = dayInEngland(now);
  if (isDay(values.when) && values.when !== today) {
    return { ...values, when: 'earlier', day: partsOf(values.when) };
  }
  const chosen = values.when === 'now' && values.at !== '' ? new Date(values.at) : null;
  if (chosen === null || dayInEngland(chosen) === today) return values;
  return { ...values, when: 'earlier', at: '', day: partsOf(dayInEngland(chosen)), time: clockTime(values.at) };
}

/** The moment that somebody named, or what is wrong with it. */
function momentOf(values: TellingValues, now: Date): { readonly at: string } | { readonly problems: Problems } {
  if (values.when === 'now') return { at: values.at === '' ? instantOf(now) : values.at };
  if (values.when !== 'earlier' && !isDay(values.when)) return { problems: { when: 'Select when you told them' } };
  const today = dayInEngland(now);
  const day = values.when === 'earlier' ? isoOf(values.day) : values.when;
  const typed = readTime(values.time);
  const wrongDay =
    day === null
      ? 'Enter the day on which you told them'
      : day === 'wrong'
        ? 'Enter a real date, such as 23 November 2026'
        : daysAhead({ day }, today)['day'];
  const problems: Problems = {
    ...(wrongDay !== undefined && { day: wrongDay }),
    ...('problem' in typed && { time: typed.problem }),
  };
  if (Object.keys(problems).length > 0 || !('time' in typed)) return { problems };
  const at = instantOf(new Date(`${day}T${typed.time}:00`));
  return at > instantOf(now) ? { problems: { time: timeAhead } } : { at };
}

function unanswered(values: TellingValues, asksTakeover: boolean): Problems {
  return {
    ...(values.who.trim() === '' && { who: 'Enter whom you told' }),
    ...(values.how === '' && { how: 'Select how you told them' }),
    ...(values.reached === '' && { reached: 'Select yes if you reached them' }),
    ...(values.reached === 'no' && values.next.trim() === '' && { next: 'Enter whom you will try next' }),
    ...(asksTakeover &&
      values.reached === 'yes' &&
      values.tookOver === '' && { tookOver: 'Select yes if they have taken over' }),
  };
}

function problemsOfShape(told: unknown): Problems {
  const issues = telling.safeParse(told).error?.issues ?? [];
  return Object.fromEntries(
    issues.map(({ path: [field], message }) => [field === 'at' ? 'when' : String(field), message]),
  );
}

export interface ReadTelling {
  /** What the log takes, when nothing is wrong. */
  readonly told: Telling;
  readonly problems: Readonly<Problems>;
}

/** What was typed about one telling, and all that is wrong with it at once. */
export function readTelling(values: TellingValues, now: Date, asksTakeover: boolean): ReadTelling {
  const moment = momentOf(values, now);
  const reached = values.reached === 'yes';
  const told = {
    who: values.who,
    how: values.how,
    at: 'at' in moment ? moment.at : '',
    reached,
    ...(!reached && { next: values.next }),
    ...(asksTakeover && reached && { tookOver: values.tookOver === 'yes' }),
  } as Telling; // `as`: whoever finds a problem below uses nothing of it.
  const ours = { ...unanswered(values, asksTakeover), ...('problems' in moment && moment.problems) };
  const shape = problemsOfShape(told);
  // A moment that could not be read has been named above, in words about what was typed.
  if ('problems' in moment) delete shape.when;
  return { told, problems: { ...shape, ...ours } };
}
