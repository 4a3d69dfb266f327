import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { isAwaited } from '../../../shared/domain/outside.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { dateAndTime, dueWords, longDate } from '../../words/dates.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { ChaseDialog } from './chase-dialog.tsx';
import { answerWords, placeWords, type Referral, sentWords, standingOf, standingTags } from './words.ts';

type NameOf = ReturnType<typeof useSignedIn>['nameOf'];

function entriesOf({ answers, chased }: Referral, nameOf: NameOf): readonly TimelineEntry[] {
  const answered = answers.map(({ event, answer, from, on, said, theirReference, by, at }) => ({
    at,
    entry: {
      key: event,
      tone: 'blue',
      icon: 'talk',
      kind: answerWords[answer],
      when: longDate(on),
      title: from,
      body: theirReference === undefined ? said : `${said}\nTheir reference: ${theirReference}`,
      by: `Recorded by ${nameOf(by)} on ${dateAndTime(at)}`,
    } satisfies TimelineEntry,
  }));
  const asked = chased.map(({ event, how, askedAt, outcome, answerDue, by, at }) => ({
    at,
    entry: {
      key: event,
      tone: 'grey',
      icon: 'phone',
      kind: 'Asked again',
      when: dateAndTime(askedAt),
      title: sentWords[how],
      body: answerDue === null ? outcome : `${outcome}\nAsk again by ${longDate(answerDue)}`,
      by: `Recorded by ${nameOf(by)} on ${dateAndTime(at)}`,
    } satisfies TimelineEntry,
  }));
  return [...answered, ...asked].toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ entry }) => entry);
}

/** Who asks again and by when, or that it is answered. */
function Due({ referral }: { readonly referral: Referral }): ReactNode {
  if (!isAwaited(referral)) return null;
  if (referral.answerDue === null) return <p>No day is set to ask again.</p>;
  const { words, late } = dueWords(referral.answerDue);
  return (
    <p>
      Ask again by {longDate(referral.answerDue)}
      {late ? <span className="due--late"> ({words})</span> : null}
    </p>
  );
}

function Buttons({
  referral,
  page,
  onDo,
}: {
  readonly referral: Referral;
  readonly page: ConcernPage;
  readonly onDo: (what: 'answer' | 'chase') => void;
}) {
  const place = <VisuallyHidden>: {placeWords(referral)}</VisuallyHidden>;
  const open = page.stage !== 'closed';
  // Once it is on the ladder, the ladder says what comes next.
  const escalated = page.state.course.escalations.some((one) => one.referral === referral.event);
  const refused = standingOf(referral) === 'not-accepted' && !escalated;
  return (
    <div className="nhsuk-button-group no-print">
      {open ? (
        <Button small onClick={() => onDo('answer')}>
          Record their answer{place}
        </Button>
      ) : null}
      {open && isAwaited(referral) ? (
        <Button small onClick={() => onDo('chase')}>
          Ask again{place}
        </Button>
      ) : null}
      <Link
        to="/concerns/$concern/escalate"
        params={{ concern: page.concern }}
        search={{ referral: referral.event }}
        className={buttonClass({ small: true, ...(refused && { kind: 'primary' }) })}
      >
        Escalate{place}
      </Link>
    </div>
  );
}

/** A referral outside: where it stands, what was answered, and what comes next. */
export function ReferralCard({ referral, page }: { readonly referral: Referral; readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const [doing, setDoing] = useState<'answer' | 'chase' | null>(null);
  const { concern } = page;
  const { how, sentAt, by, at, theirReference } = referral;
  const tag = standingTags[standingOf(referral)];
  const entries = entriesOf(referral, nameOf);
  const close = (): void => setDoing(null);
  return (
    <Card title={placeWords(referral)} actions={<Tag colour={tag.colour}>{tag.words}</Tag>}>
      <p>
        Sent {dateAndTime(sentAt)}, {sentWords[how].toLowerCase()}.
        {theirReference === undefined ? null : ` Their reference: ${theirReference}.`}
        <br />
        <span className="small muted">
          Recorded by {nameOf(by)} on {dateAndTime(at)}
        </span>
      </p>
      <Due referral={referral} />
      {entries.length === 0 ? null : (
        <Timeline label="Answers, and each time somebody asked" compact entries={entries} />
      )}
      <Buttons referral={referral} page={page} onDo={setDoing} />
      {doing === 'answer' ? <AnswerDialog concern={concern} referral={referral} onClose={close} /> : null}
      {doing === 'chase' ? <ChaseDialog concern={concern} referral={referral} onClose={close} /> : null}
    </Card>
  );
}
