import type { Instant, IsoDate } from '../domain/calendar.ts';
import type { EventId, PracticeId, StaffId } from '../domain/ids.ts';
import type { ReferralStanding } from '../domain/referral-course.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import type { referralCourse } from '../events/referral-course.ts';
import { holdersOf, type RegisterState, supervisorsOf } from './register-state.ts';
import type { Verdict } from './thread.ts';

export type ReferralCourseType = keyof typeof referralCourse & ContentType;
type Said<T extends ReferralCourseType> = Omit<ContentOf<T>, 'v'>;

interface Entry {
  readonly event: EventId;
  readonly by: StaffId;
  readonly at: Instant;
}

export interface ReferralCourse {
  /** By when somebody asks again: as it was sent, or as it was said when somebody last asked. */
  readonly replyBy: IsoDate | null;
  /** Oldest first, as are all lists here. */
  readonly seen: readonly (Entry & Said<'referral.seen'>)[];
  readonly chased: readonly (Entry & Said<'referral.chased'>)[];
  readonly personTold: readonly (Entry & Said<'referral.person-told'>)[];
}

interface Coursed extends ReferralCourse {
  readonly sent: Omit<ContentOf<'referral.sent'>, 'v'>;
  readonly answers: readonly { readonly answer: 'accepted' | 'declined' | 'done'; readonly at: Instant }[];
}

const lastAnswered = 'This referral has had its last answer already.';

function isOpen({ answers }: Pick<Coursed, 'answers'>): boolean {
  return answers.every(({ answer }) => answer === 'accepted');
}

function maySee({ actor, content }: ThreadEvent<'referral.seen'>, facts: Coursed): Verdict {
  if (content.opened === true) {
    if (actor !== facts.sent.recipient) return 'Only the colleague it is for can record that they opened it.';
    if (facts.seen.some(({ by, opened }) => opened === true && by === actor)) return 'You have opened it already.';
    return null;
  }
  if (content.who === undefined) return 'Enter who has seen it.';
  return isOpen(facts) ? null : lastAnswered;
}

type Rules = { readonly [T in ReferralCourseType]: (event: ThreadEvent<T>, facts: Coursed) => Verdict };

export const referralCourseRules: Rules = {
  'referral.seen': maySee,
  'referral.chased': (_event, facts) => (isOpen(facts) ? null : lastAnswered),
  'referral.person-told': ({ content }) =>
    content.reached || content.next !== undefined ? null : 'Enter who will try again, and when.',
};

function entry({ id, actor, at }: ThreadEvent<ReferralCourseType>): Entry {
  return { event: id, by: actor, at };
}

/** What one more of these events makes of the course. */
export const referralCourseSteps: {
  readonly [T in ReferralCourseType]: <Facts extends ReferralCourse>(facts: Facts, event: ThreadEvent<T>) => Facts;
} = {
  'referral.seen': (facts, event) => {
    const { v: _, ...said } = event.content;
    return { ...facts, seen: [...facts.seen, { ...said, ...entry(event) }] };
  },
  'referral.chased': (facts, event) => {
    const { v: _, ...said } = event.content;
    return { ...facts, replyBy: said.replyBy, chased: [...facts.chased, { ...said, ...entry(event) }] };
  },
  'referral.person-told': (facts, event) => {
    const { v: _, ...said } = event.content;
    return { ...facts, personTold: [...facts.personTold, { ...said, ...entry(event) }] };
  },
};

/** Where it stands. Only a telling after the last answer tells of it. */
export function standingOf(facts: Coursed): ReferralStanding {
  const last = facts.answers.at(-1);
  return {
    answer: last?.answer ?? null,
    seen: facts.seen.length > 0,
    personTold: last !== undefined && facts.personTold.some(({ reached, at }) => reached && at >= last.at),
    replyBy: facts.replyBy,
  };
}

/** Who asks too when nobody has seen it: the supervisors of whoever asks again, or the leads of the practice. */
export function secondPeopleFor(
  { chasedBy, practice }: { readonly chasedBy: StaffId; readonly practice: PracticeId | null },
  register: RegisterState,
): readonly StaffId[] {
  const supervisors = supervisorsOf(register, chasedBy);
  if (supervisors.length > 0) return supervisors;
  const leads = practice === null ? [] : holdersOf(register, ['safeguarding-lead'], practice);
  return leads.filter((staff) => staff !== chasedBy);
}
