import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';

type Ordered = Pick<ReferralLine, 'late' | 'answer' | 'replyBy' | 'sentOn' | 'unseenTooLong' | 'next'>;

function rank(line: Ordered): number {
  if (line.unseenTooLong) return 0;
  if (line.late) return 1;
  if (waitsForReply(line)) return 2;
  return line.next === 'tell-person' ? 3 : 4;
}

/** What nobody has seen and is for today, then late ones, then by the day of the reply; what is finished last, newest first. */
export function inOrderOfNeed<Line extends Ordered>(lines: readonly Line[]): readonly Line[] {
  return [...lines].sort((one, other) => {
    const byRank = rank(one) - rank(other);
    if (byRank !== 0) return byRank;
    const byReply = rank(one) > 2 ? 0 : (one.replyBy ?? '').localeCompare(other.replyBy ?? '');
    return byReply === 0 ? other.sentOn.localeCompare(one.sentOn) : byReply;
  });
}
