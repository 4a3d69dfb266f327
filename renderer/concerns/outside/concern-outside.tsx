import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/notices.tsx';
import { ConcernLayout } from '../concern-layout.tsx';
import { AdviceDialog } from './advice-dialog.tsx';
import { DutyPrompts } from './duty-prompts.tsx';
import { Escalations } from './escalations.tsx';
import { Advice, Reviews, SharingDecisions } from './other-entries.tsx';
import { ReferralCard } from './referral-card.tsx';
import { ReviewDialog } from './review-dialog.tsx';

interface Props {
  readonly page: ConcernPage;
}

/** What can be written down here. Of a closed concern nothing more goes outside, yet anybody may still escalate. */
function Actions({ page }: Props) {
  const [doing, setDoing] = useState<'advice' | 'review' | null>(null);
  const { concern, mayDecide, stage } = page;
  const open = stage !== 'closed';
  const params = { concern };
  const close = (): void => setDoing(null);
  return (
    <div className="no-print">
      <Card title="Write down what goes on outside">
        <p>Phone, send or say it first. Then record it here.</p>
        <div className="nhsuk-button-group">
          {open ? (
            <>
              <Link to="/concerns/$concern/refer-outside" params={params} className={buttonClass({ small: true })}>
                Record a referral outside
              </Link>
              <Button small onClick={() => setDoing('advice')}>
                Record advice
              </Button>
              {mayDecide ? (
                <Button small onClick={() => setDoing('review')}>
                  Record a review
                </Button>
              ) : null}
            </>
          ) : null}
          {mayDecide ? (
            <Link to="/concerns/$concern/sharing" params={params} className={buttonClass({ small: true })}>
              Record a sharing decision
            </Link>
          ) : null}
          <Link to="/concerns/$concern/escalate" params={params} className={buttonClass({ small: true })}>
            Escalate
          </Link>
        </div>
      </Card>
      {doing === 'advice' ? <AdviceDialog concern={concern} onClose={close} /> : null}
      {doing === 'review' ? <ReviewDialog concern={concern} onClose={close} /> : null}
    </div>
  );
}

function Outside({ page }: Props) {
  const { course, decisions } = page.state;
  const refused = decisions.at(-1)?.decision === 'no-referral-outside';
  return (
    <>
      <DutyPrompts page={page} />
      <Actions page={page} />
      {course.outside.length === 0 ? (
        <Card>
          <Empty
            icon="send"
            title="No referral outside is recorded"
            text={
              refused
                ? 'The decision is that none is made. The decision log says why.'
                : 'Send it first, by phone or form. Then record it here. Not referring is a decision too.'
            }
          />
        </Card>
      ) : null}
      {course.outside.toReversed().map((referral) => (
        <ReferralCard key={referral.event} referral={referral} page={page} />
      ))}
      <Escalations page={page} />
      <SharingDecisions page={page} />
      <Advice page={page} />
      <Reviews page={page} />
    </>
  );
}

/** What goes on outside the practice about a concern, and who asks again by when. */
export function ConcernOutside() {
  return <ConcernLayout tab="outside">{(page) => <Outside page={page} />}</ConcernLayout>;
}
