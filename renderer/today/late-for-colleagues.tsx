import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { byUrgency, isReal } from '../concerns/concern-status.ts';
import { stepDueWords } from '../concerns/due-words.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList } from '../ui/work-list.tsx';
import { useNow } from '../use-now.ts';
import { ConcernRow } from './concern-row.tsx';

/** Whether it is late for somebody else who decides, and so on my list too. */
export function isLateForOthers(line: ConcernLine): boolean {
  return isReal(line) && line.lateFor.length > 0;
}

/** Concerns that are late for the lead or another owner: I decide about them too, so they are mine to take on now. */
export function LateForColleagues() {
  const { nameOf } = useSignedIn();
  const now = useNow();
  const concerns = useLook('concerns', 'list', {});
  const late = (concerns.data ?? []).filter(isLateForOthers).toSorted(byUrgency);
  if (late.length === 0) return null;
  const names = new Intl.ListFormat('en-GB');
  return (
    <Card title="Late for a colleague" flush>
      <WorkList label="Late for a colleague">
        {late.map((line) => (
          <ConcernRow
            key={line.concern}
            line={line}
            due={`Late for ${names.format(line.lateFor.map(nameOf))}: ${line.due === null ? '' : stepDueWords(line.due, now).words}`}
            late
            action={
              <Link to="/concerns/$concern" params={{ concern: line.concern }} className={buttonClass({ small: true })}>
                Open<VisuallyHidden> {line.reference}</VisuallyHidden>
              </Link>
            }
          />
        ))}
      </WorkList>
    </Card>
  );
}
