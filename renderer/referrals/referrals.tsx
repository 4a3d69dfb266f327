import { Link, useSearch } from '@tanstack/react-router';
import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';
import { Look, useLook } from '../look.tsx';
import { NotForManagers } from '../people/not-for-managers.tsx';
import { isOnlyManager } from '../people/only-manager.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SubNav, type SubNavItem } from '../ui/sub-nav.tsx';
import { WorkList } from '../ui/work-list.tsx';
import { ReferralRow } from './referral-row.tsx';
import { inOrderOfNeed } from './referral-state.ts';

const shows = [
  {
    show: 'waiting',
    label: 'Waiting',
    has: waitsForReply,
    none: 'No referrals are waiting for a reply',
  },
  {
    show: 'answered',
    label: 'Answered',
    has: (line: ReferralLine) => line.answer !== null && !waitsForReply(line),
    none: 'No referrals have had their last answer yet',
  },
  {
    show: 'to-tell',
    label: 'Person not told',
    has: ({ next }: ReferralLine) => next === 'tell-person',
    none: 'Every person has been told what came of it',
  },
  { show: 'all', label: 'All', has: () => true, none: 'No referrals in this log yet' },
] as const;

type Show = (typeof shows)[number];

function itemOf({ show, label, has }: Show, lines: readonly ReferralLine[], current: Show): SubNavItem {
  return {
    key: show,
    label,
    count: lines.filter(has).length,
    countWords: 'referrals',
    current: show === current.show,
    link: (props) => <Link to="/referrals" search={{ show }} {...props} />,
  };
}

function Parts({ lines, current }: { readonly lines: readonly ReferralLine[]; readonly current: Show }) {
  return <SubNav label="Referrals" items={shows.map((show) => itemOf(show, lines, current))} />;
}

function Listed({ lines, current }: { readonly lines: readonly ReferralLine[]; readonly current: Show }) {
  const shown = inOrderOfNeed(lines.filter(current.has));
  if (shown.length === 0) {
    return (
      <Card>
        <Empty title={current.none} icon="send" text="You see a referral here when you sent it, or when you read it." />
      </Card>
    );
  }
  return (
    <Card flush>
      <WorkList label={`${current.label} referrals`}>
        {shown.map((line) => (
          <ReferralRow key={line.referral} line={line} />
        ))}
      </WorkList>
    </Card>
  );
}

const forManagers = {
  title: 'A manager reads no referral',
  text: 'A referral is about a person. Its sender, their supervisor, the safeguarding lead and whoever it is for read it.',
};

const refer = (
  <Link to="/referrals/new" className={buttonClass()}>
    Refer to a health professional
  </Link>
);

/** The referrals back that the reader reads: what waits for a reply first. */
export function Referrals() {
  const { show } = useSearch({ from: '/referrals' });
  const onlyManager = isOnlyManager(useSignedIn());
  const referrals = useLook('referrals', 'list', {});
  const current = shows.find((one) => one.show === show) ?? shows[0];
  return (
    <Page title="Referrals" actions={onlyManager ? null : refer}>
      <Look at={referrals} what="referrals">
        {(lines) =>
          onlyManager && lines.length === 0 ? (
            <NotForManagers {...forManagers} />
          ) : (
            <>
              <Parts lines={lines} current={current} />
              <Listed lines={lines} current={current} />
            </>
          )
        }
      </Look>
    </Page>
  );
}
