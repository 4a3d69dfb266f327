import { Link } from '@tanstack/react-router';
import type { PersonPage } from '../../shared/contract/people.ts';
import { BesideContact } from '../printing/beside-contact.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { notTheRecord } from '../words/always-true.ts';
import { dateAndTime } from '../words/dates.ts';
import { type Known, knownOf, replacedIn, rowOf } from './details-rows.ts';
import { HouseholdCard } from './household-card.tsx';
import { PersonSection } from './person-section.tsx';

function ChangeLink({ page, known: { box, key } }: { readonly page: PersonPage; readonly known: Known }) {
  return (
    <Link to="/people/$person/change" params={{ person: page.person }} search={{ box }}>
      Change<VisuallyHidden> {key}</VisuallyHidden>
    </Link>
  );
}

/** What was replaced, newest first. Nothing that was written is ever taken away. */
function Previous({ page: { details, earlier } }: { readonly page: PersonPage }) {
  const { practiceName, nameAndRole } = useSignedIn();
  if (earlier.length === 0) return null;
  const versions = earlier.map(({ details: before, replacedBy, replacedAt }, index) => ({
    number: index + 1,
    changed: `Changed by ${nameAndRole(replacedBy)} on ${dateAndTime(replacedAt)}`,
    replaced: replacedIn(before, earlier[index + 1]?.details ?? details, practiceName),
  }));
  return (
    <Details summary={`Previous details (${earlier.length})`}>
      {versions.toReversed().map(({ number, changed, replaced }) => (
        <section key={number}>
          <h3>Before change {number}</h3>
          <p className="small muted">{changed}</p>
          {replaced.length === 0 ? (
            <p>The same details were saved again.</p>
          ) : (
            <SummaryList rows={replaced.map((known) => rowOf(known))} />
          )}
        </section>
      ))}
    </Details>
  );
}

function AllDetails({ page }: { readonly page: PersonPage }) {
  const { practiceName } = useSignedIn();
  const { phone, address } = page.details;
  const rows = knownOf(page.details, practiceName).map((known) =>
    // Who was invented to practise on stays invented.
    rowOf(known, page.practiceRun ? undefined : <ChangeLink page={page} known={known} />),
  );
  return (
    <>
      {phone === undefined && address === undefined ? null : <BesideContact person={page.person} />}
      <Card title={`Details, ${page.reference}`}>
        <SummaryList rows={rows} />
      </Card>
      <p>{notTheRecord}</p>
      <HouseholdCard page={page} />
      <Previous page={page} />
    </>
  );
}

/** Who somebody is, and how and when it is safe to contact them. */
export function PersonDetailsPage() {
  return <PersonSection part="Details and safe contact">{(page) => <AllDetails page={page} />}</PersonSection>;
}
