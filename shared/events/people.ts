import { isoDate } from '../domain/calendar.ts';
import { personId, practiceId, staffId, threadId } from '../domain/ids.ts';
import { nhsNumber } from '../domain/nhs-number.ts';
import { noteText, optionalWords, shortText } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

/** How far somebody is known. A concern never waits for a name. */
export const standing = z.enum(['registered', 'unregistered', 'not-yet-identified', 'unborn']);

const detailFields = {
  standing,
  givenName: optionalWords(shortText),
  familyName: optionalWords(shortText),
  /** What they are called, where that is not their first name. */
  knownAs: optionalWords(shortText),
  description: optionalWords(noteText),
  dateOfBirth: isoDate.optional(),
  expectedOn: isoDate.optional(),
  nhsNumber: nhsNumber.optional(),
  practice: practiceId.nullable(),
  address: optionalWords(500),
  phone: optionalWords(60),
  /** An interpreter, large print, easy read: what they need so as to understand and be understood. */
  communication: optionalWords(500),
  safeContact: optionalWords(500),
  notToBeTold: optionalWords(500),
};

/** What is known of a person (a patient), with what must be there for each standing. */
export const personDetails = z.strictObject(detailFields).superRefine((details, ctx) => {
  const need = (field: keyof typeof detailFields, message: string) =>
    details[field] === undefined && ctx.addIssue({ code: 'custom', path: [field], message });
  if (details.standing === 'registered' || details.standing === 'unregistered') {
    if (details.givenName === undefined) need('familyName', 'Enter a name');
  } else if (details.standing === 'not-yet-identified') {
    need('description', 'Enter what is known of this person');
  } else {
    need('description', 'Enter whose baby this will be');
    if (details.dateOfBirth !== undefined) {
      ctx.addIssue({ code: 'custom', path: ['dateOfBirth'], message: 'An unborn baby has no date of birth yet' });
    }
  }
});
export type PersonDetails = z.infer<typeof personDetails>;

export const peopleEvents = {
  'person.added': event(
    'person',
    'Person added',
    contentOf({ person: personId, details: personDetails, practiceRun: z.literal(true).optional() }),
  ),
  'person.changed': event('person', 'Details of a person changed', contentOf({ details: personDetails })),
  /** Another thread is about this person: its readers read who they are. The newest citation of a record counts. */
  'person.cited': event(
    'person',
    'Record about a person begun',
    contentOf({
      record: threadId,
      kind: z.enum(['concern', 'referral']),
      by: staffId,
      practice: practiceId.nullable(),
      named: z.array(staffId).max(50),
    }),
  ),
};
