import { instant } from '../domain/calendar.ts';
import { sharingGrounds } from '../domain/sharing-decision.ts';
import { longText, noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

// What the law wants written down beside a decision: whether information was shared and why, and who reported personally.

export const concernDuties = {
  'concern.sharing-decided': event(
    'concern',
    'Decision to share information, or not to, recorded',
    contentOf({
      shared: z.boolean('Select if it is shared'),
      with: words(shortText, 'Enter who it is about sharing with'),
      /** Why it may be shared. None where it is not. */
      grounds: z.array(z.enum(sharingGrounds)).max(sharingGrounds.length),
      /** It helps to keep a child safe: sharing is then the rule (Children Act 2004 section 16LA). */
      forChild: z.boolean('Select if it helps to keep a child safe'),
      /** Why sharing would be more detrimental to the child than not sharing. */
      detriment: optionalWords(longText),
      why: words(longText, 'Enter why you decided this'),
      told: z.enum(['yes', 'not-safe', 'no'], 'Select if the person was told'),
      toldWhy: optionalWords(noteText),
    }),
  ),
  'concern.report-recorded': event(
    'concern',
    'Personal duty to report recorded',
    contentOf({
      /** The category that brings the duty up (words/duties.json). */
      duty: words(60, 'Select which duty it is'),
      reporter: words(shortText, 'Enter who reports it'),
      /** When they reported it; null as long as they have taken it on and not yet done it. */
      at: instant.nullable(),
      reportedTo: z.enum(['police', 'council'], 'Select who it was reported to').optional(),
      theirReference: optionalWords(shortText),
    }),
  ),
};
