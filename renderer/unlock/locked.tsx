import type { WindowState } from '../../shared/contract/window.ts';
import { useLook } from '../look.tsx';
import { Problem } from '../ui/problem.tsx';
import { FirstRun } from './first-run.tsx';
import { LockedLayout } from './locked-layout.tsx';
import { Unlock } from './unlock.tsx';

interface Props {
  readonly state: WindowState;
  readonly onUnlocked: () => void;
}

const tryAgain = (state: WindowState) => (): void => void window.practiceLog.window.choose(state.which);

/** What stands on the screen while nobody has unlocked the log. The numbers for danger are always beside it. */
export function Locked({ state, onUnlocked }: Props) {
  const status = useLook('store', 'status', {});
  if (status.isPending) return null;
  if (status.data !== undefined) {
    return (
      <LockedLayout state={state}>
        <Unlock state={state} status={status.data} onUnlocked={onUnlocked} />
      </LockedLayout>
    );
  }
  const { failure } = status.error;
  if (failure.kind === 'store' && failure.problem === 'noStore') {
    return <FirstRun state={state} onUnlocked={onUnlocked} />;
  }
  return (
    <LockedLayout state={state}>
      <Problem sentence={status.error.message} onAgain={tryAgain(state)} />
    </LockedLayout>
  );
}
