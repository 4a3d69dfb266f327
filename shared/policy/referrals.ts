import type { Instant } from '../domain/calendar.ts';
import type { PracticeId, StaffId } from '../domain/ids.ts';
import { isWaiting } from '../domain/referral-answers.ts';
import type { ContentOf, ContentType } from '../events/index.ts';
import type { referralEvents } from '../events/referrals.ts';
import { holdersOf, isActive, type RegisterState, supervisorsOf } from './register-state.ts';
import type { ThreadPolicy } from './thread.ts';

/** What was answered, and by whom and when it was written down: `answeredOn` is the day that they name. */
export interface ReferralAnswer extends Omit<ContentOf<'referral.answered'>, 'v'> {
  readonly by: StaffId;
  readonly at: Instant;
}

export interface ReferralFacts {
  readonly sent: Omit<ContentOf<'referral.sent'>, 'v'>;
  readonly sentBy: StaffId;
  readonly recordedAt: Instant;
  readonly answers: readonly ReferralAnswer[];
}

interface Audience {
  readonly sentBy: StaffId;
  readonly practice: PracticeId | null;
  readonly recipient: StaffId | undefined;
}

/** Its sender, the sender's supervisor, the leads of the person's practice, and the recipient if a user. */
export function referralReaders(
  { sentBy, practice, recipient }: Audience,
  register: RegisterState,
): readonly StaffId[] {
  return [
    sentBy,
    ...supervisorsOf(register, sentBy),
    ...(practice === null ? [] : holdersOf(register, ['safeguarding-lead'], practice)),
    ...(recipient === undefined ? [] : [recipient]),
  ];
}

type Later = Exclude<keyof typeof referralEvents & ContentType, 'referral.sent'>;

export const referralPolicy: ThreadPolicy<'referral', ReferralFacts, 'referral.sent', Later> = {
  kind: 'referral',
  first: 'referral.sent',
  mayBegin: ({ about, content, actor }, register) => {
    if (about !== content.person) return 'The record and the person in it differ.';
    if (content.recipient !== undefined && !isActive(register, content.recipient))
      return 'This person does not work here.';
    if (content.recipient === actor) return 'You cannot refer somebody back to yourself.';
    return content.practice === null || register.practices.has(content.practice)
      ? null
      : 'Choose a practice from the list.';
  },
  begin: ({ actor, at, content: { v: _, ...sent } }) => ({
    about: sent.person,
    facts: { sent, sentBy: actor, recordedAt: at, answers: [] },
  }),
  rules: {
    'referral.answered': (_event, facts) =>
      facts.answers.some(({ answer }) => !isWaiting(answer)) ? 'This referral has had its last answer already.' : null,
  },
  steps: {
    'referral.answered': (facts, { actor, at, content: { v: _, ...answer } }) => ({
      ...facts,
      answers: [...facts.answers, { ...answer, by: actor, at }],
    }),
  },
  readers: (facts, register) =>
    referralReaders({ sentBy: facts.sentBy, practice: facts.sent.practice, recipient: facts.sent.recipient }, register),
};
