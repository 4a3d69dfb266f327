import type { ConcernDeadlines, HowSoon } from '../../shared/domain/concern-deadlines.ts';
import { checkedWords } from '../words/dates.ts';

/** How soon somebody has to look, where whoever raised it did not say. */
export const howSoonWords = {
  now: 'Now',
  today: 'Today',
  'next-working-day': 'By the next working day',
} as const satisfies Record<HowSoon, string>;

function hours(number: number): string {
  return number === 1 ? '1 hour' : `${number} hours`;
}

function workingDays(number: number): string {
  return number === 1 ? '1 working day' : `${number} working days`;
}

/** Every deadline as a line of the list of settings. */
export function deadlineLines(deadlines: ConcernDeadlines): readonly string[] {
  const { nowHours, todayHours, urgentDecisionHours, decisionDays, answerDays } = deadlines;
  return [
    `Needed now: read within ${hours(nowHours)}, day or night`,
    `Needed today: read within ${hours(todayHours)}, day or night`,
    `Both: decided within ${hours(urgentDecisionHours)}`,
    `Anything else: decided within ${workingDays(decisionDays)}`,
    `An answer from outside: ask again after ${workingDays(answerDays)}`,
    `Late: shows to the deputy after ${hours(deadlines.deputyAfterHours)}, to managers without names after ${workingDays(deadlines.managerAfterDays)}`,
    checkedWords(deadlines.checkedOn),
  ];
}
