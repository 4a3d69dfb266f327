import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BackupStatus } from '../../shared/contract/backup.ts';
import { storeProblems } from '../../shared/contract/failures.ts';
import { log } from '../api.ts';
import { LongWork } from '../long-work.tsx';
import { Look, useLook } from '../look.tsx';
import { type Saving, useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Flag, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { StatePanel } from '../ui/state-panel.tsx';
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx';
import { whenWords } from '../words/dates.ts';
import { type Outcome, OutcomeBanner } from './outcome.tsx';
import { entryCount, lastBackupWords, restoredWords, sizeWords } from './words.ts';

function stateOf(status: BackupStatus): { readonly title: string; readonly words: string } {
  const { place, lastVerified } = status;
  if (place === null)
    return {
      title: 'No place for backups is chosen',
      words: 'If this computer breaks or is stolen, every record in this log is lost.',
    };
  if (place.state === 'gone') return { title: 'The place for backups is gone', words: storeProblems.backupGone };
  if (place.state === 'read-only')
    return { title: 'The place for backups cannot be written', words: storeProblems.backupReadOnly };
  if (lastVerified === null)
    return { title: 'No backup has been made yet', words: 'Make the first one now. It takes a few seconds.' };
  return {
    title: lastBackupWords(status),
    words: `${entryCount(lastVerified.entries)}. It was written, then read back from its first byte to its last, and it holds.`,
  };
}

function toneOf({ place, overdue, lastVerified }: BackupStatus): 'good' | 'waiting' | 'bad' {
  if (place === null || overdue) return lastVerified === null && place?.state === 'ready' ? 'waiting' : 'bad';
  return place.state === 'ready' ? 'good' : 'bad';
}

function Place({ place }: Pick<BackupStatus, 'place'>) {
  if (place === null) return 'Not chosen yet';
  return (
    <>
      <span className="mono">{place.folder}</span>
      {place.sameDisk && (
        <Flag>
          <p>
            <strong>This is the disk that the log itself is on.</strong> What takes one takes both. Choose a folder on
            another disk, such as a stick that is locked away at night, or a folder of your network.
          </p>
        </Flag>
      )}
    </>
  );
}

function rowsOf(status: BackupStatus): readonly SummaryRow[] {
  const { place, newest, lastDrill, drillDue } = status;
  return [
    { key: 'Where backups go', value: <Place place={place} /> },
    {
      key: 'Newest file there',
      value:
        newest === null ? (
          'None'
        ) : (
          <>
            <span className="mono">{newest.name}</span>, {sizeWords(newest.bytes)}
          </>
        ),
    },
    {
      key: 'Last rehearsal of a restore',
      value: `${lastDrill === null ? 'None yet' : whenWords(lastDrill)}${drillDue ? '. Due now: rehearse once in 30 days' : ''}`,
    },
    {
      key: 'When they are made',
      value: 'At each lock when something was added, and from 8pm to 6am while the log stays unlocked',
    },
    {
      key: 'How long they are kept',
      value:
        'One from each of the last 14 days on which one was made, and one from each of the last 8 such weeks. None is kept longer than 90 days.',
    },
  ];
}

interface ButtonsProps {
  readonly status: BackupStatus;
  readonly saving: Saving;
  readonly onOutcome: (outcome: Outcome | null) => void;
}

function Buttons({ status: { place, newest }, saving, onOutcome }: ButtonsProps) {
  const { isManager, isLead } = useSignedIn();
  const make = async (): Promise<void> => {
    onOutcome(null);
    const made = await saving.save(() => log.backup.make({}));
    if (made !== undefined) onOutcome({ what: 'made', made });
  };
  const drill = async (): Promise<void> => {
    onOutcome(null);
    const drilled = await saving.save(() => log.backup.drill({}));
    if (drilled !== undefined) onOutcome({ what: 'drilled', drilled });
  };
  const choose = async (): Promise<void> => {
    onOutcome(null);
    const folder = await window.practiceLog.window.chooseFolder();
    if (folder !== null) await saving.save(() => log.backup.setPlace({ folder }));
  };
  const off = saving.busy || undefined;
  return (
    <div className="nhsuk-button-group">
      {place !== null && (
        <Button kind="primary" aria-disabled={off} onClick={() => void make()}>
          Make a backup now
        </Button>
      )}
      {newest !== null && (
        <Button aria-disabled={off} onClick={() => void drill()}>
          Rehearse a restore
        </Button>
      )}
      {(isManager || isLead) && (
        <Button kind={place === null ? 'primary' : 'secondary'} aria-disabled={off} onClick={() => void choose()}>
          {place === null ? 'Choose where backups go' : 'Choose another place'}
        </Button>
      )}
    </div>
  );
}

/** Whom to ask, for those who may not choose the place. */
function WhoChooses() {
  const { register, isManager, isLead, nameAndRole } = useSignedIn();
  if (isManager || isLead) return null;
  const who = register.staff.filter(
    ({ active, roles }) => active && roles.some(({ role, stands }) => stands && role === 'practice-manager'),
  );
  return (
    <p>
      A practice manager or safeguarding lead chooses where backups go
      {who.length > 0 && `: ask ${who.map(({ staff }) => nameAndRole(staff)).join(' or ')}`}.
    </p>
  );
}

/** Where backups go, when the last one was that was read back whole, and buttons to make and to rehearse one. */
export function Backups() {
  const { register } = useSignedIn();
  const look = useLook('backup', 'show', {});
  const saving = useSaving();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <Page
      title="Backups"
      caption={register.name}
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      <Look at={look} what="backups">
        {(status) => (
          <div className="layout layout--side">
            <div>
              {saving.problem !== null && <Problem sentence={saving.problem} />}
              {outcome !== null && <OutcomeBanner outcome={outcome} />}
              {status.restored !== null && (
                <Flag>
                  <p>{restoredWords(status.restored)}</p>
                </Flag>
              )}
              <StatePanel label="State of backups" tone={toneOf(status)} {...stateOf(status)}>
                {saving.busy && <LongWork />}
              </StatePanel>
              <Buttons status={status} saving={saving} onOutcome={setOutcome} />
              {status.place === null && <WhoChooses />}
              <Card title="How backups are made">
                <SummaryList rows={rowsOf(status)} />
              </Card>
            </div>
            <Guide title="What a backup is">
              <ul>
                <li>
                  One file with the whole log, as encrypted as the log itself. Its name says nothing about anybody.
                </li>
                <li>It opens with the passphrases of those who could sign in when it was made.</li>
                <li>Take a copy out of the building now and then. Fire and theft take what stands in one place.</li>
                <li>
                  To put one back, lock the log and choose “Restore from a backup” there. The log that is here then is
                  kept beside it.
                </li>
              </ul>
            </Guide>
          </div>
        )}
      </Look>
    </Page>
  );
}
