import { type EventId, type StaffId, threadId } from '../domain/ids.ts';
import { leadsNotesEvents } from '../events/leads-notes.ts';
import type { LeadsNote } from '../policy/leads-notes.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

/** What those who decide about a concern wrote for each other. */
export interface LeadsNotes {
  /** Oldest first. */
  readonly notes: readonly LeadsNote[];
  readonly readers: readonly StaffId[];
  /** How many sets of such notes about the person are there that I have no key to: perhaps this concern's. */
  readonly notOpen: number;
}

/** For those who decide about the concern; `notFound` for everybody else. */
export const leadsNotesCalls = {
  addLeadsNote: command<EventId>()(
    z.strictObject({ concern: threadId, note: leadsNotesEvents['leads-notes.added'].content.shape.note }),
  ),
  /** Asking counts as opening them, where there are any. */
  leadsNotes: query<LeadsNotes>()(z.strictObject({ concern: threadId })),
};
