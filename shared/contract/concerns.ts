import type { Instant } from '../domain/calendar.ts';
import { type FactName, facts } from '../domain/concern-facts.ts';
import {
  draftId,
  type EventId,
  eventId,
  type PersonId,
  personId,
  type StaffId,
  staffId,
  type ThreadId,
  threadId,
} from '../domain/ids.ts';
import { longText, optionalWords } from '../domain/text.ts';
import { concernEvents, firstMinute, telling } from '../events/concerns.ts';
import { personDetails } from '../events/people.ts';
import type { ConcernFacts } from '../policy/concerns.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import type { TimelineEntry } from './people.ts';

const { person: _person, practice: _practice, ...asked } = firstMinute;
const { v: _v, seen: _seen, ...decided } = concernEvents['concern.decided'].content.shape;
const on = { concern: threadId, seen: eventId };

export interface Raised {
  readonly concern: ThreadId;
  readonly person: PersonId;
  readonly reference: string;
  readonly event: EventId;
  /** Who can read it from this moment. Nobody has been told. */
  readonly readers: readonly StaffId[];
  /** Who decides about it. Empty when the practice has nobody and no fallback is named: then phone. */
  readonly deciders: readonly StaffId[];
}

export interface ConcernLine {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly name: string;
  readonly raisedAt: Instant;
  readonly raisedBy: StaffId;
  readonly dangerNow: ConcernFacts['raised']['dangerNow'];
  readonly owner: StaffId | null;
  readonly told: boolean;
  readonly decision: string | null;
}

export interface ConcernPage {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly newest: EventId;
  readonly state: Omit<ConcernFacts, 'given'>;
  readonly stillToAdd: readonly { readonly fact: FactName; readonly ask: string }[];
  readonly readers: readonly StaffId[];
  readonly entries: readonly TimelineEntry[];
}

export const concernCalls = {
  /** About somebody in the log, or somebody who is added with it. The draft it was typed in ends with it. */
  raise: command<Raised>()(
    z.strictObject({
      about: z
        .strictObject({ person: personId.optional(), details: personDetails.optional() })
        .refine(
          ({ person, details }) => (person === undefined) !== (details === undefined),
          'Select the person, or add someone new',
        ),
      draft: draftId.optional(),
      ...asked,
    }),
  ),
  tell: command<null>()(z.strictObject({ concern: threadId, told: telling })),
  acknowledge: command<null>()(z.strictObject({ ...on, owner: staffId })),
  addInformation: command<EventId>()(
    z.strictObject({ ...on, draft: draftId.optional(), note: optionalWords(longText), facts: facts.optional() }),
  ),
  decide: command<EventId>()(z.strictObject({ ...on, ...decided })),
  share: command<null>()(
    z.strictObject({ concern: threadId, with: staffId, why: concernEvents['concern.shared'].content.shape.why }),
  ),
  list: query<readonly ConcernLine[]>()(z.strictObject({})),
  /** Opening is recorded before anything is shown: once for each person, record and unlock. */
  open: query<ConcernPage>()(z.strictObject({ concern: threadId })),
};
