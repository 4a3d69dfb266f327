import type { Instant } from '../domain/calendar.ts';
import type { Due } from '../domain/concern-deadlines.ts';
import type { StaffId } from '../domain/ids.ts';
import type { Decision } from '../policy/concerns.ts';

/** By when something has to happen, and who comes in when it is late. */
export interface ConcernDue {
  readonly due: Due | null;
  /**
   * Whose work it is, where it is so late that it shows on my list too: its owner, else the safeguarding leads of the
   * practice. Empty while it is not, where I do not decide about it, and where it is mine.
   */
  readonly lateFor: readonly StaffId[];
}

/**
 * Concerns that have waited so long for a decision that practice managers see a line about them: how many, and since
 * when the oldest waits. Told by headers, so without names; practice runs and restricted concerns never count.
 */
export interface LateDecisions {
  readonly late: number;
  readonly since: Instant | null;
}

/** One answer to whoever raised a concern: a decision, or how it was closed. Kept for ever, each as its own entry. */
export type RaiserAnswer = {
  readonly at: Instant;
  readonly by: StaffId;
  /** What was written for them; null where nothing was. */
  readonly words: string | null;
} & ({ readonly kind: 'decided'; readonly decision: Decision['decision'] } | { readonly kind: 'closed' | 'reopened' });

/** What became of a concern, for whoever raised it: told, read, due or answered. */
export interface HeardBack {
  /** The newest telling that reached somebody. */
  readonly told: { readonly who: string; readonly at: Instant } | null;
  /** Who of those who decide opened it first. By the log, not by anybody's word. */
  readonly read: { readonly staff: StaffId; readonly at: Instant } | null;
  /** Oldest first. */
  readonly answers: readonly RaiserAnswer[];
}
