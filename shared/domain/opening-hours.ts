import { dayInEngland } from './calendar.ts';
import { isWorkingDay } from './working-days.ts';

/** When a practice is open, by the clock of England. */
export interface Hours {
  /** 1 is Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** Whether it is open at `now`: on its days, between its hours, and on no bank holiday. */
export function isOpenAt({ days, from, until }: Hours, now: Date): boolean {
  const day = dayInEngland(now);
  const weekday = new Date(`${day}T12:00:00.000Z`).getUTCDay() || 7;
  if (!days.includes(weekday) || (weekday <= 5 && !isWorkingDay(day))) return false;
  const time = clock.format(now);
  return time >= from && time < until;
}
