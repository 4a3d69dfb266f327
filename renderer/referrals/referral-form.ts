import type { PersonId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { needsReply, replyNeeded } from '../../shared/domain/referral-answers.ts';
import { blankDate, type QuickDateValue } from '../ui/forms/dates.ts';
import { continuedDay, dayOf, lately, soon } from './near-dates.ts';
import type { ReferralInput } from './words.ts';

/** What the boxes of a referral hold, as typed. */
export interface ReferralValues {
  person: string;
  role: string;
  to: string;
  recipient: string;
  purpose: string;
  ask: string;
  observed: string;
  urgency: string;
  agrees: string;
  sentBy: string;
  sentOn: QuickDateValue;
  replyBy: QuickDateValue;
  concern: string;
}

const noDay: QuickDateValue = { choice: '', other: blankDate };
export const noReply = 'none';

export const blankReferral: ReferralValues = {
  person: '',
  role: '',
  to: '',
  recipient: '',
  purpose: '',
  ask: '',
  observed: '',
  urgency: '',
  agrees: '',
  sentBy: '',
  sentOn: noDay,
  replyBy: noDay,
  concern: '',
};

/** The values of a draft, as they can be shown today. */
export function continuedReferral(values: ReferralValues, now: Date = new Date()): ReferralValues {
  const { sentOn, replyBy } = values;
  return { ...values, sentOn: continuedDay(sentOn, lately, now), replyBy: continuedDay(replyBy, soon, now) };
}

type Problems = ReadonlyMap<string, string>;

/** What only the boxes can know: questions without an answer, dates that are none. The log checks all else. */
export function problemsIn(values: ReferralValues): Problems {
  const problems = new Map<string, string>();
  const need = (field: keyof ReferralValues, message: string): unknown =>
    typeof values[field] === 'string' && values[field].trim() === '' && problems.set(field, message);
  need('person', 'Select the person, or add someone new');
  need('to', 'Enter who you are referring to, by role and name if known');
  need('purpose', 'Select what the referral is for');
  need('ask', 'Enter what you need them to do');
  need('urgency', 'Select how soon');
  need('agrees', 'Select if the person agrees');
  need('sentBy', 'Select how you sent it');
  const realDate = 'Enter a real date, such as 23 November 2026';
  const sentOn = dayOf(values.sentOn);
  if (sentOn === 'wrong') problems.set('sentOn.other', realDate);
  if (sentOn === null) problems.set('sentOn', 'Select the day you sent it');
  const replyBy = dayOf(values.replyBy);
  if (replyBy === 'wrong') problems.set('replyBy.other', realDate);
  if (replyBy === null && values.replyBy.choice !== noReply)
    problems.set('replyBy', 'Select when you need a reply, or that you need none');
  if (values.replyBy.choice === noReply && needsReply(values.urgency)) problems.set('replyBy', replyNeeded);
  return problems;
}

/** What the log takes, of values in which `problemsIn` found nothing. */
export function referralFrom(values: ReferralValues): ReferralInput {
  const { role, to, ask, observed, recipient, concern } = values;
  const replyBy = dayOf(values.replyBy);
  const asked = {
    person: values.person as PersonId,
    to,
    ask,
    observed,
    purpose: values.purpose,
    urgency: values.urgency,
    agrees: values.agrees,
    sentBy: values.sentBy,
    sentOn: dayOf(values.sentOn),
    ...(replyBy !== null && { replyBy }),
    ...(role !== '' && { role }),
    ...(recipient !== '' && { recipient: recipient as StaffId }),
    ...(concern !== '' && { concern: concern as ThreadId }),
  };
  return asked as ReferralInput; // `as`, here and above: the log refuses whatever is not one of its words, ids and days.
}
