import { useState } from 'react';
import type { BackupAtLock, LockReason, WindowState } from '../../shared/contract/window.ts';
import { concernsWaitSentence } from '../../shared/domain/concerns-waiting.ts';
import { Flag } from '../ui/notices.tsx';
import { clockTime, whenWords } from '../words/dates.ts';

const because: Readonly<Record<LockReason, (state: WindowState) => string>> = {
  asked: () => '',
  idle: ({ idleMinutes }) => ` after ${idleMinutes} minutes without activity`,
  'hidden-too-long': () => ' because the screen was hidden for a minute',
  'computer-locked': () => ' because this computer was locked',
  'computer-slept': () => ' because this computer went to sleep',
  'twelve-hours': () => ' because it had been open for 12 hours',
  'window-failed': () => ' because the window stopped working. What was saved is safe',
  'store-stopped': () =>
    ' because the log stopped by itself. What was saved is safe. Look whether the last thing you saved is there before you save it again',
};

const backupWords: Readonly<Record<BackupAtLock, string>> = {
  none: '',
  made: ' A backup was made and read back.',
  failed: ' The backup could not be made. Look at the page of backups once you have unlocked the log.',
  'cut-off': ' There was no time to finish the backup. The next lock makes it.',
};

/** When and why the log was locked, and what was kept. */
export function WhyLocked({ state }: { readonly state: WindowState }) {
  const { locked } = state;
  if (locked === null) return null;
  const drafted = locked.drafted ? ' Your draft was saved.' : '';
  return (
    <p className="muted">
      {`Locked at ${clockTime(locked.at)}${because[locked.reason](state)}.${drafted}${backupWords[locked.backup]}`}
    </p>
  );
}

/** What waits, for whoever passes by: a number and a time. Only what was known when the log was last locked. */
export function WhatWaits({ state: { waiting } }: { readonly state: WindowState }) {
  const [now] = useState(() => new Date());
  if (waiting === null) return null;
  const { concerns, since, at } = waiting;
  return (
    <Flag>
      <p>
        <strong>{concernsWaitSentence(concerns, since, now)}</strong>
      </p>
      <p>
        Known when the log was last locked, {whenWords(at)}. If you read concerns here, unlock the log. If you do not,
        phone somebody who does.
      </p>
    </Flag>
  );
}
