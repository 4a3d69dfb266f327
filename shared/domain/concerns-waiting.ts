import { differenceInCalendarDays, format, parseISO } from 'date-fns';

/** `10:40am today`, `Tuesday, 10:40am`, `14 November, 10:40am`: by the clock of this computer. */
function sinceWords(iso: string, now: Date): string {
  const at = parseISO(iso);
  const time = format(at, 'h:mmaaa');
  const days = differenceInCalendarDays(now, at);
  if (days === 0) return `${time} today`;
  return days > 0 && days < 7 ? `${format(at, 'EEEE')}, ${time}` : `${format(at, 'd MMMM')}, ${time}`;
}

/** That concerns wait, in words that anybody may read: a number and a time. */
export function concernsWaitSentence(concerns: number, since: string, now: Date): string {
  const when = sinceWords(since, now);
  return concerns === 1
    ? `1 concern waits for somebody to look at it, since ${when}.`
    : `${concerns} concerns wait for somebody to look at them, the oldest since ${when}.`;
}
