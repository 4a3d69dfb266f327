import { Link } from '@tanstack/react-router';
import type { PersonPage } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ageWords, longDate } from '../words/dates.ts';

type Details = PersonPage['details'];

function Name({ details, invented }: { readonly details: Details; readonly invented: boolean }) {
  const { givenName, familyName, description, standing } = details;
  if (givenName === undefined && familyName === undefined) {
    return standing === 'unborn' ? `Unborn baby: ${description ?? ''}` : (description ?? 'Not yet identified');
  }
  return (
    <>
      {givenName} {invented ? familyName : <span className="person-bar__surname">{familyName}</span>}
    </>
  );
}

function born({ dateOfBirth, expectedOn }: Details): string {
  if (dateOfBirth !== undefined) return `${longDate(dateOfBirth)} (${ageWords(dateOfBirth)})`;
  return expectedOn === undefined ? 'Not known' : `Expected ${longDate(expectedOn)}`;
}

/** What has to be known before anybody contacts them, or speaks to anybody else about them. */
function alertsIn({ safeContact, notToBeTold }: Details) {
  return (
    [
      { icon: 'phone', about: '', text: safeContact },
      { icon: 'warning', about: 'Must not be told: ', text: notToBeTold },
    ] as const
  ).flatMap(({ icon, about, text }) => {
    const [first = '', ...more] = text?.trim().split('\n') ?? [];
    return first === '' ? [] : [{ icon, words: `${about}${first}${more.length > 0 ? ' …' : ''}` } as const];
  });
}

function Facts({ details }: { readonly details: Details }) {
  const { practiceName } = useSignedIn();
  return (
    <dl>
      {details.knownAs !== undefined && (
        <div>
          <dt>Known as</dt>
          <dd>{details.knownAs}</dd>
        </div>
      )}
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
  );
}

interface ShownProps {
  readonly person: PersonId;
  readonly details: Details;
  readonly practiceRun: boolean;
}

function Shown({ person, details, practiceRun }: ShownProps) {
  const alerts = alertsIn(details);
  return (
    <>
      <p className="person-bar__name">
        <Link to="/people/$person" params={{ person }}>
          <Name details={details} invented={practiceRun} />
        </Link>
      </p>
      {practiceRun && <p className="person-bar__practice">Practice run: nobody real</p>}
      <Facts details={details} />
      {alerts.length > 0 && (
        <div className="person-bar__alerts">
          {alerts.map(({ icon, words }) => (
            <Link key={icon} to="/people/$person/details" params={{ person }} className="person-bar__alert">
              <Icon name={icon} /> {words}
            </Link>
          ))}
        </div>
      )}
    </>
  );
}

interface FailedProps {
  readonly sentence: string;
  readonly onAgain: () => void;
}

/** Said where the name would stand: nobody must take a page without a name for one about the right person. */
function Failed({ sentence, onAgain }: FailedProps) {
  return (
    <>
      <p className="person-bar__name">Who this page is about, and how it is safe to contact them, could not be shown</p>
      <p className="person-bar__why">{sentence}</p>
      <Button small onClick={onAgain}>
        Try again
      </Button>
    </>
  );
}

interface KnownProps {
  readonly details: Details;
  /** Stands beside the name: what kind of page this is. */
  readonly mark: string;
}

/** The same from details that the page has itself, with no way to a page about the person. */
export function KnownPersonBar({ details, mark }: KnownProps) {
  return (
    <section className="person-bar" aria-label="Person">
      <div className="nhsuk-width-container person-bar__row">
        <p className="person-bar__name">
          <Name details={details} invented={false} />
        </p>
        <p className="person-bar__practice">{mark}</p>
        <Facts details={details} />
      </div>
    </section>
  );
}

/** Who this page is about: on every page about a person, against recording on the wrong one. */
export function PersonBar({ person }: { readonly person: PersonId }) {
  const page = useLook('people', 'show', { person });
  const failed = page.error?.message;
  return (
    <section className="person-bar" aria-label="Person">
      <div className="nhsuk-width-container person-bar__row" role={failed === undefined ? undefined : 'alert'}>
        {page.data !== undefined && (
          <Shown person={person} details={page.data.details} practiceRun={page.data.practiceRun} />
        )}
        {page.data === undefined && failed !== undefined && (
          <Failed sentence={failed} onAgain={() => void page.refetch()} />
        )}
        {page.data === undefined && failed === undefined && <p className="person-bar__name">Loading the person</p>}
      </div>
    </section>
  );
}
