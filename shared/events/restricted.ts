import { staffId } from '../domain/ids.ts';
import { noteText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { withFirstMinute } from './concern-recorded.ts';
import { firstMinute } from './concerns.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';
import { personDetails } from './people.ts';

// Of a restricted concern all is sealed: the log shows no type, author or person of any of its entries.

// Nobody is told of it by having told it: for whom somebody writes it down they say in its words.
const { recordedFor: _, ...beyond } = withFirstMinute;
export const beyondFirstMinute = beyond;

/** Whether somebody from whom it is kept holds half of the recovery key. */
export const holdsHalf = z.enum(['yes', 'no', 'not-sure'], 'Select if one of them holds half of the recovery key');
export const keptFrom = z.array(staffId).max(50);
export const namedReaders = z.array(staffId).max(20);

export const restrictedEvents = {
  'restricted.raised': event(
    'restricted',
    'Restricted concern raised',
    contentOf({
      ...firstMinute,
      ...beyondFirstMinute,
      /** Who it is about: no other record names them, and this one names no other. */
      details: personDetails,
      /** Who must never read it: those whom it is about, and whoever stands near them. */
      keptFrom,
      /** Who reads it beside the raiser, each named for themselves and none by a role. */
      readers: namedReaders,
      holdsHalf,
    }),
  ),
  'restricted.reader-added': event(
    'restricted',
    'Reader named for a restricted concern',
    contentOf({ reader: staffId, why: words(noteText, 'Enter why they need to read this') }),
  ),
  'restricted.reader-removed': event(
    'restricted',
    'Reader of a restricted concern taken out',
    contentOf({ reader: staffId, why: words(noteText, 'Enter why they should no longer read this') }),
  ),
  /** Once for each person and unlock, before anything of it is shown. */
  'restricted.opened': event('restricted', 'Restricted concern opened', contentOf({})),
  'restricted.printed': event('restricted', 'Restricted concern printed or saved as PDF', contentOf({})),
};
