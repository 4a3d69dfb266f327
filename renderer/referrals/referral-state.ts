import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';

type Ordered = Pick<ReferralLine, 'late' | 'answer' | 'replyBy' | 'sentOn'>;

function rank(line: Ordered): number {
  if (line.late) return 0;
  return waitsForReply(line) ? 1 : 2;
}

/** Late ones first, then by the day of the reply; what nobody waits for last, newest first. */
export function inOrderOfNeed<Line extends Ordered>(lines: readonly Line[]): readonly Line[] {
  return [...lines].sort((one, other) => {
    const byRank = rank(one) - rank(other);
    if (byRank !== 0) return byRank;
    const byReply = rank(one) === 2 ? 0 : (one.replyBy ?? '').localeCompare(other.replyBy ?? '');
    return byReply === 0 ? other.sentOn.localeCompare(one.sentOn) : byReply;
  });
}
