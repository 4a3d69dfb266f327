import { instant, isoDate } from '../domain/calendar.ts';
import { concernCategory, mostCategories } from '../domain/concern-categories.ts';
import { contactKind } from '../domain/contact-kinds.ts';
import { mostAnswerDays, mostEscalationSteps } from '../domain/escalation-steps.ts';
import { draftId, personId, practiceId, staffId } from '../domain/ids.ts';
import { role } from '../domain/roles.ts';
import { longText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { concernDeadlines } from './concern-deadlines.ts';
import { contactSettings } from './contact-settings.ts';
import { contentOf } from './content.ts';
import { event, headerOnly } from './kinds.ts';
import { referralSettings } from './referral-settings.ts';

/** A 32-byte public key as padded base64. */
export const publicKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'A public key is 32 bytes in base64');
const hash = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'A hash is 32 bytes in base64');

export const staffDetails = {
  staff: staffId,
  name: words(shortText, 'Enter the full name'),
  initials: words(8, 'Enter the initials to show before anybody has unlocked the log', 'Initials'),
  jobTitle: optionalWords(shortText),
};
/** Ed25519 and X25519 public keys that a person's passphrase alone can make again (DESIGN 3). */
const keys = { sig: publicKey, kem: publicKey };
const heldRole = { staff: staffId, role, practice: practiceId };

export const contactDetails = {
  contact: words(60, 'Choose which contact this is'),
  /** It stands on the lock screen, beside its number. */
  name: words(shortText, "Enter the service, not a person's name: it shows while the log is locked"),
  phone: words(60, 'Enter the phone number'),
  /** `Always`, or another number with its hours. */
  outOfHours: optionalWords(shortText),
  kind: contactKind.optional(),
  /** The council in whose area it is the number to phone; absent where it is the number everywhere. */
  council: optionalWords(60),
  email: optionalWords(shortText),
  /** Where its form is found: a page that somebody opens in a browser of their own. */
  formAddress: optionalWords(shortText),
  note: optionalWords(1_000),
  /** The day on which somebody last rang it or looked it up; null when nobody has yet. */
  checkedOn: isoDate.nullable(),
};

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 08:30');
/** When somebody is there to be notified. Days as ISO 8601 counts them: 1 is Monday. */
export const openingHours = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1, 'Select at least one day').max(7),
    from: timeOfDay,
    until: timeOfDay,
  })
  .refine(({ days }) => new Set(days).size === days.length, { path: ['days'], message: 'Select each day once' })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'The practice must close after it opens' });

/** Codes that are offered for the GP record, and when somebody last looked that they are right. */
const gpRecordCodes = z.strictObject({
  codes: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{6,18}$/, 'Enter a SNOMED CT code of 6 to 18 figures'),
        term: words(shortText, 'Enter the words of the code'),
        for: z.enum(['adult', 'child', 'any'], 'Select whom it is for'),
      }),
    )
    .max(60),
  checkedOn: isoDate.nullable(),
});
/** The ladder of the area, against what somebody outside answered. */
export const escalationSteps = z
  .array(
    z.strictObject({
      name: words(shortText, 'Enter the name of the step'),
      answerDays: z
        .int('Enter a number of working days from 1 to 60')
        .min(1, 'Enter a number of working days from 1 to 60')
        .max(mostAnswerDays, 'Enter a number of working days from 1 to 60')
        .nullable(),
    }),
  )
  .min(1, 'Enter at least one step')
  .max(mostEscalationSteps, 'A ladder has 6 steps at most');

export const settingChange = z.discriminatedUnion('setting', [
  z.strictObject({ setting: z.literal('fallback-reader'), value: staffId }),
  z.strictObject({ setting: z.literal('supervision-interval-days'), value: z.int().min(7).max(366) }),
  z.strictObject({ setting: z.literal('draft-late-hours'), value: z.int().min(1).max(72) }),
  z.strictObject({ setting: z.literal('idle-minutes'), value: z.int().min(2).max(15) }),
  z.strictObject({ setting: z.literal('opening-hours'), value: openingHours }),
  z.strictObject({ setting: z.literal('concern-deadlines'), value: concernDeadlines }),
  /** The whole list: ids that concerns keep, with their words of today. */
  z.strictObject({
    setting: z.literal('concern-categories'),
    value: z.array(concernCategory).min(1).max(mostCategories),
  }),
  ...referralSettings,
  ...contactSettings,
  z.strictObject({ setting: z.literal('gp-record-codes'), value: gpRecordCodes }),
  z.strictObject({ setting: z.literal('gp-record-days'), value: z.int().min(1).max(30) }),
  z.strictObject({ setting: z.literal('escalation-steps'), value: escalationSteps }),
]);

export const discardReason = z.enum(['entered-by-mistake', 'raised-another-way', 'wrong-person', 'not-needed']);

/** The newest of them stand in one event. */
export const mostAttempts = 500;

export const registerEvents = {
  'store.founded': event(
    'register',
    'Log set up',
    contentOf({
      name: words(shortText, 'Enter the name of the network or practice'),
      demo: z.boolean(),
      founder: z.strictObject({ ...staffDetails, ...keys }),
      /** `sig` is absent in logs of the first versions, whose recovery key reads and cannot let anybody in again. */
      recovery: z.strictObject({ id: staffId, kem: publicKey, sig: publicKey.optional() }),
    }),
  ),
  'founding.reviewed': event('register', 'First set-up reviewed by the first lead', contentOf({})),
  'practice.added': event(
    'register',
    'Practice added',
    contentOf({
      practice: practiceId,
      name: words(shortText, 'Enter the name of the practice'),
    }),
  ),
  'staff.added': event('register', 'Member of staff added', contentOf({ ...staffDetails, ...keys })),
  'role.granted': event('register', 'Role given', contentOf(heldRole)),
  'role.confirmed': event('register', 'Role confirmed by a second person', contentOf(heldRole)),
  'role.ended': event('register', 'Role ended', contentOf(heldRole)),
  'supervisor.assigned': event('register', 'Supervisor named', contentOf({ staff: staffId, supervisor: staffId })),
  'supervisor.ended': event(
    'register',
    'Supervisor no longer named',
    contentOf({ staff: staffId, supervisor: staffId }),
  ),
  'connection.declared': event('register', 'Connection declared', contentOf({ staff: staffId, person: personId })),
  'contact.set': event('register', 'Contact written or changed', contentOf(contactDetails)),
  'setting.changed': event('register', 'Setting changed', contentOf({ change: settingChange })),
  'draft.discarded': event('register', 'Draft discarded', contentOf({ draft: draftId, reason: discardReason })),
  'audit.exported': event(
    'register',
    'Audit log exported',
    contentOf({
      from: instant.nullable(),
      to: instant.nullable(),
      why: words(longText, 'Enter why the log is exported'),
      size: z.int().min(1),
      root: hash,
      manifest: hash,
      shown: z.int().min(0),
      withheld: z.int().min(0),
    }),
  ),
  /** Somebody forgot their passphrase and typed a new one beside a colleague: new keys, used for nothing yet. `about` is they. */
  'keys.replaced': event('register', 'Colleague let in again, to be confirmed', contentOf({ staff: staffId, ...keys })),
  'keys.confirmed': event(
    'register',
    'Letting a colleague in again confirmed by a second person',
    contentOf({ staff: staffId, ...keys }),
  ),
  /** The person came in with the passphrase that they had: the keys that waited end. `about` and author are they. */
  'keys.withdrawn': event(
    'register',
    'Letting in again withdrawn: signed in with the passphrase from before',
    contentOf({ staff: staffId, ...keys }),
  ),
  'recovery.tried': event('register', 'Recovery key checked, without using it', contentOf({})),
  /** Signed by the recovery identity, which ends with it: new keys for `staff`, and the identity that follows. */
  'recovery.used': event(
    'register',
    'Recovery key used',
    contentOf({ staff: staffId, ...keys, recovery: z.strictObject({ id: staffId, ...keys }) }),
  ),
  /** A lost half: a recovery identity that is to follow. It counts for nothing until a second person confirms it. */
  'recovery.proposed': event('register', 'New recovery key made, to be confirmed', contentOf({ id: staffId, ...keys })),
  /** The second person typed both new halves: the identity that was proposed takes the place of the one of today. */
  'recovery.replaced': event(
    'register',
    'New recovery key confirmed by a second person: the old one ended',
    contentOf({ id: staffId, ...keys }),
  ),
  'recovery.withdrawn': event('register', 'New recovery key withdrawn', contentOf({ id: staffId, ...keys })),
  'store.unlocked': headerOnly(null, 'Log unlocked'),
  'passphrase.changed': headerOnly(null, 'Passphrase changed'),
  /**
   * Wrong passphrases typed while nothing could be written, taken over at the next sign-in by whoever that is: they say
   * whose name was chosen and when, not who sat there.
   */
  'unlock.failed': event(
    'register',
    'Wrong passphrase typed',
    contentOf({
      unauthenticated: z.literal(true),
      attempts: z.array(z.strictObject({ staff: staffId, at: instant })).max(mostAttempts),
      /** Older ones, of which there were too many. */
      leftOut: z.int().min(0),
    }),
  ),
};
