import { instant, isoDate } from '../domain/calendar.ts';
import { eventId, personId, practiceId, staffId } from '../domain/ids.ts';
import { noteText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

/** Planned: the lead goes away and comes back. Sudden: they cannot say so themselves, so two others appoint it. */
export const coverKind = z.enum(['planned', 'sudden']);

export const leavingReason = z.enum(
  ['moved-on', 'retired', 'contract-ended', 'added-by-mistake', 'other'],
  'Select why they leave',
);

/** Who stands in for whom, and who goes: all of the register. */
export const staffingEvents = {
  /** It ends by itself at `until`, which is no longer part of it. The two moments are days of England made exact. */
  'cover.named': event(
    'register',
    'Absence cover named',
    contentOf({
      kind: coverKind,
      absent: staffId,
      practice: practiceId,
      cover: staffId,
      from: instant,
      until: instant,
      reason: words(noteText, 'Enter why cover is needed'),
    }),
  ),
  'cover.confirmed': event('register', 'Absence cover confirmed', contentOf({ cover: eventId })),
  'cover.ended': event('register', 'Absence cover ended early', contentOf({ cover: eventId })),
  /** The absent person has been shown who was appointed for them. */
  'cover.seen': event('register', 'Absence cover seen by the person who was away', contentOf({ cover: eventId })),
  'connection.ended': event('register', 'Connection ended', contentOf({ staff: staffId, person: personId })),
  /** Somebody looked at everything that they and the leaver both read, and nothing of the leaver's was open. */
  'leaving.checked': event('register', 'Open work of somebody who leaves checked', contentOf({ staff: staffId })),
  'staff.left': event(
    'register',
    'Member of staff left',
    contentOf({
      staff: staffId,
      reason: leavingReason,
      lastDay: isoDate,
      /** They could not sign in any more, so what only they could have ended is as they left it. */
      cannotSignIn: z.boolean(),
      /** Drafts of theirs that nobody can ever open again, deleted with this. */
      draftsLost: z.int().min(0),
    }),
  ),
};
