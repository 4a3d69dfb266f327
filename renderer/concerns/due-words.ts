import { differenceInCalendarDays, parseISO } from 'date-fns';
import { type Due, isLate, lateBy, type Step } from '../../shared/domain/concern-deadlines.ts';
import { clockTime, longDate, type Due as Words } from '../words/dates.ts';

const minute = 60_000;

interface StepWords {
  /** Before "by 6:30pm today". */
  readonly act: string;
  /** Before "due tomorrow" and "3 days late". */
  readonly what: string;
}

const steps = {
  acknowledge: { act: 'Acknowledge', what: 'Acknowledgement' },
  decide: { act: 'Decide', what: 'Decision' },
  answer: { act: 'Ask for the answer', what: 'Answer from outside' },
  review: { act: 'Review', what: 'Review' },
} as const satisfies Record<Step, StepWords>;

function counted(number: number, one: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${one}s`;
}

/** `20 minutes`, `3 hours`, `2 days`: how long something took, or has lasted. Never rounded up. */
export function lastingWords(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / minute));
  if (minutes < 60) return counted(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}

function lateWords(due: Due, what: string, now: Date): string {
  const days = due.on === null ? 0 : differenceInCalendarDays(now, parseISO(due.on));
  if (days > 0) return `${what} ${counted(days, 'day')} late`;
  return `${what} ${lastingWords(lateBy(due, now))} late`;
}

/** Whether it is due today, or late. */
export function isDueToday(due: Due, now: Date = new Date()): boolean {
  return differenceInCalendarDays(parseISO(due.by), now) <= 0;
}

/** `Decision 3 days late`, `Decide by 6:30pm today`, `Decision due tomorrow`, `Review due 26 November 2026`. */
export function stepDueWords(due: Due, now: Date = new Date()): Words {
  const { act, what } = steps[due.step];
  if (isLate(due, now)) return { words: lateWords(due, what, now), late: true };
  const days = differenceInCalendarDays(parseISO(due.by), now);
  if (days === 0) return { words: `${act} by ${clockTime(due.by)} today`, late: false };
  if (due.on === null) {
    const day = days === 1 ? 'tomorrow' : `on ${longDate(due.by)}`;
    return { words: `${act} by ${clockTime(due.by)} ${day}`, late: false };
  }
  return { words: `${what} due ${days === 1 ? 'tomorrow' : longDate(due.on)}`, late: false };
}

/** The same without naming the step again: `by 6:30pm today`, `by the end of tomorrow`. Null where it is late. */
export function byWhenWords(due: Due, now: Date = new Date()): string | null {
  if (isLate(due, now)) return null;
  const days = differenceInCalendarDays(parseISO(due.by), now);
  if (days === 0) return `by ${clockTime(due.by)} today`;
  if (due.on !== null) return days === 1 ? 'by the end of tomorrow' : `by the end of ${longDate(due.on)}`;
  return days === 1 ? `by ${clockTime(due.by)} tomorrow` : `by ${clockTime(due.by)} on ${longDate(due.by)}`;
}
