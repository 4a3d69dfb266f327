import type { IsoDate } from './calendar.ts';
import { workingDaysAfter } from './working-days.ts';

export const urgencies = ['emergency', 'same-day', 'two-working-days', 'routine', 'next-mdt'] as const;
export type Urgency = (typeof urgencies)[number];

/** One rung of the urgency ladder, as a practice agreed it (domain.md 4). */
export interface UrgencyRung {
  readonly urgency: Urgency;
  readonly name: string;
  /** Working days until a reply is due: 0 is the same day; null where a meeting decides and nobody can say. */
  readonly days: number | null;
}

/** As long as nobody has agreed otherwise. Only the order is fixed: the first two are for today. */
export const ladderAtFirst: readonly UrgencyRung[] = [
  { urgency: 'emergency', name: 'Emergency, now', days: 0 },
  { urgency: 'same-day', name: 'Today', days: 0 },
  { urgency: 'two-working-days', name: 'Within 2 working days', days: 2 },
  { urgency: 'routine', name: 'Routine', days: 10 },
  { urgency: 'next-mdt', name: 'At the next multidisciplinary team meeting', days: null },
];

/** By when a reply to something sent on `sentOn` is due by the ladder; null where it names no days. */
export function replyDueBy(ladder: readonly UrgencyRung[], urgency: string, sentOn: IsoDate): IsoDate | null {
  const days = ladder.find((rung) => rung.urgency === urgency)?.days ?? null;
  if (days === null) return null;
  return days === 0 ? sentOn : workingDaysAfter(sentOn, days);
}
