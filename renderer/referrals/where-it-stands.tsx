import { useState } from 'react';
import type { ReferralPage } from '../../shared/contract/referrals.ts';
import { referralStage } from '../../shared/domain/referral-course.ts';
import { standingOf } from '../../shared/policy/referral-course.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Flag } from '../ui/notices.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { dueWords, longDate } from '../words/dates.ts';
import { CourseDialog, type CourseStep } from './course-dialogs.tsx';
import { nextWords, stageWords } from './course-words.ts';

const names = new Intl.ListFormat('en-GB');

/** It was for today, and nobody has it. */
function NobodyHasIt({ page }: { readonly page: ReferralPage }) {
  const { nameAndRole } = useSignedIn();
  const others = page.secondPeople.map(nameAndRole);
  return (
    <Flag>
      <p className="due due--late">This was for today. Nobody has said that they have seen it. Phone them now.</p>
      {others.length > 0 && <p>{names.format(others)} can see it on Today too. Nobody has told them.</p>}
    </Flag>
  );
}

function When({ replyBy }: { readonly replyBy: string }) {
  const due = dueWords(replyBy);
  return (
    <>
      {longDate(replyBy)}
      {due.late && <span className="due due--late"> {due.words}</span>}
    </>
  );
}

interface Props {
  readonly page: ReferralPage;
  readonly begin: CourseStep | null;
}

/** How far a referral is, who does what next, and the ways to write that down. */
export function WhereReferralStands({ page, begin }: Props) {
  const { register, nameAndRole } = useSignedIn();
  const [step, setStep] = useState<CourseStep | null>(begin);
  const { state, next, mayAnswer } = page;
  const standing = standingOf(state);
  const stage = referralStage(standing);
  const noReply = stage === 'sent' && standing.replyBy === null;
  const who = state.chasedBy === register.me ? 'You' : nameAndRole(state.chasedBy);
  return (
    <Card title="Where it stands">
      {page.unseenTooLong && <NobodyHasIt page={page} />}
      <p>
        <strong>{noReply ? 'Sent. No reply was asked for.' : stageWords[stage]}</strong>
      </p>
      <KeyValues
        rows={[
          ['Next', nextWords[next]],
          ...(next === 'none' ? [] : [['Who does it', who] as const]),
          ...(mayAnswer && standing.replyBy !== null
            ? [['By', <When key="by" replyBy={standing.replyBy} />] as const]
            : []),
        ]}
      />
      <div className="nhsuk-button-group no-print">
        {mayAnswer && !standing.seen && standing.answer === null && (
          <Button kind="secondary" small onClick={() => setStep('seen')}>
            Record that it was seen
          </Button>
        )}
        {mayAnswer && (
          <Button kind="secondary" small onClick={() => setStep('asked')}>
            Record that you asked again
          </Button>
        )}
        {standing.answer !== null && !standing.personTold && (
          <Button kind="secondary" small onClick={() => setStep('told')}>
            Record that you told the person
          </Button>
        )}
      </div>
      {step !== null && <CourseDialog step={step} page={page} onClose={() => setStep(null)} />}
    </Card>
  );
}
