import { isoDate } from '../domain/calendar.ts';
import { personId, practiceId, staffId, threadId } from '../domain/ids.ts';
import { longText, noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { urgencies } from '../domain/urgency.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

export const sentReferral = {
  person: personId,
  practice: practiceId.nullable(),
  /** Of the list in words/referral-roles.json; `to` says who that is. */
  role: words(60, 'Select their role').optional(),
  to: words(shortText, 'Enter who you are referring to, by role and name if known'),
  recipient: staffId.optional(),
  purpose: z.enum(['support', 'review', 'monitoring'], 'Select what the referral is for'),
  ask: words(longText, 'Enter what you need them to do'),
  observed: optionalWords(longText),
  urgency: z.enum(urgencies, 'Select how soon'),
  agrees: z.enum(['yes', 'no', 'not-asked'], 'Select if the person agrees'),
  sentBy: z.enum(['in-person', 'phone', 'gp-system-task', 'email'], 'Select how you sent it'),
  sentOn: isoDate,
  replyBy: isoDate.optional(),
  concern: threadId.optional(),
  /** What the settings called this urgency on that day. */
  urgencyName: words(60, 'Enter a name').optional(),
};

export const referralEvents = {
  'referral.sent': event('referral', 'Referral back sent', contentOf(sentReferral)),
  'referral.answered': event(
    'referral',
    'Referral back answered',
    contentOf({
      answer: z.enum(['accepted', 'declined', 'done'], 'Select what they answered'),
      said: words(noteText, 'Enter what they said'),
      /** Who answered, as they were called. */
      from: optionalWords(shortText),
      answeredOn: isoDate,
      nextStep: optionalWords(noteText),
    }),
  ),
  /** Somebody else waits for the answer now, and asks again. */
  'referral.handed-over': event(
    'referral',
    'Referral back handed to a colleague',
    contentOf({ to: staffId, why: words(noteText, 'Enter why it is handed over') }),
  ),
};
