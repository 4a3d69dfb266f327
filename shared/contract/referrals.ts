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
import { referralEvents, sentReferral } from '../events/referrals.ts';
import type { ReferralFacts } from '../policy/referrals.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

const { practice: _, ...asked } = sentReferral;
const { v: _v, ...answer } = referralEvents['referral.answered'].content.shape;

export interface ReferralLine {
  readonly referral: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly name: string;
  readonly to: string;
  readonly purpose: ReferralFacts['sent']['purpose'];
  readonly urgency: ReferralFacts['sent']['urgency'];
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
  list: query<readonly ReferralLine[]>()(z.strictObject({})),
  open: query<ReferralPage>()(z.strictObject({ referral: threadId })),
};
