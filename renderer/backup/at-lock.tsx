import { useCallback, useEffect, useState } from 'react';
import type { BackupAtLock, WindowNews } from '../../shared/contract/window.ts';
import { log } from '../api.ts';
import { isReadOnly } from '../audit/troubles.ts';
import { useNews } from '../frame/use-news.ts';
import { LongWork } from '../long-work.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

async function backUp(): Promise<BackupAtLock> {
  const made = await log.backup.makeIfDue({ when: 'at-lock' });
  if (!made.ok) return 'failed';
  return made.value === null ? 'none' : 'made';
}

const answer = (outcome: BackupAtLock): void => void window.practiceLog.window.backedUp(outcome);

/** Whether the log is about to lock: then nothing of it may be seen any more, and a backup is made if one is due. */
export function useBackupAtLock(): boolean {
  const [locking, setLocking] = useState(false);
  const news = useCallback(({ news: what }: WindowNews) => {
    if (what !== 'back-up') return;
    setLocking(true);
    // A log that can only be read takes no note of a backup, so there is none to make.
    if (isReadOnly()) return answer('none');
    void backUp().then(answer);
  }, []);
  useNews(news);
  return locking;
}

/** In place of every page while the backup before a lock is made: nothing that anybody wrote, and a way to be quicker. */
export function BackingUpAtLock() {
  useEffect(() => {
    document.title = 'Locking – Practice log';
  }, []);
  return (
    <main className="curtain-page">
      <Icon name="lock" />
      <h1>Locking the log</h1>
      <p>A backup is made first. It takes a few seconds. What you were writing is kept as a draft.</p>
      <LongWork />
      <Button onClick={() => answer('cut-off')}>Lock now, without a backup</Button>
    </main>
  );
}
