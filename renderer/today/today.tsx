import { useState } from 'react';
import { OnPaper } from '../concerns/raise-help.tsx';
import { RestrictedList } from '../concerns/restricted/restricted-list.tsx';
import { showInitialsOnly, useInitialsOnly } from '../initials.ts';
import { PerhapsSame } from '../people/same/perhaps-same.tsx';
import { DangerNow } from '../register/danger-now.tsx';
import { LetInWaiting } from '../register/let-in-waiting.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { weekday } from '../words/dates.ts';
import { ActionsOfMine } from './actions-of-mine.tsx';
import { AnswersAwaited } from './answers-awaited.tsx';
import { BackupLine, RestoredLine } from './backup-line.tsx';
import { ConcernsOfMine } from './concerns-of-mine.tsx';
import { ConcernsWaiting } from './concerns-waiting.tsx';
import { Counts } from './counts.tsx';
import { Drafts } from './drafts.tsx';
import { CannotWait, FinishSettingUp } from './finish-setting-up.tsx';
import { LateDecisions } from './late-decisions.tsx';
import { LateForColleagues } from './late-for-colleagues.tsx';
import { NotInGpRecord } from './not-in-gp-record.tsx';
import { PracticeRuns } from './practice-runs.tsx';
import { ReferralsWaiting } from './referrals-waiting.tsx';
import { SaidAtSignIn } from './said-at-sign-in.tsx';
import { StateOfTheLog } from './state-of-the-log.tsx';
import { SupervisionDue } from './supervision-due.tsx';
import { ToConfirm } from './to-confirm.tsx';
import { WaitingForAccess } from './waiting-for-access.tsx';
import { WhileYouWereAway } from './while-you-were-away.tsx';
import { WrittenForYou } from './written-for-you.tsx';

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
      <SaidAtSignIn />
      <WhileYouWereAway />
      <CannotWait />
      <Counts />
      <div className="layout layout--side">
        <div>
          <WaitingForAccess />
          <RestoredLine />
          <BackupLine late />
          {isManager && <LateDecisions />}
          {isManager && <StateOfTheLog />}
          <RestrictedList />
          <ConcernsOfMine />
          {works && <LateForColleagues />}
          {works && <ConcernsWaiting />}
          <WrittenForYou />
          {works && <AnswersAwaited />}
          <ToConfirm />
          <PracticeRuns />
          <LetInWaiting mine />
          {works && <ActionsOfMine />}
          <FinishSettingUp />
          {works && <ReferralsWaiting />}
          {works && <NotInGpRecord />}
          {works && <PerhapsSame />}
          {works && <SupervisionDue />}
          <BackupLine late={false} />
        </div>
        <div>
          <DangerNow />
          <Drafts />
          {works && <OnPaper />}
        </div>
      </div>
    </Page>
  );
}
