import { Look, useLook } from '../look.tsx';
import { ReferralRow } from '../referrals/referral-row.tsx';
import { inOrderOfNeed } from '../referrals/referral-state.ts';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/notices.tsx';
import { WorkList } from '../ui/work-list.tsx';
import { isOfOne } from './one-person.ts';
import { PersonSection } from './person-section.tsx';
import { UnreadRows } from './unread-records.tsx';

/** The referrals back about one person. */
export function PersonReferrals() {
  const referrals = useLook('referrals', 'list', {});
  return (
    <PersonSection part="Referrals">
      {(page) => (
        <Look at={referrals} what="referrals">
          {(lines) => {
            if (!page.records.some(({ kind }) => kind === 'referral')) {
              return (
                <Card>
                  <Empty title="No referrals about this person" icon="send" />
                </Card>
              );
            }
            return (
              <Card flush>
                <WorkList label="Referrals about this person">
                  {inOrderOfNeed(lines.filter(({ person }) => isOfOne(page, person))).map((line) => (
                    <ReferralRow key={line.referral} line={line} named={false} />
                  ))}
                  <UnreadRows page={page} kind="referral" />
                </WorkList>
              </Card>
            );
          }}
        </Look>
      )}
    </PersonSection>
  );
}
