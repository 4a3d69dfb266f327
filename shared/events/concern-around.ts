import { isBodyRegion } from '../domain/body-regions.ts';
import { isoDate } from '../domain/calendar.ts';
import { eventId, personId, practiceId } from '../domain/ids.ts';
import { longText, noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

// Who else is in a concern, and what was found: people with a role, a risk checklist as somebody scored it, a body map.

export const placedRole = z.enum(
  ['source-of-harm', 'child-at-risk', 'adult-at-risk', 'household', 'parent-or-carer', 'professional'],
  'Select their part in this concern',
);

const known = (ask: string) => z.enum(['yes', 'no', 'not-known'], ask);

/**
 * Somebody with a role in this concern, in the words of whoever writes. All of it stays inside the concern: nothing is
 * written in a thread of theirs, also where they are in the log (`inLog`).
 */
export const placedPerson = z
  .strictObject({
    role: placedRole,
    name: optionalWords(shortText),
    /** Instead of a name. */
    whyNotKnown: optionalWords(noteText),
    inLog: personId.optional(),
    relationship: optionalWords(shortText),
    dateOfBirth: isoDate.optional(),
    /** In years, as somebody said or guessed it. */
    age: optionalWords(60),
    address: optionalWords(500),
    livesWithPerson: known('Select if they live with the person'),
    knowsOfConcern: known('Select if they know about this concern'),
    /** Null: at none of this log. Left out: not known. */
    practice: practiceId.nullable().optional(),
    parentalResponsibility: known('Select if they have parental responsibility').optional(),
  })
  .refine(({ name, whyNotKnown, inLog }) => [name, whyNotKnown, inLog].some((said) => said !== undefined), {
    path: ['name'],
    message: 'Enter a name, or why it is not known',
  });

export const nothingWritten = 'Enter the total, the level or the judgement that they wrote';

/** Whether a checklist says anything that its scorer wrote. */
export function saysWhatTheyWrote(typed: {
  readonly total?: string | undefined;
  readonly level?: string | undefined;
  readonly judgement?: string | undefined;
}): boolean {
  return [typed.total, typed.level, typed.judgement].some((said) => said !== undefined && said.trim() !== '');
}

/** What somebody else scored, in their words. Nothing is added up or judged here. */
export const riskChecklist = z
  .strictObject({
    checklist: words(shortText, 'Enter which checklist it was'),
    scoredBy: words(shortText, 'Enter who scored it'),
    scorersRole: optionalWords(shortText),
    trained: known('Select if they are trained for it'),
    on: isoDate,
    /** As they wrote it: a number or words. */
    total: optionalWords(60),
    level: optionalWords(shortText),
    judgement: optionalWords(noteText),
    next: optionalWords(noteText),
  })
  .refine(saysWhatTheyWrote, { path: ['total'], message: nothingWritten });

const mark = z.strictObject({
  region: z.string('Select where on the body').refine(isBodyRegion, 'Select where on the body'),
  what: words(noteText, 'Enter what you saw'),
  size: optionalWords(shortText),
  colour: optionalWords(shortText),
  shape: optionalWords(shortText),
});

/** What could be seen, where. A new one each time: none is changed. */
export const bodyMap = z.strictObject({
  regions: z
    .array(mark)
    .min(1, 'Select where on the body')
    .max(60)
    .refine(
      (marks) => new Set(marks.map(({ region }) => region)).size === marks.length,
      'Select each place on the body once',
    ),
  saw: z.enum(['could-be-seen', 'they-showed-me'], 'Select how you came to see it'),
  on: isoDate,
  /** `HH:MM`, on the clock of that day. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a real time, such as 4:25pm')
    .optional(),
  present: words(shortText, 'Enter who was there'),
  /** Whoever saw it, in words of their own. */
  statement: optionalWords(longText),
});

export const concernAround = {
  'concern.person-placed': event(
    'concern',
    'Person put in a concern',
    contentOf({
      placed: placedPerson,
      /** The entry that this one corrects. */
      insteadOf: eventId.optional(),
    }),
  ),
  'concern.person-taken-out': event(
    'concern',
    'Person taken out of a concern',
    contentOf({ placed: eventId, why: words(noteText, 'Enter why they are taken out') }),
  ),
  'concern.risk-checklist-recorded': event(
    'concern',
    'Risk checklist recorded',
    contentOf({ recorded: riskChecklist }),
  ),
  'concern.body-map-recorded': event('concern', 'Body map recorded', contentOf({ map: bodyMap })),
};
