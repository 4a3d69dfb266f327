import { PhoneInstead } from '../concerns/who-reads.tsx';
import { useLook } from '../look.tsx';
import { Card } from '../ui/card.tsx';
import { Problem } from '../ui/problem.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

/** What I should read and cannot yet, and practices where nobody reads. Nothing when all is well. */
export function WaitingForAccess() {
  const at = useLook('register', 'waiting', {});
  if (at.error !== null) return <Problem sentence={at.error.message} onAgain={() => void at.refetch()} />;
  const { sentences = [], nobodyReads = [] } = at.data ?? {};
  if (sentences.length === 0) return null;
  // The sentences about practices come last, one for each.
  const first = sentences.length - nobodyReads.length;
  return (
    <Card title="Waits until somebody signs in" flush>
      <WorkList label="Waits until somebody signs in">
        {sentences.slice(0, first).map((sentence) => (
          <WorkRow key={sentence} title={`${sentence}.`} />
        ))}
        {sentences.slice(first).map((sentence) => (
          <WorkRow key={sentence} title={<span className="due--late">{sentence}.</span>} meta={<PhoneInstead />} />
        ))}
      </WorkList>
    </Card>
  );
}
