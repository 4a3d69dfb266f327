import { Link } from '@tanstack/react-router';
import { differenceInCalendarDays, parseISO } from 'date-fns';
import { useState } from 'react';
import { useReadOnly } from '../audit/troubles.ts';
import { entryCount, lastBackupWords, restoredWords } from '../backup/words.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

/** For how long everybody is told that the log was put back. */
const toldForDays = 14;

/** For managers and leads, when the last verified backup was: red and first of all when that is too long ago. */
export function BackupLine({ late }: { readonly late: boolean }) {
  const { isManager, isLead, register } = useSignedIn();
  const { data } = useLook('backup', 'summary', {}, isManager || isLead);
  // In a demonstration nothing is lost.
  const red = data !== undefined && data.overdue && !(register.demo && data.lastVerified === null);
  if (data === undefined || red !== late || !(isManager || isLead)) return null;
  const { lastVerified, placed } = data;
  return (
    <Card title="Backups" flush>
      <WorkList>
        <WorkRow
          title={lastBackupWords(data)}
          late={red}
          due={red ? 'Back up now' : ''}
          meta={
            lastVerified === null
              ? placed
                ? 'The first one is made at the next lock.'
                : 'Nobody has chosen where backups go.'
              : `${entryCount(lastVerified.entries)}, written and read back whole.`
          }
          action={
            <Link to="/practice/backup" className={buttonClass({ small: true })}>
              Backups
            </Link>
          }
        />
      </WorkList>
    </Card>
  );
}

/** For everybody, for two weeks after the log was put back: what they wrote may be missing. */
export function RestoredLine() {
  const { restored = null } = useLook('backup', 'summary', {}).data ?? {};
  const isReadOnly = useReadOnly() !== null;
  const [now] = useState(() => new Date());
  if (isReadOnly || restored === null || differenceInCalendarDays(now, parseISO(restored.at)) > toldForDays)
    return null;
  return (
    <Card title="This log was restored" flush>
      <WorkList>
        <WorkRow
          title={restoredWords(restored)}
          late={restored.missing > 0}
          due={restored.missing > 0 ? 'Look at what you wrote' : ''}
          meta={
            restored.missing > 0
              ? 'Look whether what you wrote since then is there. Record again what is not.'
              : 'Look whether the last things that you wrote are there.'
          }
        />
      </WorkList>
    </Card>
  );
}
