import type { TimelineEntry } from '../../../shared/contract/people.ts';
import type { IsoDate } from '../../../shared/domain/calendar.ts';
import type { EventId } from '../../../shared/domain/ids.ts';
import { lowerFirst } from '../../ui/lower-first.ts';
import { longDate } from '../../words/dates.ts';
import { isEntry } from '../entries.ts';
import {
  answerWords,
  type Course,
  groundsWords,
  placeWords,
  reportedToWords,
  sentWords,
  sharedWords,
  stepWords,
} from './words.ts';

/** What an entry says happened, and when. */
export interface OutsideTold {
  readonly happened: TimelineEntry['recordedAt'] | IsoDate;
  readonly title: string;
  readonly text: string;
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}

function askAgain(day: IsoDate | null): string {
  return day === null ? '' : `Ask again by ${longDate(day)}`;
}

/** Of which referral an answer is. */
function placeOf(course: Course | null, referral: EventId): string {
  const found = course?.outside.find(({ event }) => event === referral);
  return found === undefined ? 'a referral outside' : placeWords(found);
}

function referralTold(entry: TimelineEntry, course: Course | null): OutsideTold | null {
  if (isEntry(entry, 'concern.referred-outside')) {
    const { at, how, theirReference, answerDue } = entry.content;
    const reference = theirReference === undefined ? '' : `Their reference: ${theirReference}`;
    const text = lines(sentWords[how], reference, askAgain(answerDue));
    return { happened: at, title: `Referred outside: ${placeWords(entry.content)}`, text };
  }
  if (isEntry(entry, 'concern.outside-answered')) {
    const { referral, answer, from, on, said } = entry.content;
    const title = `${answerWords[answer]}: ${placeOf(course, referral)}`;
    return { happened: on, title, text: lines(from, said) };
  }
  if (isEntry(entry, 'concern.chased')) {
    const { referral, at, outcome, answerDue } = entry.content;
    return {
      happened: at,
      title: `Asked again: ${placeOf(course, referral)}`,
      text: lines(outcome, askAgain(answerDue)),
    };
  }
  return null;
}

function escalationTold(entry: TimelineEntry, course: Course | null): OutsideTold | null {
  const happened = entry.recordedAt;
  if (isEntry(entry, 'concern.escalated')) {
    const { to, disagreement, answerDue } = entry.content;
    return {
      happened,
      title: `Escalated. ${stepWords(entry.content)}, to ${to}`,
      text: lines(disagreement, askAgain(answerDue)),
    };
  }
  if (isEntry(entry, 'concern.escalation-answered')) {
    const { escalation, from, on, said, settled } = entry.content;
    const step = course?.escalations.find(({ event }) => event === escalation);
    const of = step === undefined ? '' : `. ${stepWords(step)}`;
    const title = `Escalation answered${of}: ${settled ? 'settled' : 'not settled'}`;
    return { happened: on, title, text: lines(from, said) };
  }
  return null;
}

/**
 * The words of an entry about what goes on outside, about advice, review or a duty; null for every other.
 * @param course that of its concern, where it is at hand: an answer then names what it answers
 */
export function outsideTold(entry: TimelineEntry, course: Course | null): OutsideTold | null {
  const happened = entry.recordedAt;
  if (isEntry(entry, 'concern.advice-taken')) {
    const { from, at, advice } = entry.content;
    return { happened: at, title: `Advice from ${from}`, text: advice };
  }
  if (isEntry(entry, 'concern.reviewed')) {
    const { found, nextOn } = entry.content;
    return {
      happened,
      title: 'Reviewed',
      text: lines(found, nextOn === null ? '' : `Next review ${longDate(nextOn)}`),
    };
  }
  if (isEntry(entry, 'concern.sharing-decided')) {
    const { grounds, why, detriment } = entry.content;
    return {
      happened,
      title: `Decided: ${lowerFirst(sharedWords(entry.content))}`,
      text: lines(groundsWords(grounds), why, detriment),
    };
  }
  if (isEntry(entry, 'concern.report-recorded')) {
    const { reporter, at, reportedTo } = entry.content;
    if (at === null || reportedTo === undefined)
      return { happened, title: `${reporter} reports it`, text: 'Not reported yet.' };
    return { happened: at, title: `Reported to ${reportedToWords[reportedTo].toLowerCase()} by ${reporter}`, text: '' };
  }
  return referralTold(entry, course) ?? escalationTold(entry, course);
}
