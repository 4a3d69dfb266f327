import { Link } from '@tanstack/react-router';
import type { ReferralPage } from '../../shared/contract/referrals.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { isWaiting } from '../../shared/domain/referral-answers.ts';
import { referralRoleWords } from '../../shared/domain/referral-roles.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { KeyValues, SummaryList, type SummaryRow } from '../ui/summary-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { dateAndTime, dueWords, longDate } from '../words/dates.ts';
import { urgencyCalled } from './course-words.ts';
import { agreedWords, purposeWords, sentByWords } from './words.ts';

/** The concern that it came from; whoever reads the referral need not be one who reads that. */
function FromConcern({ concern }: { readonly concern: ThreadId }) {
  const line = useLook('concerns', 'list', {}).data?.find((one) => one.concern === concern);
  if (line === undefined) return 'A concern you do not read';
  return (
    <Link to="/concerns/$concern" params={{ concern }}>
      {line.reference}
    </Link>
  );
}

function ReplyBy({ state: { replyBy, answers } }: Pick<ReferralPage, 'state'>) {
  if (replyBy === null) return 'No reply is needed';
  const due = dueWords(replyBy);
  if (!due.late || !isWaiting(answers.at(-1)?.answer ?? null)) return longDate(replyBy);
  return (
    <>
      {longDate(replyBy)} <span className="due due--late">{due.words}</span>
    </>
  );
}

/** Everything that was asked of the health professional. */
export function WhatWasAsked({ state }: Pick<ReferralPage, 'state'>) {
  const { nameAndRole, nameOf } = useSignedIn();
  const { sent, sentBy, recordedAt } = state;
  const { observed, recipient, concern } = sent;
  const role = sent.role === undefined ? null : referralRoleWords(sent.role);
  const late = sent.sentOn < dayInEngland(new Date(recordedAt));
  const rows: readonly SummaryRow[] = [
    ...(role === null ? [] : [{ key: 'Role', value: role }]),
    { key: 'Who to', value: sent.to },
    ...(recipient === undefined ? [] : [{ key: 'Who that is in this log', value: nameOf(recipient) }]),
    { key: 'What for', value: purposeWords[sent.purpose] },
    { key: 'What they need to do', value: sent.ask, typed: true },
    { key: 'What was seen and said', value: observed ?? 'Not provided', typed: true },
    { key: 'How soon', value: urgencyCalled(sent) },
    { key: 'Does the person agree?', value: agreedWords[sent.agrees] },
    { key: 'Sent', value: `${longDate(sent.sentOn)}, ${lowerFirst(sentByWords[sent.sentBy])}` },
    { key: 'Reply needed by', value: <ReplyBy state={state} /> },
    ...(concern === undefined ? [] : [{ key: 'Comes from', value: <FromConcern concern={concern} /> }]),
    {
      key: 'Recorded',
      value: (
        <>
          {dateAndTime(recordedAt)} by {nameAndRole(sentBy)} {late && <Tag colour="grey">Late entry</Tag>}
        </>
      ),
    },
  ];
  return (
    <Card title="What was asked">
      <SummaryList rows={rows} />
    </Card>
  );
}

/** What whoever writes down the answer has to have before them. */
export function AskedInShort({ state }: Pick<ReferralPage, 'state'>) {
  const { to, purpose, ask, sentOn } = state.sent;
  return (
    <Card title="What was asked">
      <p className="prewrap">{ask}</p>
      <KeyValues
        rows={[
          ['Who to', to],
          ['What for', purposeWords[purpose]],
          ['Sent', longDate(sentOn)],
          ['Reply by', <ReplyBy key="reply" state={state} />],
        ]}
      />
    </Card>
  );
}
