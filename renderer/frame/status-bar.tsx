import { useQuery } from '@tanstack/react-query';
import { useDamageFound } from '../audit/whole-check.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Icon } from '../ui/icon.tsx';
import { whenWords } from '../words/dates.ts';

function Checked() {
  const damaged = useDamageFound();
  const page = useLook('audit', 'page', { from: null, to: null, limit: 1 });
  if (page.data === undefined || damaged) return null;
  const { at } = page.data.checked ?? page.data.atUnlock;
  return (
    <li>
      <Icon name="check" /> Audit log checked {whenWords(at)}
    </li>
  );
}

/** What can be relied on, in one line at the foot of every page. */
export function StatusBar() {
  const { isManager, isLead } = useSignedIn();
  const version = useQuery({ queryKey: ['window'], queryFn: () => window.practiceLog.window.state() });
  return (
    <footer className="status-bar">
      <div className="nhsuk-width-container">
        <ul>
          <li>
            <Icon name="lock" /> Encrypted, stored on this computer only
          </li>
          {(isManager || isLead) && <Checked />}
          <li>Version {version.data?.version}</li>
        </ul>
      </div>
    </footer>
  );
}
