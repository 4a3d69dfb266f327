import { Link } from '@tanstack/react-router';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { longDate } from '../words/dates.ts';

/** The ways into the log: one's own passphrase, a colleague's, and the recovery key. */
export function PassphrasesCard() {
  const { register, isManager, isSupervisor } = useSignedIn();
  const { tried, proposed } = register.recovery;
  return (
    <Card title="Passphrases and recovery" flush>
      <WorkList>
        <WorkRow
          title={<Link to="/practice/passphrase">Change my passphrase</Link>}
          meta="What you read and your drafts stay as they are."
        />
        {(isManager || isSupervisor) && (
          <WorkRow
            title={<Link to="/practice/let-in-again">Let somebody in again</Link>}
            meta="For a colleague who forgot their passphrase and sits beside you. Two people are needed."
          />
        )}
        <WorkRow
          title={<Link to="/practice/recovery">Recovery key</Link>}
          meta="Two halves on paper, for the day on which nobody can let somebody in again."
          late={tried === null || proposed !== null}
          due={
            proposed !== null
              ? 'A new key waits for a second colleague'
              : tried === null
                ? 'Nobody has typed both halves yet'
                : `Both halves work: tried ${longDate(tried.at)}`
          }
        />
      </WorkList>
    </Card>
  );
}
