import { Link } from '@tanstack/react-router';
import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';
import { useShownName } from '../initials.ts';
import { Look, useLook } from '../look.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { FirstOf, WorkList, WorkRow } from '../ui/work-list.tsx';
import { dueWords, longDate } from '../words/dates.ts';

const shownAtMost = 6;

const noDay = '9999';

/** What was to be answered first comes first; what has no day comes last. */
function byReplyDay(a: ReferralLine, b: ReferralLine): number {
  return (a.replyBy ?? noDay).localeCompare(b.replyBy ?? noDay) || a.sentOn.localeCompare(b.sentOn);
}

/** Referrals back that have not had their last answer, the longest overdue first. */
export function ReferralsWaiting() {
  const referrals = useLook('referrals', 'list', {});
  const shown = useShownName();
  return (
    <Look at={referrals} what="referrals">
      {(lines) => {
        const waiting = lines.filter(waitsForReply).toSorted(byReplyDay);
        return (
          <Card title="Referrals waiting for an answer" actions={<Link to="/referrals">All referrals</Link>} flush>
            <WorkList>
              {waiting.slice(0, shownAtMost).map(({ referral, reference, name, to, sentOn, replyBy }) => {
                const due = replyBy === null ? null : dueWords(replyBy);
                return (
                  <WorkRow
                    key={referral}
                    title={
                      <Link to="/referrals/$referral" params={{ referral }}>
                        {shown(name)}: {to}
                      </Link>
                    }
                    meta={
                      <>
                        <span className="nowrap">{reference}</span>, sent {longDate(sentOn)}
                      </>
                    }
                    due={due?.words}
                    late={due?.late ?? false}
                    action={
                      <Link
                        to="/referrals/$referral/answer"
                        params={{ referral }}
                        className={buttonClass({ small: true })}
                      >
                        Record the answer <VisuallyHidden>to {reference}</VisuallyHidden>
                      </Link>
                    }
                  />
                );
              })}
              <FirstOf
                shown={shownAtMost}
                total={waiting.length}
                more={<Link to="/referrals">See all {waiting.length} that wait</Link>}
              />
              {waiting.length === 0 && <WorkRow title="No referrals are waiting for an answer." />}
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
