import type { StaffLine } from '../../shared/contract/register.ts';
import type { Sealed } from '../../shared/contract/staffing.ts';
import { useFrameCommands } from '../frame/commands.tsx';
import { leftWords } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Banner } from '../ui/notices.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { backupWords } from './backup-words.ts';

function SealedOff({ left }: { readonly left: Sealed }) {
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
export function HasLeft({ line, left }: { readonly line: StaffLine; readonly left: Sealed | null }) {
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
