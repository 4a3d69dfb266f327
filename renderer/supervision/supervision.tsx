import { Link } from '@tanstack/react-router';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { DueTables } from './due-tables.tsx';
import { SupervisionNav } from './supervision-nav.tsx';
import { WaitingForMe } from './waiting-for-me.tsx';

/** A manager holds no key to any session, and this says so before they look for one. */
function ForManagers() {
  return (
    <Page title="Supervision">
      <Card title="You cannot open supervision sessions">
        <p>A session is read by those who were there, and by nobody else. This page has no dates or names for you.</p>
        <p>
          In the audit log you see that a session was recorded or signed, by whom and when. You do not see who was
          supervised or what was said.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            <Link to="/audit" search={{ what: 'session.recorded' }}>
              Sessions recorded, in the audit log
            </Link>
          </li>
          <li>
            <Link to="/practice">Who works here, and who supervises whom</Link>
          </li>
        </ul>
        <p>Ask a supervisor if you need to know when they met a link worker.</p>
      </Card>
    </Page>
  );
}

export function Supervision() {
  const { isManager, isSupervisor, isLinkWorker } = useSignedIn();
  if (isManager && !isSupervisor && !isLinkWorker) return <ForManagers />;
  return (
    <Page
      title="Supervision"
      actions={
        isSupervisor && (
          <Link
            to="/supervision/new"
            className={buttonClass({ kind: 'primary', small: true })}
            aria-keyshortcuts="Control+Shift+R"
          >
            Record a session
          </Link>
        )
      }
    >
      <SupervisionNav current="due" />
      <WaitingForMe />
      <DueTables />
    </Page>
  );
}
