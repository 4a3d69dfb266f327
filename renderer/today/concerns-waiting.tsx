import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { byUrgency, silenceOf } from '../concerns/concern-status.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ConcernRow } from './concern-row.tsx';

function Row({ line }: { readonly line: ConcernLine }) {
  const { nameOf } = useSignedIn();
  const { concern, owner, reference } = line;
  const next = owner === null ? ('acknowledge' as const) : ('decide' as const);
  return (
    <ConcernRow
      line={line}
      due={
        owner === null
          ? silenceOf(line) !== null
            ? 'No owner, nobody told'
            : 'No owner yet'
          : `Owner: ${nameOf(owner)}`
      }
      late={owner === null}
      action={
        <Link
          to={next === 'acknowledge' ? '/concerns/$concern/acknowledge' : '/concerns/$concern/decide'}
          params={{ concern }}
          className={buttonClass({ small: true })}
        >
          {next === 'acknowledge' ? 'Acknowledge' : 'Decide'} <VisuallyHidden>{reference}</VisuallyHidden>
        </Link>
      }
    />
  );
}

/** Concerns on which I may decide and nobody has. */
export function ConcernsWaiting() {
  const { isLead } = useSignedIn();
  const concerns = useLook('concerns', 'list', {});
  return (
    <Look at={concerns} what="concerns">
      {(lines) => {
        const waiting = lines.filter(({ mayDecide, decision }) => mayDecide && decision === null).toSorted(byUrgency);
        if (!isLead && waiting.length === 0) return null;
        return (
          <Card
            title="Concerns waiting for a decision"
            actions={
              <Link to="/concerns" search={{ show: 'waiting' }}>
                All concerns
              </Link>
            }
            flush
          >
            <WorkList>
              {waiting.map((line) => (
                <Row key={line.concern} line={line} />
              ))}
              {waiting.length === 0 && <WorkRow title="No concerns are waiting for a decision." />}
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
