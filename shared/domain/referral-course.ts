import type { Instant } from './calendar.ts';
import { needsReply } from './referral-answers.ts';

export type ReferralAnswerWord = 'accepted' | 'declined' | 'done';
/** How far a referral back is. Seen is not accepted, accepted is not done, and done is not known to the person. */
export type ReferralStage = 'sent' | 'seen' | ReferralAnswerWord | 'person-told';
/** What whoever asks again does next; `none` when nothing is owed. */
export type ReferralNext = 'ask-if-seen' | 'ask-for-answer' | 'ask-if-done' | 'tell-person' | 'none';

/** What of a referral its stage hangs on. */
export interface ReferralStanding {
  readonly answer: ReferralAnswerWord | null;
  readonly seen: boolean;
  /** Told of the last answer, and reached. */
  readonly personTold: boolean;
  readonly replyBy: string | null;
}

/** One answer for the page, lists, prints and counts. */
export function referralStage({ answer, seen, personTold }: ReferralStanding): ReferralStage {
  if ((answer === 'done' || answer === 'declined') && personTold) return 'person-told';
  return answer ?? (seen ? 'seen' : 'sent');
}

export function referralNext(standing: ReferralStanding): ReferralNext {
  const stage = referralStage(standing);
  if (stage === 'person-told') return 'none';
  if (stage === 'done' || stage === 'declined') return 'tell-person';
  if (stage === 'accepted') return 'ask-if-done';
  if (standing.replyBy === null) return 'none';
  return stage === 'seen' ? 'ask-for-answer' : 'ask-if-seen';
}

interface Urgent extends Pick<ReferralStanding, 'answer' | 'seen'> {
  readonly urgency: string;
  readonly recordedAt: Instant;
}

/** Whether something for today has been seen by nobody for so many hours that a second person has to ask too. */
export function isUnseenTooLong({ urgency, answer, seen, recordedAt }: Urgent, hours: number, now: Date): boolean {
  if (!needsReply(urgency) || answer !== null || seen) return false;
  return now.getTime() - Date.parse(recordedAt) >= hours * 3_600_000;
}

/** What is for today is accepted by somebody with a name: "the surgery has it" is nobody. */
export function needsNamedOwner(urgency: string, answer: string): boolean {
  return answer === 'accepted' && needsReply(urgency);
}

export const namedOwnerNeeded = 'Enter who has taken it on, by name: it is for today';
