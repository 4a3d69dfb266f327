import type { IsoDate } from '../domain/calendar.ts';
import {
  draftId,
  type EventId,
  eventId,
  type PersonId,
  personId,
  type StaffId,
  type ThreadId,
  threadId,
} from '../domain/ids.ts';
import type { ReferralNext } from '../domain/referral-course.ts';
import { referralCourse } from '../events/referral-course.ts';
import { referralEvents, sentReferral } from '../events/referrals.ts';
import type { ReferralFacts } from '../policy/referrals.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

const { practice: _, urgencyName: _name, ...asked } = sentReferral;
const { v: _vSeen, opened: _opened, ...seenBy } = referralCourse['referral.seen'].content.shape;
const { v: _vChased, ...chased } = referralCourse['referral.chased'].content.shape;
const { v: _vTold, ...personTold } = referralCourse['referral.person-told'].content.shape;
const { v: _v, ...answer } = referralEvents['referral.answered'].content.shape;

export interface ReferralLine {
  readonly referral: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly name: string;
  readonly to: string;
  readonly purpose: ReferralFacts['sent']['purpose'];
  readonly urgency: ReferralFacts['sent']['urgency'];
  /** What it was called on the day it was sent; null where that is not known. */
  readonly urgencyName: string | null;
  readonly sentOn: string;
  readonly answer: 'accepted' | 'declined' | 'done' | null;
  readonly replyBy: IsoDate | null;
  readonly from: StaffId;
  readonly recipient: StaffId | null;
  /** The concern that it came from. Whoever reads the referral need not be one who reads that. */
  readonly concern: ThreadId | null;
  /** Who waits for the answer: the sender, until it was handed over. */
  readonly chasedBy: StaffId;
  /** Whether I sent it. */
  readonly mine: boolean;
  /** Whether somebody at the other end has seen it, as far as anybody recorded. */
  readonly seen: boolean;
  /** Whether the person knows what came of it, as far as anybody recorded. */
  readonly personTold: boolean;
  /** What whoever asks again does next. */
  readonly next: ReferralNext;
  /** How often somebody asked again. */
  readonly timesChased: number;
  /** It is for today, and nobody has seen it for longer than the setting allows. */
  readonly unseenTooLong: boolean;
  /** It is mine to do something about: I ask again, it is for me, or it was unseen too long and I am the second person. */
  readonly forMe: boolean;
  /** The day of the reply has passed, and it is neither declined nor done. */
  readonly late: boolean;
}

export interface ReferralPage {
  readonly referral: ThreadId;
  readonly reference: string;
  readonly newest: EventId;
  readonly person: PersonId;
  readonly name: string;
  /** Whether I may write down an answer now. */
  readonly mayAnswer: boolean;
  readonly next: ReferralNext;
  readonly unseenTooLong: boolean;
  /** Who asks too when nobody has seen something for today. */
  readonly secondPeople: readonly StaffId[];
  readonly state: ReferralFacts;
  readonly readers: readonly StaffId[];
}

export const referralCalls = {
  send: command<{ readonly referral: ThreadId; readonly reference: string; readonly event: EventId }>()(
    z.strictObject({ ...asked, person: personId, draft: draftId.optional() }),
  ),
  answer: command<EventId>()(
    z.strictObject({ referral: threadId, seen: eventId, ...answer, draft: draftId.optional() }),
  ),
  /** Somebody said that they have it. */
  noteSeen: command<EventId>()(z.strictObject({ referral: threadId, ...seenBy })),
  chase: command<EventId>()(z.strictObject({ referral: threadId, ...chased })),
  /** The person was told what came of it, or could not be reached. */
  tellPerson: command<EventId>()(z.strictObject({ referral: threadId, ...personTold })),
  list: query<readonly ReferralLine[]>()(z.strictObject({})),
  /** Whoever it is for has seen it from the moment they open it, which is recorded first. */
  open: query<ReferralPage>()(z.strictObject({ referral: threadId })),
};
