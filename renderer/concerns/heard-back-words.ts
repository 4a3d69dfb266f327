import { differenceInMilliseconds, isSameDay, parseISO } from 'date-fns';
import type { ConcernDue, HeardBack, RaiserAnswer } from '../../shared/contract/concern-due.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import { type Due, isLate } from '../../shared/domain/concern-deadlines.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { lowerFirst } from '../ui/lower-first.ts';
import { clockTime, dateAndTime, type Due as Words, whenWords } from '../words/dates.ts';
import { decisionWords } from './decision-words.ts';
import { byWhenWords, lastingWords, stepDueWords } from './due-words.ts';

/** What the line of whoever raised a concern is made of. */
export interface Heard extends Pick<ConcernDue, 'due'> {
  readonly heardBack: HeardBack;
  readonly raisedAt: Instant;
  readonly acknowledgedAt: Instant | null;
}

interface Around {
  readonly nameOf: (staff: StaffId) => string;
  readonly now: Date;
  /** Whether the practice is closed: then nothing is said to be due, except what is late. */
  readonly closed: boolean;
}

/** `4:25pm`; on another day than `since` with the date. */
function shortTime(at: Instant, since: Date): string {
  return isSameDay(parseISO(at), since) ? clockTime(at) : dateAndTime(at);
}

/** `decision due tomorrow`, `answer due by 5:20pm today`, `decision 3 hours late`. */
function dueForRaiser(due: Due, now: Date): string {
  if (due.step === 'review' || due.step === 'answer') return lowerFirst(stepDueWords(due, now).words);
  const what = due.step === 'decide' ? 'decision' : 'answer';
  const late = stepDueWords(due, now);
  if (late.late) return `${what} ${late.words.split(' ').slice(1).join(' ')}`;
  const by = byWhenWords(due, now) ?? '';
  return due.on !== null && by.startsWith('by the end of ')
    ? `${what} due ${by.slice('by the end of '.length)}`
    : `${what} due ${by}`;
}

const answerWords = { closed: 'Closed', reopened: 'Reopened' } as const;

/** `Decided today, 5:10pm: act within the practice`. */
export function answerTitle(answer: RaiserAnswer, now: Date): string {
  const when = whenWords(answer.at, now);
  if (answer.kind !== 'decided') return `${answerWords[answer.kind]} ${when}`;
  return `Decided ${when}: ${lowerFirst(decisionWords[answer.decision])}`;
}

function onTheWay({ heardBack, due, raisedAt }: Heard, { nameOf, now, closed }: Around): string {
  const { told, read } = heardBack;
  const toldAt = told === null ? null : told.at;
  const next = due === null || (closed && !isLate(due, now)) ? null : dueForRaiser(due, now);
  const parts = [
    toldAt === null ? 'Nobody is recorded as told' : `Told ${shortTime(toldAt, now)}`,
    read === null
      ? 'not read yet'
      : `read by ${nameOf(read.staff)} ${shortTime(read.at, parseISO(toldAt ?? raisedAt))}`,
    next,
  ];
  return parts.filter(Boolean).join(', ');
}

/**
 * Where a concern is, in one line for whoever raised it: `Told 4:25pm, read by Dr X 4:40pm, decision due tomorrow`; once
 * there is an answer, the newest one, with the words that were written for them.
 */
export function heardBackLine(heard: Heard, around: Around): Words {
  const newest = heard.heardBack.answers.at(-1);
  const late = isLate(heard.due, around.now);
  if (newest === undefined) return { words: onTheWay(heard, around), late };
  const title = answerTitle(newest, around.now);
  if (newest.kind === 'reopened') {
    const next = heard.due === null ? '' : `, ${dueForRaiser(heard.due, around.now)}`;
    return { words: `${title}${next}`, late };
  }
  return { words: newest.words === null ? title : `${title}. ${newest.words}`, late: false };
}

/** `No answer for 3 hours.` while nobody has acknowledged or decided it, from an hour on; else null. */
export function noAnswerWords({ heardBack, raisedAt, acknowledgedAt }: Heard, now: Date): string | null {
  if (acknowledgedAt !== null || heardBack.answers.length > 0) return null;
  const waited = differenceInMilliseconds(now, parseISO(heardBack.told?.at ?? raisedAt));
  return waited < 3_600_000 ? null : `No answer for ${lastingWords(waited)}.`;
}
