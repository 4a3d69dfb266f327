import type { Instant } from '../domain/calendar.ts';
import type { EventId, PersonId, PracticeId, StaffId, ThreadId } from '../domain/ids.ts';
import { decidersFor } from './register-state.ts';
import type { ThreadPolicy } from './thread.ts';

export interface LeadsNote {
  readonly event: EventId;
  readonly by: StaffId;
  readonly at: Instant;
  readonly note: string;
}

export interface LeadsNotesFacts {
  /** The concern that they stand beside. */
  readonly concern: ThreadId;
  readonly person: PersonId;
  /** That of the concern, which decides who reads them. */
  readonly practice: PracticeId | null;
  /** Oldest first. */
  readonly notes: readonly LeadsNote[];
}

/** Leads' notes beside a concern: those who decide about it, and nobody else, not even whoever raised it. */
export const leadsNotesPolicy: ThreadPolicy<'leads-notes', LeadsNotesFacts, 'leads-notes.begun', 'leads-notes.added'> =
  {
    kind: 'leads-notes',
    first: 'leads-notes.begun',
    mayBegin({ actor, about, content }, register) {
      if (about !== content.person) return 'The record and the person in it differ.';
      return decidersFor(register, content.practice, content.person).includes(actor)
        ? null
        : 'Only a safeguarding lead or deputy of the person’s practice can write these notes.';
    },
    begin: ({ id, actor, at, content: { concern, person, practice, note } }) => ({
      about: person,
      facts: { concern, person, practice, notes: [{ event: id, by: actor, at, note }] },
    }),
    rules: { 'leads-notes.added': () => null },
    steps: {
      'leads-notes.added': (facts, { id, actor, at, content: { note } }) => ({
        ...facts,
        notes: [...facts.notes, { event: id, by: actor, at, note }],
      }),
    },
    readers: ({ practice, person }, register) => decidersFor(register, practice, person),
  };
