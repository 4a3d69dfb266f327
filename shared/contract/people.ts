import { type Instant, type IsoDate, isoDate } from '../domain/calendar.ts';
import { draftId, type EventId, eventId, type PersonId, personId, type StaffId, type ThreadId } from '../domain/ids.ts';
import type { MissedContact, Pattern } from '../domain/patterns.ts';
import { words } from '../domain/text.ts';
import { type EntryKind, entryKinds } from '../domain/timeline.ts';
import type { ContentType } from '../events/index.ts';
import { type PersonDetails, personDetails } from '../events/people.ts';
import type { EarlierDetails } from '../policy/people.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import { chronologyCalls } from './chronology.ts';
import { type Housemate, householdCalls } from './household.ts';
import { type Joined, samePersonCalls } from './same-person.ts';

export interface PersonLine {
  readonly person: PersonId;
  readonly reference: string;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly nhsNumber: string | null;
  readonly practice: string | null;
  /** Nobody real, for practice. */
  readonly practiceRun: boolean;
  /** Nearly what was looked for: a letter or two differ. */
  readonly nearly?: true;
}

export interface PersonPage {
  readonly person: PersonId;
  readonly reference: string;
  readonly newest: EventId;
  readonly details: PersonDetails;
  readonly added: { readonly by: StaffId; readonly at: Instant };
  readonly earlier: readonly EarlierDetails[];
  readonly practiceRun: boolean;
  /** Who reads who this person is. */
  readonly readers: readonly StaffId[];
  /** Whether I may say that this is the same person as another one. */
  readonly mayJoin: boolean;
  /** The record that goes on in place of this one, when I read it. */
  readonly joinedTo: Joined | null;
  /** Records of the same person that this one goes on for, as far as I read them. */
  readonly joined: readonly Joined[];
  /** Who else lives there, as far as I read who they are. */
  readonly household: readonly Housemate[];
  readonly records: readonly {
    readonly thread: ThreadId;
    readonly kind: 'concern' | 'referral';
    readonly readable: boolean;
  }[];
}

/** Why an entry is struck through. */
export type Withdrawn = 'entered-in-error' | 'taken-back';

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
  /** When it happened; the day on which it was written down when it names none. */
  readonly day: IsoDate;
  /** Written down on a later day than it happened. */
  readonly late: boolean;
  readonly withdrawn: Withdrawn | null;
}

export interface TimelinePage {
  /** How many there are without any filter. */
  readonly all: number;
  /** How many the filters let through. */
  readonly total: number;
  /** How many of each kind the other filters let through. */
  readonly totals: Readonly<Record<EntryKind, number>>;
  readonly entries: readonly TimelineEntry[];
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
  /** Fifty at a time, newest first; `before` is how many were shown. */
  timeline: query<TimelinePage>()(
    z.strictObject({
      person: personId,
      before: z.int().min(0).optional(),
      kinds: z.array(z.enum(entryKinds)).max(entryKinds.length).optional(),
      /** Of concerns and referrals that are open, or of those that are not. */
      stands: z.enum(['open', 'closed']).optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
    }),
  ),
  ...samePersonCalls,
  ...householdCalls,
  ...chronologyCalls,
};
