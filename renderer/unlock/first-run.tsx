import { type ReactNode, useEffect, useState } from 'react';
import type { WindowState } from '../../shared/contract/window.ts';
import { log } from '../api.ts';
import { LongWork } from '../long-work.tsx';
import { looks } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import { LockedLayout } from './locked-layout.tsx';

function Making() {
  const saving = useSaving();
  const { save } = saving;
  const [started, setStarted] = useState(false);
  useEffect(() => {
    if (started) return;
    setStarted(true);
    void save(() => log.store.createDemo({})).then(() => looks.invalidateQueries());
  }, [started, save]);
  if (saving.problem !== null) return <Problem sentence={saving.problem} onAgain={() => setStarted(false)} />;
  return (
    <>
      <h2>Making the demonstration</h2>
      <p>An invented network of four practices, seventy days of it. This takes up to a minute.</p>
      <LongWork label="Writing its log" />
    </>
  );
}

interface Props {
  readonly state: WindowState;
  readonly onSetUp: () => void;
  /** What stands below the buttons. */
  readonly after: ReactNode;
}

/** There is no log on this computer yet: set one up, or try it with invented people first. */
export function FirstRun({ state, onSetUp, after }: Props) {
  if (state.which === 'demonstration') {
    return (
      <LockedLayout state={state}>
        <Making />
      </LockedLayout>
    );
  }
  return (
    <LockedLayout state={state}>
      <h2>There is no log on this computer yet</h2>
      <p>
        Set one up for your practice or network in three short pages, or look around first in a log full of invented
        people.
      </p>
      <p>
        Each log belongs to one computer, and to the account that you signed in to it with. If a colleague has set up a
        log here under another account, sign in to the computer with that account to see it. A concern that is raised on
        another computer is not seen here: somebody who works elsewhere phones their concern in, and a colleague here
        records it for them.
      </p>
      <div className="nhsuk-button-group">
        <Button kind="primary" onClick={onSetUp}>
          Set up a log
        </Button>
        <Button onClick={() => void window.practiceLog.window.choose('demonstration')}>Try it with demo data</Button>
      </div>
      {after}
    </LockedLayout>
  );
}
