import { isoDate } from '../domain/calendar.ts';
import { noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

// What becomes of a referral back between sending it and the person knowing what came of it (domain.md 4).

export const howAsked = z.enum(['in-person', 'phone', 'gp-system-task', 'email'], 'Select how you asked');

export const howPersonTold = z.enum(
  ['in-person', 'phone', 'letter', 'message', 'through-somebody-safe'],
  'Select how you told them, or tried to',
);

export const referralCourse = {
  /** Somebody has it before them. Seen is not accepted. */
  'referral.seen': event(
    'referral',
    'Referral back seen',
    contentOf({
      /** Who, as the author heard it; absent where the author is the colleague it is for and opened it here. */
      who: optionalWords(shortText),
      on: isoDate,
      opened: z.literal(true).optional(),
    }),
  ),
  'referral.chased': event(
    'referral',
    'Asking again about a referral back recorded',
    contentOf({
      how: howAsked,
      on: isoDate,
      outcome: words(noteText, 'Enter what came of it'),
      /** The new day by which somebody asks once more. */
      replyBy: isoDate,
    }),
  ),
  'referral.person-told': event(
    'referral',
    'Telling the person about a referral back recorded',
    contentOf({
      reached: z.boolean('Select if you reached them'),
      how: howPersonTold,
      on: isoDate,
      said: optionalWords(noteText),
      /** Who tries again and when, where nobody was reached. */
      next: optionalWords(noteText),
    }),
  ),
};
