import type { ReferralPage } from '../../shared/contract/referrals.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { dateAndTime, longDate } from '../words/dates.ts';
import { ReferralTag } from './referral-tag.tsx';

type Answer = ReferralPage['state']['answers'][number];

function OneAnswer({ answer }: { readonly answer: Answer }) {
  const { nameAndRole } = useSignedIn();
  const late = answer.answeredOn < dayInEngland(new Date(answer.at));
  const rows = [
    { key: 'What they answered', value: <ReferralTag answer={answer.answer} /> },
    ...(answer.from === undefined ? [] : [{ key: 'Who answered', value: answer.from }]),
    { key: 'What they said', value: answer.said, typed: true },
    { key: 'When', value: longDate(answer.answeredOn) },
    ...(answer.nextStep === undefined ? [] : [{ key: 'What happens now', value: answer.nextStep, typed: true }]),
    {
      key: 'Recorded',
      value: (
        <>
          {dateAndTime(answer.at)} by {nameAndRole(answer.by)} {late && <Tag colour="grey">Late entry</Tag>}
        </>
      ),
    },
  ];
  return <SummaryList rows={rows} />;
}

/** What came back, oldest first. */
export function Answers({ state }: Pick<ReferralPage, 'state'>) {
  const { answers } = state;
  return (
    <Card title={answers.length > 1 ? 'Answers' : 'Answer'}>
      {answers.length === 0 && <p>No answer has been recorded yet.</p>}
      {answers.map((answer) => (
        <OneAnswer key={answer.at} answer={answer} />
      ))}
    </Card>
  );
}
