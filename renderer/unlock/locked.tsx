import { useCallback, useState } from 'react';
import type { WindowNews, WindowState } from '../../shared/contract/window.ts';
import { useNews } from '../frame/use-news.ts';
import { useLook } from '../look.tsx';
import { Problem } from '../ui/problem.tsx';
import { FirstRun } from './first-run.tsx';
import { LockedLayout } from './locked-layout.tsx';
import { Restore, RestoreLink } from './restore.tsx';
import { SetUp, type SetUpValues } from './set-up.tsx';
import { Unlock } from './unlock.tsx';
import { type Recovered, UseRecoveryKey } from './use-recovery-key.tsx';

interface Props {
  readonly state: WindowState;
  /** Says on which page somebody who was not here before begins. */
  readonly onUnlocked: (firstPage: string) => void;
}

const stoppedSentence = 'The log stopped by itself. What was saved before is safe. Try again to go on.';

/** Whether the process that holds the log has ended while this page stood: then nothing asked from here is answered. */
function useStopped(): boolean {
  const [stopped, setStopped] = useState(false);
  const news = useCallback((told: WindowNews) => {
    if (told.news === 'store-stopped') setStopped(true);
  }, []);
  useNews(news);
  return stopped;
}

const tryAgain = (state: WindowState) => (): void => void window.practiceLog.window.choose(state.which);

/** What stands on the screen while nobody has unlocked the log. The numbers for danger are always beside it. */
export function Locked({ state, onUnlocked }: Props) {
  const status = useLook('store', 'status', {});
  // Once somebody sets up a log, nothing takes its place before they are done: the recovery key is shown only once.
  const [settingUp, setSettingUp] = useState(false);
  const [typed, setTyped] = useState<SetUpValues>();
  const [recovering, setRecovering] = useState(false);
  const [recovered, setRecovered] = useState<Recovered | null>(null);
  const [restoring, setRestoring] = useState(false);
  const stopped = useStopped();
  useNews(
    useCallback((told: WindowNews) => {
      // Nobody is there: what was typed from paper is forgotten, and can be typed again once the log is unlocked.
      if (told.news === 'cover') setRecovered((who) => who && { ...who, typedBack: null });
    }, []),
  );
  const back = (values: SetUpValues): void => {
    setTyped(values);
    setSettingUp(false);
  };
  if (settingUp) {
    return (
      <LockedLayout state={state}>
        <SetUp stopped={stopped} onAgain={tryAgain(state)} onUnlocked={onUnlocked} typed={typed} onBack={back} />
      </LockedLayout>
    );
  }
  const done = (who: Recovered): void => {
    setRecovered(who);
    setRecovering(false);
  };
  if (recovering && status.data !== undefined) {
    return (
      <LockedLayout state={state}>
        <UseRecoveryKey
          signIns={status.data.signIns}
          stopped={stopped}
          onAgain={tryAgain(state)}
          onBack={() => setRecovering(false)}
          onDone={done}
        />
      </LockedLayout>
    );
  }
  if (stopped) {
    return (
      <LockedLayout state={state}>
        <Problem sentence={stoppedSentence} onAgain={tryAgain(state)} />
      </LockedLayout>
    );
  }
  if (restoring) {
    return (
      <LockedLayout state={state}>
        <Restore onBack={() => setRestoring(false)} onDone={tryAgain(state)} />
      </LockedLayout>
    );
  }
  const restoreLink = <RestoreLink onRestore={() => setRestoring(true)} />;
  // The numbers to phone come up before anything else is known.
  if (status.isPending) return <LockedLayout state={state}>{null}</LockedLayout>;
  if (status.data !== undefined) {
    return (
      <LockedLayout state={state}>
        <Unlock
          state={state}
          status={status.data}
          onUnlocked={onUnlocked}
          recovered={recovered}
          onRecover={() => setRecovering(true)}
        />
        {restoreLink}
      </LockedLayout>
    );
  }
  const { failure } = status.error;
  if (failure.kind === 'store' && failure.problem === 'noStore') {
    return <FirstRun state={state} onSetUp={() => setSettingUp(true)} after={restoreLink} />;
  }
  return (
    <LockedLayout state={state}>
      <Problem sentence={status.error.message} onAgain={tryAgain(state)} />
      {restoreLink}
    </LockedLayout>
  );
}
