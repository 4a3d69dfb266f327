import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { dateAndTime, dueWords, longDate } from '../words/dates.ts';
import { ShareConcern } from './share-concern.tsx';

function NextReview({ state }: Pick<ConcernPage, 'state'>) {
  const newest = state.decisions.at(-1);
  if (newest === undefined) return <>Set with the decision</>;
  if (newest.reviewOn === null) return <>None set</>;
  const { words, late } = dueWords(newest.reviewOn);
  return (
    <>
      {longDate(newest.reviewOn)}
      {late ? <span className="due--late"> ({words})</span> : null}
    </>
  );
}

function Owner({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const { concern, state, mayDecide } = page;
  if (state.owner === null) return <>Nobody yet</>;
  return (
    <>
      {nameOf(state.owner)}
      {mayDecide ? (
        <span className="no-print small">
          {' '}
          <Link to="/concerns/$concern/acknowledge" params={{ concern }}>
            Change<VisuallyHidden> owner</VisuallyHidden>
          </Link>
        </span>
      ) : null}
    </>
  );
}

function Summary({ page }: { readonly page: ConcernPage }) {
  const { nameOf, practiceName } = useSignedIn();
  const { state, readers } = page;
  return (
    <Card title="Summary">
      <KeyValues
        rows={[
          ['Owner', <Owner key="owner" page={page} />],
          ['Raised by', nameOf(state.raisedBy)],
          ['Raised', dateAndTime(state.raisedAt)],
          ['Practice', practiceName(state.raised.practice)],
          ['Next review', <NextReview key="review" state={state} />],
          [
            'Who can read this',
            <ul key="readers" className="nhsuk-list">
              {readers.map((staff) => (
                <li key={staff}>{nameOf(staff)}</li>
              ))}
            </ul>,
          ],
        ]}
      />
    </Card>
  );
}

function StillToAdd({ page }: { readonly page: ConcernPage }) {
  const { concern, stillToAdd } = page;
  if (stillToAdd.length === 0) return <>Every question has an answer.</>;
  const words = stillToAdd.length === 1 ? '1 question is' : `${stillToAdd.length} questions are`;
  return (
    <>
      {words} still to answer.{' '}
      <Link to="/concerns/$concern/add" params={{ concern }}>
        Add information
      </Link>
    </>
  );
}

/** Beside every part of a concern: who has it, who reads it, what can happen next. */
export function ConcernSide({ page }: { readonly page: ConcernPage }) {
  const [sharing, setSharing] = useState(false);
  const { concern, person, mayDecide } = page;
  return (
    <>
      <Summary page={page} />
      <div className="no-print">
        <Card title="Next steps">
          <ul className="nhsuk-list">
            <li>
              <Link to="/referrals/new" search={{ person, concern }}>
                Refer to a health professional
              </Link>
            </li>
            <li>
              <Link to="/concerns/$concern/tell" params={{ concern }}>
                Record that somebody was told
              </Link>
            </li>
            <li>
              <StillToAdd page={page} />
            </li>
            {mayDecide ? (
              <li>
                <LinkButton onClick={() => setSharing(true)}>Share with a colleague</LinkButton>
              </li>
            ) : null}
          </ul>
        </Card>
      </div>
      {sharing ? <ShareConcern page={page} onClose={() => setSharing(false)} /> : null}
    </>
  );
}
