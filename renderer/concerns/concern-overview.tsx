import type { ReactNode } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { Patterns } from '../people/patterns.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx';
import { dateAndTime } from '../words/dates.ts';
import { FoundCards } from './around/found-cards.tsx';
import { PeopleCard } from './around/people-card.tsx';
import { CameIn } from './came-in.tsx';
import { ClosingCard } from './closing/closing-card.tsx';
import { ConcernLayout } from './concern-layout.tsx';
import { decisionWords } from './decision-words.ts';
import { DueNotice } from './due-notice.tsx';
import { answersTo, notesOf, type Said } from './entries.ts';
import { factLabels, factsOfPart, factText, leftOutAs, type Part } from './fact-words.ts';
import { GpRecordCard } from './gp-record/gp-record-card.tsx';
import { WhatYouHeard } from './heard-back.tsx';
import { LinkedCard } from './links/linked-card.tsx';
import { DutyPrompts } from './outside/duty-prompts.tsx';
import { Tellings } from './tellings.tsx';
import { WhereItStands } from './where-it-stands.tsx';
import { dangerNowWords, knownHow, safeToTalkWords, whenItHappened } from './words.ts';

function AddedBy({ by, at }: Said) {
  return (
    <span className="small muted">
      Added by {by} on {dateAndTime(at)}
    </span>
  );
}

interface TypedProps {
  readonly text: string;
  readonly said: Said;
}

/** What somebody wrote, and under it who and when. */
function Typed({ text, said }: TypedProps) {
  return (
    <div>
      <span className="prewrap">{text}</span>
      <br />
      <AddedBy {...said} />
    </div>
  );
}

/** The answered questions of a card. A later answer stands under the earlier one. */
function factRows({ entries }: ConcernPage, part: Part): readonly SummaryRow[] {
  return factsOfPart(part).flatMap((fact) => {
    const answers = answersTo(entries, fact);
    if (answers.length === 0) return [];
    const value = (
      <div className="stack">
        {answers.map((answer) => (
          <Typed key={answer.event} text={factText(fact, answer.value)} said={answer} />
        ))}
      </div>
    );
    const className = leftOutAs(fact);
    return [{ key: factLabels[fact], value, ...(className !== undefined && { className }) }];
  });
}

/** What was added in words of its own: under the original, which nobody changes. */
function noteRows({ entries }: ConcernPage): readonly SummaryRow[] {
  const notes = notesOf(entries);
  if (notes.length === 0) return [];
  const value = (
    <div className="stack">
      {notes.map(({ note, ...said }) => (
        <Typed key={said.event} text={note} said={said} />
      ))}
    </div>
  );
  return [{ key: 'Added later', value }];
}

function WhatHappened({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const { raised, raisedAt, raisedBy } = page.state;
  const rows: readonly SummaryRow[] = [
    { key: 'Seen or heard', value: raised.what, typed: true },
    { key: 'When', value: whenItHappened(raised) },
    { key: 'How this is known', value: knownHow(raised) },
    { key: 'Immediate danger when raised', value: dangerNowWords[raised.dangerNow] },
    ...(raised.safeToTalk === undefined
      ? []
      : [{ key: 'Safe to talk when raised', value: safeToTalkWords[raised.safeToTalk] }]),
    ...factRows(page, 'happened'),
  ];
  return (
    <Card title="What happened">
      <p className="small muted">
        Raised by {nameOf(raisedBy)} on {dateAndTime(raisedAt)}
      </p>
      <SummaryList rows={[...rows, ...noteRows(page)]} />
    </Card>
  );
}

interface FactsProps {
  readonly page: ConcernPage;
  readonly part: Part;
  readonly title: string;
  /** What stands there when nobody has answered anything; without it the card is left out. */
  readonly empty?: string;
}

function Facts({ page, part, title, empty }: FactsProps): ReactNode {
  const rows = factRows(page, part);
  if (rows.length === 0 && empty === undefined) return null;
  return <Card title={title}>{rows.length === 0 ? <p>{empty}</p> : <SummaryList rows={rows} />}</Card>;
}

/** The newest decision and why: before everything that it is about. */
function NewestDecision({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const newest = page.state.decisions.at(-1);
  if (newest === undefined) return null;
  return (
    <Card title={`Decided: ${lowerFirst(decisionWords[newest.decision])}`}>
      <p className="prewrap">{newest.reason}</p>
      <p className="small muted">
        Decided by {nameOf(newest.by)} on {dateAndTime(newest.at)}
      </p>
    </Card>
  );
}

export function ConcernOverview() {
  return (
    <ConcernLayout tab="overview">
      {(page) => (
        <>
          {page.stage === 'duplicate' ? <LinkedCard page={page} /> : null}
          <Patterns person={page.person} />
          <WhereItStands page={page} />
          <DueNotice page={page} />
          <CameIn page={page} />
          <ClosingCard page={page} />
          <WhatYouHeard page={page} />
          <DutyPrompts page={page} />
          <NewestDecision page={page} />
          {page.stage === 'duplicate' ? null : <LinkedCard page={page} />}
          <WhatHappened page={page} />
          <PeopleCard page={page} />
          <FoundCards page={page} />
          <Facts page={page} part="wants" title="What the person wants" empty="Nobody has written this down yet." />
          <Facts page={page} part="done" title="What has been done" empty="Nobody has written this down yet." />
          <Facts page={page} part="life" title="The person’s life" />
          <GpRecordCard page={page} />
          <Tellings page={page} />
        </>
      )}
    </ConcernLayout>
  );
}
