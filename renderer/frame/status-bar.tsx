import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { troubleTitle } from '../audit/trouble-words.ts';
import { useReadOnly, useTroubles } from '../audit/troubles.ts';
import { useDamageFound } from '../audit/whole-check.ts';
import { lastBackupWords } from '../backup/words.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Icon } from '../ui/icon.tsx';
import { whenWords } from '../words/dates.ts';

function Trouble() {
  const troubles = useTroubles();
  const damaged = useDamageFound();
  if (useReadOnly() !== null) {
    return (
      <li className="status-bar__bad">
        <Icon name="warning" /> This log can only be read
      </li>
    );
  }
  if (troubles === null && !damaged) return null;
  return (
    <li className="due--late">
      <Icon name="warning" /> {troubles === null ? 'A check found this log damaged' : troubleTitle(troubles)}
    </li>
  );
}

function Checked() {
  const damaged = useDamageFound();
  const readOnly = useReadOnly() !== null;
  const troubled = useTroubles() !== null || readOnly;
  const page = useLook('audit', 'page', { from: null, to: null, limit: 1 });
  if (page.data === undefined || damaged || troubled) return null;
  const { at } = page.data.checked ?? page.data.atUnlock;
  return (
    <li>
      <Icon name="check" /> Audit log checked {whenWords(at)}
    </li>
  );
}

/** When the last backup was that was read back whole; red when that is too long ago. */
function Backup() {
  const { register } = useSignedIn();
  const { data } = useLook('backup', 'summary', {});
  if (data === undefined) return null;
  // In a demonstration nothing is lost.
  const late = data.overdue && !(register.demo && data.lastVerified === null);
  return (
    <li className={late ? 'status-bar__bad' : undefined}>
      <Icon name={late ? 'warning' : 'download'} /> <Link to="/practice/backup">{lastBackupWords(data)}</Link>
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
          <Trouble />
          {(isManager || isLead) && <Checked />}
          <Backup />
          <li>Version {version.data?.version}</li>
        </ul>
      </div>
    </footer>
  );
}
