import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { ReferralLine } from '../../shared/contract/referrals.ts';

export type ReferralInput = InputOf<Contract['referrals']['send']>;
export type AnswerInput = InputOf<Contract['referrals']['answer']>;
type Answered = NonNullable<ReferralLine['answer']>;

/** "What is the referral for?" */
export const purposeWords = {
  support: 'Support',
  review: 'Review',
  monitoring: 'Monitoring',
} as const satisfies Record<ReferralInput['purpose'], string>;

/** Said in a heading. */
export const referredForWords = {
  support: 'Referred for support',
  review: 'Referred for a review',
  monitoring: 'Referred for monitoring',
} as const satisfies Record<ReferralInput['purpose'], string>;

/** "How soon?" */
export const urgencyWords = {
  emergency: 'Emergency, now',
  'same-day': 'Today',
  'two-working-days': 'Within 2 working days',
  routine: 'Routine',
  'next-mdt': 'At the next multidisciplinary team meeting',
} as const satisfies Record<ReferralInput['urgency'], string>;

/** The same in a list, where "today" and "now" would be of another day. */
export const urgencyInShort = {
  emergency: 'emergency',
  'same-day': 'same day',
  'two-working-days': 'within 2 working days',
  routine: 'routine',
  'next-mdt': 'at the next team meeting',
} as const satisfies Record<ReferralInput['urgency'], string>;

/** "Does the person agree?" */
export const agreesWords = { yes: 'Yes', no: 'No', 'not-asked': 'I have not asked' } as const satisfies Record<
  ReferralInput['agrees'],
  string
>;

/** The same on pages that others read. */
export const agreedWords = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked' } as const satisfies Record<
  ReferralInput['agrees'],
  string
>;

/** "How did you send it?" */
export const sentByWords = {
  'in-person': 'In person',
  phone: 'By phone',
  'gp-system-task': 'By a task in the GP system',
  email: 'By email',
} as const satisfies Record<ReferralInput['sentBy'], string>;

/** "What did they answer?" */
export const answerWords = {
  accepted: 'They accepted it',
  done: 'It is done',
  declined: 'They declined it',
} as const satisfies Record<Answered, string>;
