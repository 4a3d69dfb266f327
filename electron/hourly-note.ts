import { format, getISODay } from 'date-fns';
import type { ForMain } from '../shared/contract/wire.ts';

const hour = 3_600_000;

/** Whether somebody is at the practice to be notified, by the clock of this computer. */
function isOpen({ days, from, until }: ForMain['openingHours'], now: Date): boolean {
  const time = format(now, 'HH:mm');
  return days.includes(getISODay(now)) && from <= time && time < until;
}

/**
 * Decides when a locked log says that something waits: an hour after it was locked, then each hour, while the practice
 * is open; after a night as soon as it opens. Knows no clock: the time is given.
 */
export class HourlyNote {
  #last: number | null = null;

  /** @param hours of the practice, null while nothing has to be said */
  isDue(now: Date, hours: ForMain['openingHours'] | null): boolean {
    if (hours === null) this.#last = null;
    else this.#last ??= now.getTime();
    // A clock that was put back counts as an hour gone by.
    const since = now.getTime() - (this.#last ?? now.getTime());
    if (hours === null || !isOpen(hours, now) || (since >= 0 && since < hour)) return false;
    this.#last = now.getTime();
    return true;
  }
}
