import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonInConcern } from '../../../shared/contract/concern-around.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Details } from '../../ui/details.tsx';
import { KeyValues } from '../../ui/summary-list.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { dateAndTime, longDate } from '../../words/dates.ts';
import { TakeOut } from './take-out.tsx';
import { type Placed, placedName, placedRoleWords, saidWords } from './words.ts';

type Row = readonly [key: string, value: string];

function rowsOf(placed: Placed, practiceName: ReturnType<typeof useSignedIn>['practiceName']): readonly Row[] {
  const { relationship, whyNotKnown, dateOfBirth, age, address, practice, parentalResponsibility, role } = placed;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['How they know the person', relationship],
    ['Why the name is not known', whyNotKnown],
    ['Born', dateOfBirth === undefined ? undefined : longDate(dateOfBirth)],
    ['Age', age],
    ['Address', address],
    ['Lives with the person', role === 'professional' ? undefined : saidWords[placed.livesWithPerson]],
    ['Knows about this concern', saidWords[placed.knowsOfConcern]],
    ['Practice', practice === undefined ? undefined : practiceName(practice)],
    ['Parental responsibility', parentalResponsibility === undefined ? undefined : saidWords[parentalResponsibility]],
  ];
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

function WhoWrote({ placed: { by, at } }: { readonly placed: Placed }) {
  const { nameOf } = useSignedIn();
  return (
    <p className="small muted">
      Recorded by {nameOf(by)} on {dateAndTime(at)}
    </p>
  );
}

interface OneProps {
  readonly page: ConcernPage;
  readonly placed: PersonInConcern;
  readonly onTakeOut: () => void;
}

function One({ page: { concern }, placed, onTakeOut }: OneProps) {
  const { practiceName } = useSignedIn();
  const name = placedName(placed);
  return (
    <li className="placed">
      <h3 className="nhsuk-heading-s">
        {placed.page === null ? (
          name
        ) : (
          <Link to="/people/$person" params={{ person: placed.page }}>
            {name}
          </Link>
        )}
      </h3>
      <p>
        <strong>{placedRoleWords[placed.role]}</strong>
      </p>
      <KeyValues rows={rowsOf(placed, practiceName)} />
      <WhoWrote placed={placed} />
      <p className="no-print">
        <Link to="/concerns/$concern/people" params={{ concern }} search={{ placed: placed.event }}>
          Correct<VisuallyHidden> what stands about {name}</VisuallyHidden>
        </Link>{' '}
        <LinkButton onClick={onTakeOut}>
          Take out<VisuallyHidden> {name}</VisuallyHidden>
        </LinkButton>
      </p>
    </li>
  );
}

function Earlier({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const { takenOut } = page.state.around;
  if (takenOut.length === 0) return null;
  return (
    <Details summary={`Taken out or corrected (${takenOut.length})`}>
      <ul>
        {takenOut.map((placed) => (
          <li key={placed.event}>
            <s>
              {placedName(placed)}: {placedRoleWords[placed.role]}
            </s>
            <br />
            <span className="small">
              {placed.out.why === null ? 'Corrected' : 'Taken out'} by {nameOf(placed.out.by)} on{' '}
              {dateAndTime(placed.out.at)}
              {placed.out.why === null ? null : `: ${placed.out.why}`}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Everybody with a role in a concern. All of it stays in this concern. */
export function PeopleCard({ page }: { readonly page: ConcernPage }) {
  const [leaving, setLeaving] = useState<PersonInConcern | null>(null);
  const { concern, people } = page;
  return (
    <div className="about-others">
      <Card
        title="People in this concern"
        actions={
          <span className="no-print">
            <Link to="/concerns/$concern/people" params={{ concern }}>
              Add somebody
            </Link>
          </span>
        }
      >
        {people.length === 0 ? (
          <p>Nobody has been added yet. Add anybody who may be at risk, or may be causing the harm.</p>
        ) : (
          <ul className="placed-list">
            {people.map((placed) => (
              <One key={placed.event} page={page} placed={placed} onTakeOut={() => setLeaving(placed)} />
            ))}
          </ul>
        )}
        <Earlier page={page} />
        {leaving === null ? null : <TakeOut page={page} placed={leaving} onClose={() => setLeaving(null)} />}
      </Card>
    </div>
  );
}
