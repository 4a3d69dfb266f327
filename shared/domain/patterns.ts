import { dayAfter, dayInEngland, type Instant, type IsoDate } from './calendar.ts';
import type { PersonId, ThreadId } from './ids.ts';

/** How far back these rules look. */
export const patternDays = 90;
const several = 3;

export interface PatternConcern {
  readonly concern: ThreadId;
  readonly person: PersonId;
  readonly raisedAt: Instant;
  readonly open: boolean;
}

/** Somebody did not get what they were referred for, or could not be reached. */
export interface MissedContact {
  readonly referral: ThreadId;
  readonly person: PersonId;
  readonly on: IsoDate;
  readonly what: 'declined' | 'not-reached';
}

interface Found {
  readonly concerns: readonly PatternConcern[];
  readonly missed: readonly MissedContact[];
  /** Who lives with them, as far as anybody wrote down the same address. */
  readonly household: readonly PersonId[];
}

export type Pattern =
  | { readonly kind: 'several'; readonly concerns: readonly ThreadId[] }
  | { readonly kind: 'household'; readonly concerns: readonly ThreadId[] }
  | { readonly kind: 'missed'; readonly concerns: readonly ThreadId[]; readonly missed: readonly MissedContact[] };

const threadsOf = (concerns: readonly PatternConcern[]) => concerns.map(({ concern }) => concern);

/**
 * What is worth reading together about somebody, by plain rules: three or more concerns in 90 days; a concern about them
 * and one about somebody at their address; a concern and a missed contact. A prompt to read, never a score: nothing is
 * weighed. `found` holds what the reader reads, without practice runs and what was entered in error.
 */
export function patternsAround(
  person: PersonId,
  { concerns, missed, household }: Found,
  now: Date,
): readonly Pattern[] {
  const since = dayAfter(dayInEngland(now), -patternDays);
  const isLately = ({ raisedAt }: PatternConcern): boolean => dayInEngland(new Date(raisedAt)) >= since;
  const counts = concerns.filter((concern) => concern.open || isLately(concern));
  const theirs = counts.filter((concern) => concern.person === person);
  const lately = theirs.filter(isLately);
  const beside = counts.filter((concern) => concern.person !== person && household.includes(concern.person));
  const lost = missed.filter((contact) => contact.person === person && contact.on >= since);
  return [
    ...(lately.length >= several ? [{ kind: 'several', concerns: threadsOf(lately) } as const] : []),
    ...(theirs.length > 0 && beside.length > 0 ? [{ kind: 'household', concerns: threadsOf(beside) } as const] : []),
    ...(theirs.length > 0 && lost.length > 0
      ? [{ kind: 'missed', concerns: threadsOf(theirs), missed: lost } as const]
      : []),
  ];
}

/** An address as it is compared: however spaces, commas and capitals were typed. Empty for none. */
export function addressKey(address: string | undefined): string {
  return (address ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
