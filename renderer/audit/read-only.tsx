import { Link } from '@tanstack/react-router';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { StatePanel } from '../ui/state-panel.tsx';
import { howItHappens, readOnlyTitle, whatToDoReadOnly, whatWasFound } from './read-only-words.ts';
import { SaveEvidence } from './save-evidence.tsx';
import { type Found, useReadOnly } from './troubles.ts';

/** Only overseers may save it: in the entries stands who raised something when. */
function Evidence({ found }: { readonly found: Found }) {
  const { register, isManager, isLead, nameAndRole } = useSignedIn();
  if (isManager || isLead) return <SaveEvidence found={found} />;
  const overseers = register.staff.filter(
    ({ active, roles }) =>
      active && roles.some(({ role, stands }) => stands && (role === 'practice-manager' || role.endsWith('lead'))),
  );
  return (
    <>
      <p>Your role does not include saving the evidence. Ask one of these colleagues to sign in here and do it:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {overseers.map(({ staff }) => (
          <li key={staff}>{nameAndRole(staff)}</li>
        ))}
      </ul>
    </>
  );
}

/** The first page after unlocking a log that was rolled back, forked or changed: what was found, and what to do. */
export function ReadOnlyPage() {
  const found = useReadOnly();
  if (found === null) {
    return (
      <Page title="The log can be read and written">
        <p>Nothing was found wrong with it when it was unlocked.</p>
        <p>
          <Link to="/">Go to Today</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={readOnlyTitle} windowTitle="The log can only be read" danger>
      <StatePanel
        label="State of the log"
        tone="bad"
        title="It can be read. Nothing can be saved in it"
        words={whatWasFound(found)}
      />
      <Card title="What to do">
        <ol className="nhsuk-list nhsuk-list--number">
          {whatToDoReadOnly.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ol>
        <Evidence found={found} />
      </Card>
      <Card title="How this can happen">
        <p>{howItHappens[found.why]}</p>
        <p>The program repairs nothing by itself, so that nothing is covered up.</p>
      </Card>
      <p>
        <Link to="/" className={buttonClass()}>
          Go on and read
        </Link>
      </p>
    </Page>
  );
}
