import { Link } from '@tanstack/react-router';
import type { PersonPage } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Icon } from '../ui/icon.tsx';
import { ageWords, longDate } from '../words/dates.ts';

type Details = PersonPage['details'];

function Name({ details }: { readonly details: Details }) {
  const { givenName, familyName, description, standing } = details;
  if (givenName === undefined && familyName === undefined) {
    return standing === 'unborn' ? `Unborn baby: ${description ?? ''}` : (description ?? 'Not yet identified');
  }
  return (
    <>
      {givenName} <span className="person-bar__surname">{familyName}</span>
    </>
  );
}

function born({ dateOfBirth, expectedOn }: Details): string {
  if (dateOfBirth !== undefined) return `${longDate(dateOfBirth)} (${ageWords(dateOfBirth)})`;
  return expectedOn === undefined ? 'Not known' : `Expected ${longDate(expectedOn)}`;
}

/** What has to be known before anybody contacts them. */
function alertIn({ safeContact, notToBeTold }: Details) {
  if (safeContact !== undefined) return { icon: 'phone', words: safeContact.split('\n')[0] } as const;
  return notToBeTold === undefined ? null : ({ icon: 'warning', words: 'Read who must not be told' } as const);
}

/** Who this page is about: on every page about a person, against recording on the wrong one. */
export function PersonBar({ person }: { readonly person: PersonId }) {
  const page = useLook('people', 'show', { person });
  const { practiceName } = useSignedIn();
  if (page.data === undefined) return null;
  const { details } = page.data;
  const alert = alertIn(details);
  return (
    <section className="person-bar" aria-label="Person">
      <div className="nhsuk-width-container person-bar__row">
        <p className="person-bar__name">
          <Link to="/people/$person" params={{ person }}>
            <Name details={details} />
          </Link>
        </p>
        <dl>
          <div>
            <dt>Born</dt>
            <dd>{born(details)}</dd>
          </div>
          <div>
            <dt>NHS number</dt>
            <dd>{details.nhsNumber === undefined ? 'Not known' : formatNhsNumber(details.nhsNumber)}</dd>
          </div>
          <div>
            <dt>Practice</dt>
            <dd>{practiceName(details.practice)}</dd>
          </div>
        </dl>
        {alert !== null && (
          <Link to="/people/$person/details" params={{ person }} className="person-bar__alert">
            <Icon name={alert.icon} /> {alert.words}
          </Link>
        )}
      </div>
    </section>
  );
}
