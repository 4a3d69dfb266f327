import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { isWaiting } from '../../shared/domain/referral-answers.ts';

type Ordered = Pick<ReferralLine, 'late' | 'answer' | 'replyBy' | 'sentOn'>;

function rank({ late, answer }: Ordered): number {
  if (late) return 0;
  return isWaiting(answer) ? 1 : 2;
}

// Without a day for the reply it comes after all that have one.
const never = '9999-12-31';

/** Late ones first, then by the day of the reply; what is answered last, newest first. */
export function inOrderOfNeed<Line extends Ordered>(lines: readonly Line[]): readonly Line[] {
  return [...lines].sort((one, other) => {
    const byRank = rank(one) - rank(other);
    if (byRank !== 0) return byRank;
    const byReply = rank(one) === 2 ? 0 : (one.replyBy ?? never).localeCompare(other.replyBy ?? never);
    return byReply === 0 ? other.sentOn.localeCompare(one.sentOn) : byReply;
  });
}
