import { isoDate } from '../domain/calendar.ts';
import { z } from '../zod.ts';

const hours = (most: number, ask: string) => z.int(ask).min(1, ask).max(most, ask);
const days = (most: number, ask: string) => z.int(ask).min(1, ask).max(most, ask);

/** Content of the setting `concern-deadlines`: `ConcernDeadlines` says what each of them means. */
export const concernDeadlines = z.strictObject({
  howSoon: z.enum(['now', 'today', 'next-working-day'], 'Select how soon'),
  nowHours: hours(24, 'Enter hours from 1 to 24'),
  todayHours: hours(24, 'Enter hours from 1 to 24'),
  urgentDecisionHours: hours(72, 'Enter hours from 1 to 72'),
  decisionDays: days(20, 'Enter working days from 1 to 20'),
  answerDays: days(60, 'Enter working days from 1 to 60'),
  deputyAfterHours: hours(72, 'Enter hours from 1 to 72'),
  managerAfterDays: days(20, 'Enter working days from 1 to 20'),
  checkedOn: isoDate.nullable(),
});
