import { Link } from '@tanstack/react-router';
import type { SupervisionDue as Line } from '../../shared/contract/supervision.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dueWords, longDate } from '../words/dates.ts';

function Sign() {
  const sessions = useLook('supervision', 'list', {});
  if (sessions.error !== null) {
    return (
      <WorkRow
        title="Sessions that wait for you to sign them could not be shown"
        meta={sessions.error.message}
        late
        due="They may be there"
        action={
          <Button small onClick={() => void sessions.refetch()}>
            Try again
          </Button>
        }
      />
    );
  }
  const mine = (sessions.data ?? []).filter(({ mustSign }) => mustSign);
  return mine.map(({ session, reference, heldOn }) => (
    <WorkRow
      key={session}
      title={`Read and sign the session of ${longDate(heldOn)}`}
      meta={reference}
      action={
        <Link to="/supervision/$session" params={{ session }} className={buttonClass({ small: true })}>
          Read and sign <VisuallyHidden>{reference}</VisuallyHidden>
        </Link>
      }
    />
  ));
}

function Row({ line }: { readonly line: Line }) {
  const { register, nameOf } = useSignedIn();
  const { staff, supervisor, last, next, state } = line;
  const iSupervise = supervisor === register.me;
  return (
    <WorkRow
      title={iSupervise ? nameOf(staff) : `With ${nameOf(supervisor)}`}
      meta={last === null ? 'Never met' : `Last met ${longDate(last)}`}
      due={state === 'never-met' ? `First meeting due by ${longDate(next)}` : dueWords(next).words}
      late={state === 'overdue'}
      action={
        iSupervise && (
          <Link to="/supervision/new" search={{ with: staff }} className={buttonClass({ small: true })}>
            Record <VisuallyHidden>a session with {nameOf(staff)}</VisuallyHidden>
          </Link>
        )
      }
    />
  );
}

/** Sessions to sign, and when each pair meets next. */
export function SupervisionDue() {
  const due = useLook('supervision', 'due', {});
  return (
    <Look at={due} what="supervision">
      {(lines) => (
        <Card title="Supervision" actions={<Link to="/supervision">All supervision</Link>} flush>
          <WorkList>
            <Sign />
            {lines.map((line) => (
              <Row key={`${line.staff} ${line.supervisor}`} line={line} />
            ))}
            {lines.length === 0 && (
              <WorkRow title="Nobody is named yet." meta="A practice manager names who supervises whom." />
            )}
          </WorkList>
        </Card>
      )}
    </Look>
  );
}
