import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { isTheirs } from '../../shared/policy/concern-recorded.ts';
import { leftWords, useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { dateAndTime, dueWords, longDate, whenWords } from '../words/dates.ts';
import { AroundSteps } from './around/found-cards.tsx';
import { StandingSteps } from './closing/next-steps.tsx';
import { ReaderSteps } from './restricted/restricted-readers.tsx';
import { ShareConcern } from './share-concern.tsx';

function NextReview({ state, reviewOn }: Pick<ConcernPage, 'state' | 'reviewOn'>) {
  if (state.decisions.length === 0 && state.course.reviews.length === 0) return <>Set with the decision</>;
  if (reviewOn === null) return <>None set</>;
  const { words, late } = dueWords(reviewOn);
  return (
    <>
      {longDate(reviewOn)}
      {late ? <span className="due--late"> ({words})</span> : null}
    </>
  );
}

function inGpRecord({ state }: ConcernPage): string {
  const last = state.course.inGpRecord.at(-1);
  return last === undefined ? 'Nobody has recorded it' : `Copied on ${longDate(last.on)}`;
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

/** Opening a record is not acting on it, but it shows that it was seen. */
function ReadBy({ page: { readBy, state } }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const others = readBy.filter(({ staff }) => staff !== state.raisedBy);
  if (others.length === 0) return <>Nobody else yet</>;
  return (
    <ul className="nhsuk-list">
      {others.map(({ staff, at }) => (
        <li key={staff}>
          {nameOf(staff)}
          <br />
          <span className="small muted">{whenWords(at)}</span>
        </li>
      ))}
    </ul>
  );
}

function RaisedBy({ staff }: { readonly staff: StaffId }) {
  const { register, nameOf } = useSignedIn();
  const line = register.staff.find((one) => one.staff === staff);
  return (
    <>
      {nameOf(staff)}
      {line?.active === false && ` (${leftWords(line)})`}
    </>
  );
}

/** The raiser, and whoever it was recorded for; in the place of one who has left, whoever supervised them. */
function HearsBack({ page: { hearsBack, state } }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  if (hearsBack.length === 0) return <>Nobody: whoever raised it has left</>;
  const names = new Intl.ListFormat('en-GB').format(hearsBack.map(nameOf));
  const theirs = hearsBack.some((staff) => isTheirs(state, staff));
  return <>{theirs ? names : `${names}, who supervised whoever raised it`}</>;
}

function Summary({ page }: { readonly page: ConcernPage }) {
  const { nameOf, practiceName } = useSignedIn();
  const { state, readers } = page;
  return (
    <Card title="Summary">
      <KeyValues
        rows={[
          ['Owner', <Owner key="owner" page={page} />],
          ['Raised by', <RaisedBy key="raised" staff={state.raisedBy} />],
          ['Raised', dateAndTime(state.raisedAt)],
          ['Practice', practiceName(state.raised.practice)],
          ['Next review', <NextReview key="review" {...page} />],
          ['In the GP record', inGpRecord(page)],
          [
            'Who can read this',
            <ul key="readers" className="nhsuk-list">
              {readers.map((staff) => (
                <li key={staff}>{nameOf(staff)}</li>
              ))}
            </ul>,
          ],
          ['Read by', <ReadBy key="read" page={page} />],
          ['Hears back', <HearsBack key="hears" page={page} />],
        ]}
      />
    </Card>
  );
}

function StillToAdd({ page }: { readonly page: ConcernPage }) {
  const { concern, stillToAdd } = page;
  if (stillToAdd.length === 0) return <>Every question has an answer.</>;
  const words = stillToAdd.length === 1 ? '1 question has' : `${stillToAdd.length} questions have`;
  return (
    <>
      You can add more later: {words} no answer yet.{' '}
      <Link to="/concerns/$concern/add" params={{ concern }}>
        Add information
      </Link>
    </>
  );
}

/** Beside every part of a concern: who has it, who reads it, what can happen next. */
export function ConcernSide({ page }: { readonly page: ConcernPage }) {
  const [sharing, setSharing] = useState(false);
  const { concern, person, mayDecide, practiceRun, stage } = page;
  const restricted = page.state.restricted !== undefined;
  return (
    <>
      <Summary page={page} />
      <div className="no-print">
        <Card title="Next steps">
          <ul className="nhsuk-list">
            {practiceRun ? (
              <li>
                <Link to="/concerns/practice-run">Your own practice run</Link>
              </li>
            ) : restricted ? null : (
              <li>
                <Link to="/referrals/new" search={{ person, concern }}>
                  Refer to a health professional
                </Link>
              </li>
            )}
            {stage === 'closed' ? null : (
              <li>
                <Link to="/concerns/$concern/refer-outside" params={{ concern }}>
                  Record a referral outside
                </Link>
              </li>
            )}
            <li>
              <Link to="/concerns/$concern/escalate" params={{ concern }}>
                Escalate: you disagree
              </Link>
            </li>
            <li>
              <Link to="/concerns/$concern/tell" params={{ concern }}>
                Record that somebody was told
              </Link>
            </li>
            <AroundSteps concern={concern} />
            <li>
              <StillToAdd page={page} />
            </li>
            <StandingSteps page={page} />
            {restricted ? <ReaderSteps page={page} /> : null}
            {mayDecide && !restricted ? (
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
