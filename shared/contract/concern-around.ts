import type { Instant } from '../domain/calendar.ts';
import { draftId, type EventId, eventId, type PersonId, personId, type ThreadId, threadId } from '../domain/ids.ts';
import type { Tie } from '../domain/ties.ts';
import { bodyMap, concernAround, placedPerson, riskChecklist } from '../events/concern-around.ts';
import type { PlacedPerson } from '../policy/concern-around.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

/** Somebody with a role in a concern, as its page shows them. */
export interface PersonInConcern extends PlacedPerson {
  /** What brings them close to the person. Looked for where they may be the source of harm; else empty. */
  readonly ties: readonly Tie[];
  /** Their page in this log, where whoever asks reads it. */
  readonly page: PersonId | null;
}

/** What has to be known before anybody prints about a person, or phones, writes to or visits them. */
export interface BeforeContact {
  /** From their details. Null: nothing is written there, or their details are not ours to read. */
  readonly safeContact: string | null;
  readonly notToBeTold: string | null;
  /** The newest answer in each of their concerns that whoever asks reads, newest first. */
  readonly said: readonly {
    readonly concern: ThreadId;
    readonly reference: string;
    readonly text: string;
    readonly at: Instant;
  }[];
  /** Everybody with a role in those concerns. */
  readonly people: readonly (PersonInConcern & { readonly concern: ThreadId; readonly reference: string })[];
}

const on = { concern: threadId, draft: draftId.optional() };
const { why } = concernAround['concern.person-taken-out'].content.shape;

export const aroundCalls = {
  /**
   * Gives somebody a role in a concern. With `insteadOf` the entry named there is corrected and stands under earlier ones.
   * Only somebody in the log whom whoever asks reads can be named by id: else `notFound`.
   */
  placePerson: command<EventId>()(z.strictObject({ ...on, placed: placedPerson, insteadOf: eventId.optional() })),
  takePersonOut: command<EventId>()(z.strictObject({ concern: threadId, placed: eventId, why })),
  recordRiskChecklist: command<EventId>()(z.strictObject({ ...on, recorded: riskChecklist })),
  recordBodyMap: command<EventId>()(z.strictObject({ ...on, map: bodyMap })),
  /** Shows what concerns say, so asking counts as opening each that has something to say. */
  beforeContact: query<BeforeContact>()(z.strictObject({ person: personId })),
};
