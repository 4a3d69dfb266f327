import { isSameDay, parseISO } from 'date-fns';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { lowerFirst } from '../ui/lower-first.ts';
import { clockTime, dateAndTime } from '../words/dates.ts';
import { byWhenWords } from './due-words.ts';

/** Half a minute of speech. */
export const mostWords = 80;

interface Caller {
  readonly name: string;
  readonly now: Date;
  readonly categorySentence: (chosen: readonly string[]) => string;
}

function needOf({ due, state }: Pick<ConcernPage, 'due' | 'state'>, now: Date): string {
  const by = due === null ? null : byWhenWords(due, now);
  const until = by === null ? 'today' : by;
  if (state.raised.dangerNow === 'yes') return 'Somebody may be in danger. I need somebody to act now.';
  return state.acknowledgedAt === null
    ? `I need somebody to read it, and to tell me what happens next ${until}.`
    : `I need a decision ${until}.`;
}

/**
 * What whoever raised a concern can say on the phone, sentence by sentence: in less than `mostWords` words, and without
 * the name of whom it is about.
 */
export function phoneScript(
  page: Pick<ConcernPage, 'reference' | 'due' | 'state'>,
  { name, now, categorySentence }: Caller,
): readonly string[] {
  const { raised, raisedAt } = page.state;
  const when = isSameDay(parseISO(raisedAt), now) ? `at ${clockTime(raisedAt)} today` : `on ${dateAndTime(raisedAt)}`;
  return [
    `I am ${name}.`,
    `I am ringing about a safeguarding concern that I raised ${when}, reference ${page.reference}.`,
    `It is about ${lowerFirst(categorySentence(raised.categories.slice(0, 1)))}.`,
    needOf(page, now),
    'I will say who it is about once I know who you are.',
    'Can you take it now? I will write down your name and the time.',
  ];
}
