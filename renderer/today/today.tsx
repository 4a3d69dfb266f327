import { useState } from 'react';
import { showInitialsOnly, useInitialsOnly } from '../initials.ts';
import { DangerNow } from '../register/danger-now.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { weekday } from '../words/dates.ts';
import { ActionsOfMine } from './actions-of-mine.tsx';
import { BackupLine, RestoredLine } from './backup-line.tsx';
import { ConcernsOfMine } from './concerns-of-mine.tsx';
import { ConcernsWaiting } from './concerns-waiting.tsx';
import { Counts } from './counts.tsx';
import { Drafts } from './drafts.tsx';
import { ReferralsWaiting } from './referrals-waiting.tsx';
import { RolesWaiting } from './roles-waiting.tsx';
import { StateOfTheLog } from './state-of-the-log.tsx';
import { SupervisionDue } from './supervision-due.tsx';

/** For rooms in which others see the screen. It holds until the log locks. */
function InitialsSwitch() {
  const only = useInitialsOnly();
  return (
    <Button small onClick={() => showInitialsOnly(!only)}>
      {only ? 'Show whole names' : 'Show initials only'}
    </Button>
  );
}

/** What waits for whoever is signed in: by role, the most urgent first. */
export function Today() {
  const [now] = useState(() => new Date());
  const { isLead, isManager, isSupervisor, isLinkWorker } = useSignedIn();
  const works = isLead || isSupervisor || isLinkWorker;
  return (
    <Page title="Today" after={weekday(now)} actions={works ? <InitialsSwitch /> : null}>
      <Counts />
      <div className="layout layout--side">
        <div>
          <RestoredLine />
          <BackupLine late />
          {isManager && <StateOfTheLog />}
          <ConcernsOfMine />
          {works && <ConcernsWaiting />}
          <RolesWaiting />
          {works && <ActionsOfMine />}
          {works && <ReferralsWaiting />}
          {works && <SupervisionDue />}
          <BackupLine late={false} />
        </div>
        <div>
          <DangerNow />
          <Drafts />
        </div>
      </div>
    </Page>
  );
}
