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
}

export interface ReferralPage {
  readonly referral: ThreadId;
  readonly reference: string;
  readonly newest: EventId;
  readonly state: ReferralFacts;
  readonly readers: readonly StaffId[];
}

export const referralCalls = {
  send: command<{ readonly referral: ThreadId; readonly reference: string; readonly event: EventId }>()(
    z.strictObject({ ...asked, person: personId, draft: draftId.optional() }),
  ),
  answer: command<EventId>()(z.strictObject({ referral: threadId, seen: eventId, ...answer })),
  list: query<readonly ReferralLine[]>()(z.strictObject({})),
  open: query<ReferralPage>()(z.strictObject({ referral: threadId })),
};
