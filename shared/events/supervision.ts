import { isoDate } from '../domain/calendar.ts';
import { staffId, threadId } from '../domain/ids.ts';
import { longText, noteText, optionalWords, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

export const sessionKind = z.enum(
  ['clinical-one-to-one', 'line-management', 'safeguarding', 'group', 'debrief', 'induction'],
  'Select what kind of session it was',
);

const count = (ask: string) => z.int(ask).min(0, ask).max(2_000, ask);

export const recordedSession = {
  kind: sessionKind,
  heldOn: isoDate,
  minutes: z
    .int('Enter the length in minutes')
    .min(5, 'Enter the length in minutes, 5 at least')
    .max(480, 'Enter the length in minutes, 480 at most'),
  mode: z.enum(['in-person', 'video', 'phone'], 'Select how you met'),
  supervisor: staffId,
  supervisees: z.array(staffId).min(1, 'Select who was supervised').max(30),
  discussed: words(longText, 'Enter what was discussed'),
  concerns: z.array(threadId).max(50),
  actions: z
    .array(
      z.strictObject({
        what: words(noteText, 'Enter what needs to happen'),
        owner: staffId,
        dueOn: isoDate.nullable(),
      }),
    )
    .max(50),
  nextOn: isoDate.nullable(),
  /** What came of the actions that were agreed last time. */
  since: z
    .array(
      z.strictObject({
        what: words(noteText, 'Enter what was agreed last time'),
        outcome: z.enum(['done', 'carried', 'not-needed'], 'Select what came of it'),
      }),
    )
    .max(50)
    .optional(),
  workload: z.enum(['comfortable', 'busy', 'too-much'], 'Select how the workload is').optional(),
  caseload: z
    .strictObject({ people: count('Enter how many people'), waiting: count('Enter how many people wait') })
    .optional(),
  /** Each about one of `concerns`. */
  concernNotes: z
    .array(z.strictObject({ concern: threadId, note: words(noteText, 'Enter what was said about this concern') }))
    .max(50)
    .optional(),
  learning: optionalWords(longText),
};

export const supervisionEvents = {
  'session.recorded': event('session', 'Supervision session recorded', contentOf(recordedSession)),
  'session.signed': event(
    'session',
    'Supervision session signed',
    contentOf({
      agrees: z.boolean(),
      disagreement: words(noteText, 'Enter what you see differently').optional(),
    }),
  ),
  'session.commented': event(
    'session',
    'Comment on a supervision session',
    contentOf({
      comment: words(noteText, 'Enter your comment'),
    }),
  ),
};
