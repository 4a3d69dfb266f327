import { Link } from '@tanstack/react-router';
import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { Look, useLook } from '../look.tsx';
import { ReferralRow } from '../referrals/referral-row.tsx';
import { inOrderOfNeed } from '../referrals/referral-state.ts';
import { Card } from '../ui/card.tsx';
import { FirstOf, WorkList, WorkRow } from '../ui/work-list.tsx';

const shownAtMost = 6;

const isMine = ({ forMe }: ReferralLine): boolean => forMe;
const isOfOthers = ({ forMe, next }: ReferralLine): boolean => !forMe && next !== 'none';

function OfOthers({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <WorkRow
      title={count === 1 ? '1 more waits, and somebody else asks' : `${count} more wait, and others ask`}
      action={<Link to="/referrals">See them</Link>}
    />
  );
}

/** Referrals back that I have to do something about, what is late first. What others ask about is counted, not listed. */
export function ReferralsWaiting() {
  const referrals = useLook('referrals', 'list', {});
  return (
    <Look at={referrals} what="referrals">
      {(lines) => {
        const mine = inOrderOfNeed(lines.filter(isMine));
        return (
          <Card title="Referrals for you to ask about" actions={<Link to="/referrals">All referrals</Link>} flush>
            <WorkList label="Referrals for you to ask about">
              {mine.slice(0, shownAtMost).map((line) => (
                <ReferralRow key={line.referral} line={line} />
              ))}
              <FirstOf
                shown={shownAtMost}
                total={mine.length}
                more={<Link to="/referrals">See all {mine.length} of yours</Link>}
              />
              {mine.length === 0 && <WorkRow title="No referrals are waiting for you." />}
              <OfOthers count={lines.filter(isOfOthers).length} />
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
