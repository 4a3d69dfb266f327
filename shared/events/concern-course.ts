import { instant, isoDate } from '../domain/calendar.ts';
import { mostEscalationSteps } from '../domain/escalation-steps.ts';
import { eventId, threadId } from '../domain/ids.ts';
import { longText, noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

// What becomes of a concern after the decision: referrals outside, reviews, advice, escalation, closing, and the undoing of each.

/** Where a practice refers to (domain.md 2.7). The directory has the numbers. */
export const destination = z.enum(
  [
    'police',
    'adult-social-care',
    'childrens-social-care',
    'early-help',
    'marac',
    'idva',
    'prevent',
    'modern-slavery-first-responder',
    'lado',
    'position-of-trust-lead',
    'mental-health-crisis',
    'fire-service',
    'named-gp',
    'other',
  ],
  'Select where it was referred',
);

const howSent = z.enum(['phone', 'secure-email', 'online-form', 'letter', 'in-person'], 'Select how it was sent');

/** The closing outcomes of domain.md 3.5, in its words. */
export const outcome = z.enum(
  [
    'local-authority-enquiry',
    'local-authority-other-pathway',
    'managed-in-primary-care',
    'early-help-in-place',
    'other-agency-leading',
    'person-declined',
    'no-safeguarding-concern',
    'transferred',
    'died',
  ],
  'Select the outcome',
);

const outsideAnswer = {
  from: words(shortText, 'Enter who answered'),
  on: isoDate,
  said: words(noteText, 'Enter what they said'),
};

export const concernCourse = {
  'concern.referred-outside': event(
    'concern',
    'Referral outside the practice recorded',
    contentOf({
      destination,
      /** Which service or person, where that is known. */
      to: optionalWords(shortText),
      how: howSent,
      at: instant,
      theirReference: optionalWords(shortText),
      /** By when somebody asks again if they have not answered. */
      answerDue: isoDate.nullable(),
    }),
  ),
  'concern.outside-answered': event(
    'concern',
    'Answer to a referral outside recorded',
    contentOf({
      referral: eventId,
      answer: z.enum(['acknowledged', 'accepted', 'not-accepted'], 'Select what they answered'),
      ...outsideAnswer,
      theirReference: optionalWords(shortText),
      /** The next day to ask again, where they have only acknowledged it; left out: the day that stood before stays. */
      answerDue: isoDate.nullable().optional(),
    }),
  ),
  'concern.chased': event(
    'concern',
    'Asking again about a referral outside recorded',
    contentOf({
      referral: eventId,
      how: howSent,
      at: instant,
      outcome: words(noteText, 'Enter what came of it'),
      answerDue: isoDate.nullable(),
    }),
  ),
  'concern.advice-taken': event(
    'concern',
    'Advice about a concern recorded',
    contentOf({
      from: words(shortText, 'Enter who gave the advice'),
      at: instant,
      advice: words(longText, 'Enter what they advised'),
    }),
  ),
  'concern.reviewed': event(
    'concern',
    'Review of a concern recorded',
    contentOf({ found: words(longText, 'Enter what the review found'), nextOn: isoDate.nullable() }),
  ),
  'concern.escalated': event(
    'concern',
    'Disagreement about a concern escalated',
    contentOf({
      /** What it goes against: what somebody outside answered or did, or a decision of this practice. Each has its ladder. */
      about: z.enum(['outside', 'inside'], 'Select what you disagree with'),
      /** The referral outside whose answer it is about, where there is one. */
      referral: eventId.optional(),
      /** Its place on the ladder, from 1. The names of the steps are a setting: they differ by area. */
      step: z.int('Select the step').min(1, 'Select the step').max(mostEscalationSteps, 'Select the step'),
      /** What that step was called when it was taken. */
      stepName: words(shortText, 'Select the step'),
      to: words(shortText, 'Enter who you escalated it to'),
      disagreement: words(longText, 'Enter what you disagree about'),
      answerDue: isoDate.nullable(),
    }),
  ),
  'concern.escalation-answered': event(
    'concern',
    'Answer to an escalation recorded',
    contentOf({ escalation: eventId, ...outsideAnswer, settled: z.boolean('Select if it is settled') }),
  ),
  'concern.closed': event(
    'concern',
    'Concern closed',
    contentOf({
      outcome,
      reason: words(longText, 'Enter why it is closed'),
      risk: z.enum(['removed', 'reduced', 'remains', 'no-risk-found'], 'Select what the risk is now'),
      wishes: z.enum(
        ['fully-met', 'partly-met', 'not-met', 'not-asked', 'not-expressed'],
        'Select if what the person wanted was met',
      ),
      forRaiser: words(noteText, 'Enter what the person who raised this is told'),
      /** The newest event that whoever closed it had before them. */
      seen: eventId,
    }),
  ),
  'concern.reopened': event(
    'concern',
    'Concern reopened',
    contentOf({ why: words(noteText, 'Enter why it is reopened') }),
  ),
  'concern.linked': event(
    'concern',
    'Concern linked to another one',
    contentOf({
      to: threadId,
      as: z.enum(['linked', 'duplicate'], 'Select if it is linked or a duplicate'),
      why: words(noteText, 'Enter why they belong together'),
    }),
  ),
  'concern.unlinked': event(
    'concern',
    'Link between two concerns taken back',
    contentOf({ to: threadId, why: words(noteText, 'Enter why they do not belong together') }),
  ),
  'concern.entered-in-error': event(
    'concern',
    'Concern marked as entered in error',
    contentOf({ why: words(noteText, 'Enter why it was entered in error') }),
  ),
  'concern.error-taken-back': event(
    'concern',
    'Mark of a concern as entered in error taken back',
    contentOf({ why: words(noteText, 'Enter why it was no error') }),
  ),
  'concern.in-gp-record': event(
    'concern',
    'Copy of a concern to the GP record recorded',
    contentOf({
      system: words(shortText, 'Enter the GP record system'),
      on: isoDate,
      code: optionalWords(shortText),
      hiddenOnline: z.enum(['yes', 'no', 'not-possible'], 'Select if it is hidden from online access'),
    }),
  ),
};
