import type { Instant } from '../domain/calendar.ts';
import type { PracticeId, StaffId } from '../domain/ids.ts';
import { isWaiting } from '../domain/referral-answers.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import type { referralCourse } from '../events/referral-course.ts';
import type { referralEvents } from '../events/referrals.ts';
import { type ReferralCourse, referralCourseRules, referralCourseSteps } from './referral-course.ts';
import { decidersFor, holdersOf, isActive, isConnected, type RegisterState, supervisorsOf } from './register-state.ts';
import type { ThreadPolicy, Verdict } from './thread.ts';

/** What was answered, and by whom and when it was written down: `answeredOn` is the day that they name. */
export interface ReferralAnswer extends Omit<ContentOf<'referral.answered'>, 'v'> {
  readonly by: StaffId;
  readonly at: Instant;
}

export interface ReferralFacts extends ReferralCourse {
  readonly sent: Omit<ContentOf<'referral.sent'>, 'v'>;
  readonly sentBy: StaffId;
  readonly recordedAt: Instant;
  /** Who waits for the answer and asks again: the sender, until it was handed over. */
  readonly chasedBy: StaffId;
  readonly answers: readonly ReferralAnswer[];
}

interface Audience {
  readonly sentBy: StaffId;
  readonly practice: PracticeId | null;
  /** The recipient if a user, and whoever it was handed over to. */
  readonly named: readonly StaffId[];
}

/** Its sender, the sender's supervisor, the leads of the person's practice, the recipient if a user, and who chases it. */
export function referralReaders({ sentBy, practice, named }: Audience, register: RegisterState): readonly StaffId[] {
  return [
    sentBy,
    ...supervisorsOf(register, sentBy),
    ...(practice === null ? [] : holdersOf(register, ['safeguarding-lead'], practice)),
    ...named,
  ];
}

/** Whom it names one by one: who else reads it does so by their role or as its sender. */
export function namedIn({ sent, sentBy, chasedBy }: ReferralFacts): readonly StaffId[] {
  return [sent.recipient, chasedBy].filter((staff) => staff !== undefined && staff !== sentBy) as StaffId[]; // `as`: filtered.
}

function audienceOf(facts: ReferralFacts): Audience {
  return { sentBy: facts.sentBy, practice: facts.sent.practice, named: namedIn(facts) };
}

/** Whether an answer is still owed. */
export function isOpen({ answers }: Pick<ReferralFacts, 'answers'>): boolean {
  return answers.every(({ answer }) => isWaiting(answer));
}

/** To a colleague who reads it already; to another one by the sender or a decider, who let them read it by doing so. */
function mayHandOver(
  { actor, content: { to } }: ThreadEvent<'referral.handed-over'>,
  facts: ReferralFacts,
  register: RegisterState,
): Verdict {
  const { person, practice } = facts.sent;
  if (!isActive(register, to)) return 'This person does not work here.';
  if (isConnected(register, to, person))
    return 'They have declared a connection with this person, so it cannot be handed to them.';
  if (to === facts.chasedBy) return 'They wait for this answer already.';
  if (!isOpen(facts)) return 'This referral has had its last answer already.';
  const reads = referralReaders(audienceOf(facts), register).includes(to);
  const mayLetRead = actor === facts.sentBy || decidersFor(register, practice, person).includes(actor);
  return reads || mayLetRead ? null : 'Choose somebody who reads this referral already.';
}

type Later = Exclude<keyof (typeof referralEvents & typeof referralCourse) & ContentType, 'referral.sent'>;

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
    facts: {
      sent,
      sentBy: actor,
      recordedAt: at,
      chasedBy: actor,
      replyBy: sent.replyBy ?? null,
      answers: [],
      seen: [],
      chased: [],
      personTold: [],
    },
  }),
  rules: {
    'referral.answered': (_event, facts) => (isOpen(facts) ? null : 'This referral has had its last answer already.'),
    'referral.handed-over': mayHandOver,
    ...referralCourseRules,
  },
  steps: {
    'referral.answered': (facts, { actor, at, content: { v: _, ...answer } }) => ({
      ...facts,
      answers: [...facts.answers, { ...answer, by: actor, at }],
    }),
    'referral.handed-over': (facts, { content }) => ({ ...facts, chasedBy: content.to }),
    ...referralCourseSteps,
  },
  readers: (facts, register) => referralReaders(audienceOf(facts), register),
};
