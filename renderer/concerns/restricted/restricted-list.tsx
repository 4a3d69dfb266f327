import { Link } from '@tanstack/react-router';
import type { RestrictedLine } from '../../../shared/contract/restricted.ts';
import { useLook } from '../../look.tsx';
import { useSignedIn } from '../../signed-in.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../../ui/work-list.tsx';
import { whenWords } from '../../words/dates.ts';

function stageWords({ told, acknowledgedAt, stage }: RestrictedLine): {
  readonly words: string;
  readonly late: boolean;
} {
  if (stage === 'closed') return { words: 'Closed', late: false };
  if (stage === 'entered-in-error') return { words: 'Entered in error', late: false };
  if (!told) return { words: 'Nobody told yet', late: true };
  return acknowledgedAt === null
    ? { words: 'Waiting for somebody to acknowledge it', late: false }
    : { words: 'Acknowledged', late: false };
}

/** Only whoever reads one sees that there is such a list. */
export function RestrictedList() {
  const { nameOf } = useSignedIn();
  const lines = useLook('restricted', 'list', {}).data ?? [];
  if (lines.length === 0) return null;
  return (
    <Card title="Restricted concerns" flush>
      <WorkList>
        {lines.map((line) => {
          const { words, late } = stageWords(line);
          return (
            <WorkRow
              key={line.concern}
              title={line.name}
              meta={`Restricted. Raised by ${line.mine ? 'you' : nameOf(line.raisedBy)}, ${whenWords(line.raisedAt)}`}
              due={words}
              late={late}
              action={
                <Link
                  to="/concerns/$concern"
                  params={{ concern: line.concern }}
                  className={buttonClass({ small: true })}
                >
                  Open <VisuallyHidden>{line.reference}</VisuallyHidden>
                </Link>
              }
            />
          );
        })}
      </WorkList>
    </Card>
  );
}
