import { storeProblems } from '../../shared/contract/failures.ts';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { Left } from '../../shared/contract/staffing.ts';
import { useFrameCommands } from '../frame/commands.tsx';
import { leftWords } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Banner } from '../ui/notices.tsx';
import { SummaryList } from '../ui/summary-list.tsx';

function backupWords({ backup, backupProblem }: Left): string {
  if (backup !== null) return `Made first and read back whole: ${backup.entries.toLocaleString('en-GB')} entries.`;
  return backupProblem === null
    ? 'None was made: no place for backups is chosen on this computer.'
    : `None was made. ${storeProblems[backupProblem]}`;
}

function SealedOff({ left }: { readonly left: Left }) {
  const { lock } = useFrameCommands();
  if (left.sealedOff) return <>Yes. A copy of the log that they may have kept opens nothing that is written later.</>;
  return (
    <>
      <p className="due--late">
        Not yet: it could not be done now. Lock the log and unlock it again, which does it before anything is written.
      </p>
      <Button small onClick={lock}>
        Lock the log
      </Button>
    </>
  );
}

/** What came of it, also where something did not work: they have left in any case. */
export function HasLeft({ line, left }: { readonly line: StaffLine; readonly left: Left | null }) {
  if (left === null) {
    return (
      <Card>
        <p>
          {line.name} {leftWords(line)}. There is nothing more to do here.
        </p>
      </Card>
    );
  }
  return (
    <>
      <Banner kind={left.sealedOff ? 'success' : 'information'} heading={`${line.name} has left`}>
        <p>They cannot sign in, read or write any more. What they wrote stays.</p>
      </Banner>
      <Card title="What was done">
        <SummaryList
          rows={[
            { key: 'Sign-in', value: 'Ended.' },
            { key: 'Backup', value: backupWords(left) },
            { key: 'New key for the log', value: <SealedOff left={left} /> },
          ]}
        />
      </Card>
    </>
  );
}
