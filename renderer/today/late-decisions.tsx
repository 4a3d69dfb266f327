import { parseISO } from 'date-fns';
import { lastingWords } from '../concerns/due-words.ts';
import { useLook } from '../look.tsx';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { useNow } from '../use-now.ts';
import { lateDecisionsSentence } from './late-decisions-words.ts';

/** For practice managers: that concerns wait too long. A number and a time, never whom they are about. */
export function LateDecisions() {
  const now = useNow();
  const { data } = useLook('concerns', 'lateDecisions', {});
  if (data === undefined || data.since === null) return null;
  const waited = lastingWords(now.getTime() - parseISO(data.since).getTime());
  return (
    <Card title="Decisions that are late" flush>
      <WorkList label="Decisions that are late">
        <WorkRow
          title={lateDecisionsSentence(data.late, waited)}
          meta="Phone the safeguarding lead. If you do not reach them, phone the deputy. You see no names here."
          due="Late"
          late
        />
      </WorkList>
    </Card>
  );
}
