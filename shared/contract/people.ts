import type { Instant } from '../domain/calendar.ts';
import { draftId, type EventId, eventId, type PersonId, personId, type StaffId, type ThreadId } from '../domain/ids.ts';
import type { MissedContact, Pattern } from '../domain/patterns.ts';
import { words } from '../domain/text.ts';
import type { ContentType } from '../events/index.ts';
import { type PersonDetails, personDetails } from '../events/people.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

export interface PersonLine {
  readonly person: PersonId;
  readonly reference: string;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly nhsNumber: string | null;
  readonly practice: string | null;
  /** Nobody real, for practice. */
  readonly practiceRun: boolean;
}

export interface PersonPage {
  readonly person: PersonId;
  readonly reference: string;
  readonly newest: EventId;
  readonly details: PersonDetails;
  readonly earlier: readonly PersonDetails[];
  readonly practiceRun: boolean;
  /** Who reads who this person is. */
  readonly readers: readonly StaffId[];
  readonly records: readonly {
    readonly thread: ThreadId;
    readonly kind: 'concern' | 'referral';
    readonly readable: boolean;
  }[];
}

/** One thing that happened, as a timeline shows it: with its reference, author, event date and recorded date. */
export interface TimelineEntry {
  readonly event: EventId;
  readonly thread: ThreadId;
  readonly reference: string;
  readonly type: ContentType;
  readonly words: string;
  readonly recordedAt: Instant;
  readonly by: { readonly staff: StaffId; readonly name: string };
  readonly content: Readonly<Record<string, unknown>>;
}

/** What is worth reading together about somebody, of what whoever asks reads. */
export interface PatternLine {
  readonly kind: Pattern['kind'];
  readonly concerns: readonly {
    readonly concern: ThreadId;
    readonly reference: string;
    /** Null where it is about the person asked for. */
    readonly name: string | null;
  }[];
  readonly missed: readonly (Pick<MissedContact, 'referral' | 'what' | 'on'> & { readonly reference: string })[];
}

export const peopleCalls = {
  add: command<PersonId>()(z.strictObject({ details: personDetails, draft: draftId.optional() })),
  change: command<null>()(
    z.strictObject({ person: personId, seen: eventId, details: personDetails, draft: draftId.optional() }),
  ),
  list: query<readonly PersonLine[]>()(z.strictObject({})),
  find: query<readonly PersonLine[]>()(z.strictObject({ words: words(256, 'Enter a name or NHS number') })),
  show: query<PersonPage>()(z.strictObject({ person: personId })),
  /** Prompts by plain rules, never a score. */
  patterns: query<readonly PatternLine[]>()(z.strictObject({ person: personId })),
  timeline: query<{ readonly total: number; readonly entries: readonly TimelineEntry[] }>()(
    z.strictObject({ person: personId, before: z.int().min(0).optional() }),
  ),
};
