import { instant } from '../domain/calendar.ts';
import { facts } from '../domain/concern-facts.ts';
import { staffId } from '../domain/ids.ts';
import { longText, noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

// How a concern came into the log: written down for somebody else, or on paper before it was typed in.

/** Who told it, where somebody else wrote it down for them. They hear back as its raiser does. */
export const recordedFor = z.strictObject({
  name: words(shortText, 'Enter their name'),
  role: words(shortText, 'Enter what they do'),
  /** Where they use this log. */
  staff: staffId.optional(),
});
export type RecordedFor = z.infer<typeof recordedFor>;

/** Typed in later than it was written (domain.md 3.8): when it was written, and why it comes late. */
export const lateEntry = z.strictObject({
  writtenOn: instant,
  why: words(noteText, 'Enter why it is typed in now'),
});

/** What may come with the first minute of a concern. Each part stands for itself. */
export const withFirstMinute = {
  recordedFor: recordedFor.optional(),
  lateEntry: lateEntry.optional(),
  /** Asked where the age of the person is not known. */
  childOrAdult: z.enum(['child', 'adult', 'not-known'], 'Select if it is about a child or an adult').optional(),
  /** Answers that were known from the first minute: their own words, an opinion. */
  facts: facts.optional(),
};

export const concernRecorded = {
  'concern.confirmed': event(
    'concern',
    'Concern confirmed by the person it was recorded for',
    contentOf({
      agrees: z.enum(['yes', 'something-to-add'], 'Select if it is right'),
      note: optionalWords(longText),
    }),
  ),
};
