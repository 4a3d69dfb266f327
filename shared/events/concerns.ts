import { instant, isoDate } from '../domain/calendar.ts';
import { facts } from '../domain/concern-facts.ts';
import { eventId, personId, practiceId, staffId } from '../domain/ids.ts';
import { longText, noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { withFirstMinute } from './concern-recorded.ts';
import { contentOf } from './content.ts';
import { event, headerOnly } from './kinds.ts';

/** That somebody was told, or that they could not be reached and who is next. Saving a concern tells nobody. */
export const telling = z
  .strictObject({
    who: words(shortText, 'Enter whom you told'),
    how: z.enum(['in-person', 'phone', 'gp-system-task', 'email', 'called-999']),
    at: instant,
    reached: z.boolean(),
    next: optionalWords(shortText),
    /** They took it over: they own the next step now. */
    tookOver: z.boolean().optional(),
  })
  .refine((told) => told.reached || told.next !== undefined, {
    path: ['next'],
    message: 'Enter whom you will try next',
  })
  .refine((told) => told.reached || told.tookOver !== true, {
    path: ['tookOver'],
    message: 'Only somebody you reached can take it over',
  });

export const firstMinute = {
  person: personId,
  practice: practiceId.nullable(),
  dangerNow: z.enum(['yes', 'no', 'not-sure'], 'Select yes if anyone is in immediate danger'),
  categories: z
    .array(words(60, 'Select what you are concerned about'))
    .min(1, 'Select what you are concerned about')
    .max(20),
  what: words(longText, 'Enter what you saw or heard'),
  know: z.enum(['saw-or-heard-it', 'the-person-told-me', 'somebody-else-told-me'], 'Select how you know about this'),
  toldBy: optionalWords(shortText),
  happenedOn: isoDate.optional(),
  when: z.enum(['on-that-day', 'still-happening', 'not-known'], 'Select when it happened'),
  /** Asked first where somebody at home may be the danger. */
  safeToTalk: z.enum(['yes', 'no', 'not-known'], 'Select if it is safe to talk with them').optional(),
  told: z.array(telling).max(20),
};

const decision = z.enum(
  [
    'refer-outside',
    'no-referral-outside',
    'refer-to-health-professional',
    'internal-action',
    'keep-open-and-review',
    'no-further-action',
  ],
  'Select what you have decided',
);

const action = z.strictObject({
  what: words(noteText, 'Enter what needs to happen'),
  owner: staffId,
  dueOn: isoDate.nullable(),
});
export const mostActions = 20;
/** Which action it is: the decision that asked for it, and its place in that decision. */
const whichAction = {
  decision: eventId,
  action: z
    .int()
    .min(0)
    .max(mostActions - 1),
};

export const concernEvents = {
  'concern.raised': event(
    'concern',
    'Concern raised',
    contentOf({
      ...firstMinute,
      ...withFirstMinute,
      /** About nobody real, for practice: never counted. */
      practiceRun: z.literal(true).optional(),
    }),
  ),
  'concern.told': event('concern', 'Telling about a concern recorded', contentOf({ told: telling })),
  'concern.acknowledged': event('concern', 'Concern acknowledged', contentOf({ owner: staffId })),
  'concern.reassigned': event(
    'concern',
    'Owner of a concern changed',
    contentOf({ owner: staffId, why: words(noteText, 'Enter why it is handed over') }),
  ),
  'concern.information-added': event(
    'concern',
    'Information added to a concern',
    contentOf({
      note: optionalWords(longText),
      facts: facts.optional(),
    }),
  ),
  'concern.decided': event(
    'concern',
    'Decision recorded on a concern',
    contentOf({
      decision,
      reason: words(longText, 'Enter why you decided this'),
      sharing: z.enum(
        ['they-agree', 'risk-of-serious-harm', 'lacks-capacity', 'not-shared'],
        'Select the basis for sharing',
      ),
      forRaiser: optionalWords(noteText),
      reviewOn: isoDate.nullable(),
      agreesOutside: z
        .enum(['yes', 'no', 'not-asked'], 'Select if the person agrees to it going outside the practice')
        .optional(),
      agreesOutsideWhy: optionalWords(noteText),
      actions: z.array(action).max(mostActions).optional(),
      /** The newest event that the decider had before them. */
      seen: eventId,
    }),
  ),
  'concern.action-done': event(
    'concern',
    'Action of a concern done',
    contentOf({ ...whichAction, outcome: words(noteText, 'Enter what happened') }),
  ),
  'concern.action-reopened': event(
    'concern',
    'Action of a concern opened again',
    contentOf({ ...whichAction, why: words(noteText, 'Enter why it is not done') }),
  ),
  'concern.action-given': event(
    'concern',
    'Action of a concern given to a colleague',
    contentOf({ ...whichAction, owner: staffId, why: words(noteText, 'Enter why it is handed over') }),
  ),
  'concern.shared': event(
    'concern',
    'Concern shared with a colleague',
    contentOf({
      with: staffId,
      why: words(noteText, 'Enter why they need to read this'),
    }),
  ),
  'concern.viewed': headerOnly('concern', 'Concern opened'),
};
