import type { PersonId, ThreadId } from '../../shared/domain/ids.ts';
import type { PersonDetails } from '../../shared/events/people.ts';
import type { Writing } from '../store/log/write.ts';

interface Told {
  /** How to contact them safely, as whoever raised the concern wrote it. */
  readonly safeContact?: string | undefined;
  /** Whether they asked for the same to stand in the person's details. */
  readonly keepSafeContact?: boolean | undefined;
}

/** The details as they would be with it. */
export function detailsWith(details: PersonDetails, { safeContact, keepSafeContact }: Told): PersonDetails {
  return keepSafeContact === true && safeContact !== undefined ? { ...details, safeContact } : details;
}

interface About {
  readonly concern: ThreadId;
  readonly person: PersonId;
  /** The thread of the person, and what is known of them. */
  readonly thread: ThreadId;
  readonly details: PersonDetails;
}

/** Answers that question of a concern that is being raised, and keeps it in the person's details where that was asked for. */
export function appendSafeContact(writing: Writing, { concern, person, thread, details }: About, told: Told): void {
  const { safeContact } = told;
  if (safeContact === undefined) return;
  const facts = { safeToContact: safeContact };
  writing.append('concern.information-added', { thread: concern, about: person }, { facts });
  const kept = detailsWith(details, told);
  if (kept.safeContact !== details.safeContact) {
    writing.append('person.changed', { thread, about: person }, { details: kept });
  }
}
