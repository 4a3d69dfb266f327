import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/notices.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { dateAndTime, longDate } from '../words/dates.ts';
import { ConcernLayout } from './concern-layout.tsx';
import { agreesWords, type Decision, decisionWords, sharingWords } from './decision-words.ts';

type Pair = readonly [key: string, value: ReactNode];

function agreement({ agreesOutside, agreesOutsideWhy }: Decision): string {
  if (agreesOutside === undefined) return 'As recorded on the concern';
  return [agreesWords[agreesOutside], agreesOutsideWhy].filter(Boolean).join('. ');
}

function rowsOf(decision: Decision, page: ConcernPage, { nameOf, nameAndRole }: SignedIn): readonly Pair[] {
  const { reason, sharing, forRaiser, reviewOn, actions = [], by } = decision;
  const asked = (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {actions.map(({ what, owner }, place) => (
        <li key={`${place} ${what}`}>
          {what} ({nameOf(owner)})
        </li>
      ))}
    </ul>
  );
  const rows: readonly (Pair | null)[] = [
    [
      'Why',
      <span key="why" className="prewrap">
        {reason}
      </span>,
    ],
    ['Basis for sharing', sharingWords[sharing]],
    ['Agreement', agreement(decision)],
    forRaiser === undefined
      ? null
      : [
          `For ${nameOf(page.state.raisedBy)}`,
          <span key="for" className="prewrap">
            {forRaiser}
          </span>,
        ],
    ['Next review', reviewOn === null ? 'None' : longDate(reviewOn)],
    actions.length === 0 ? null : ['Actions', asked],
    ['Decided by', nameAndRole(by)],
  ];
  return rows.filter((row) => row !== null);
}

function None({ page }: { readonly page: ConcernPage }) {
  const { concern, mayDecide } = page;
  return (
    <Card>
      <Empty
        icon="scales"
        title="No decisions recorded yet"
        text={
          mayDecide
            ? 'Record what you decided and why, even if you decided to take no action.'
            : 'When somebody decides, it shows here with their reason.'
        }
        action={
          mayDecide ? (
            <Link to="/concerns/$concern/decide" params={{ concern }} className={buttonClass()}>
              Record the first decision
            </Link>
          ) : null
        }
      />
    </Card>
  );
}

function Log({ page }: { readonly page: ConcernPage }) {
  const signedIn = useSignedIn();
  if (page.state.decisions.length === 0) return <None page={page} />;
  return (
    <Timeline
      label="Decisions, newest first"
      entries={page.state.decisions.toReversed().map((decision) => ({
        key: decision.event,
        tone: 'plum',
        icon: 'scales',
        kind: 'Decision',
        when: dateAndTime(decision.at),
        title: decisionWords[decision.decision],
        body: <KeyValues rows={rowsOf(decision, page, signedIn)} />,
      }))}
    />
  );
}

export function ConcernDecisions() {
  return <ConcernLayout tab="decisions">{(page) => <Log page={page} />}</ConcernLayout>;
}
