import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { byUrgency, isReal, isWaiting, silenceOf, silenceWords } from '../concerns/concern-status.ts';
import { isDueToday, stepDueWords } from '../concerns/due-words.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ConcernRow } from './concern-row.tsx';
import { isLateForOthers } from './late-for-colleagues.tsx';

const steps = {
  'take-over': { words: 'Record who took over', to: '/concerns/$concern/tell' },
  acknowledge: { words: 'Acknowledge', to: '/concerns/$concern/acknowledge' },
  decide: { words: 'Decide', to: '/concerns/$concern/decide' },
  open: { words: 'Open', to: '/concerns/$concern' },
} as const;

/** Whether I may decide about it and something waits: a decision, a takeover, or a review or an answer of mine that is due. */
function isMineToDo(line: ConcernLine, me: StaffId): boolean {
  if (!line.mayDecide || !isReal(line) || isLateForOthers(line)) return false;
  if (isWaiting(line)) return true;
  return line.due !== null && isDueToday(line.due) && (line.owner === null || line.owner === me);
}

/** The first step that is missing. Whoever phones for a takeover has thereby seen the concern. */
function nextStep(line: ConcernLine): keyof typeof steps {
  if (silenceOf(line) === 'nobody-took-over') return 'take-over';
  if (line.decision !== null) return 'open';
  return line.owner === null ? 'acknowledge' : 'decide';
}

function Row({ line }: { readonly line: ConcernLine }) {
  const { nameOf } = useSignedIn();
  const { concern, owner, reference } = line;
  const silence = silenceOf(line);
  const { words, to } = steps[nextStep(line)];
  const owned = owner === null ? 'No owner yet' : `Owner: ${nameOf(owner)}`;
  const due = line.due === null ? null : stepDueWords(line.due);
  const said = [silence === null ? null : silenceWords[silence], due?.words, owned];
  return (
    <ConcernRow
      line={line}
      due={said.filter(Boolean).join('. ')}
      late={silence !== null || owner === null || due?.late === true}
      action={
        <Link to={to} params={{ concern }} className={buttonClass({ small: true })}>
          {words} <VisuallyHidden>{reference}</VisuallyHidden>
        </Link>
      }
    />
  );
}

/** Concerns on which I may decide and nobody has, and decided ones that somebody must take over and nobody has. */
export function ConcernsWaiting() {
  const { isLead, register } = useSignedIn();
  const concerns = useLook('concerns', 'list', {});
  return (
    <Look at={concerns} what="concerns">
      {(lines) => {
        const waiting = lines.filter((line) => isMineToDo(line, register.me)).toSorted(byUrgency);
        if (!isLead && waiting.length === 0) return null;
        return (
          <Card
            title="Concerns waiting for you"
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
              {waiting.length === 0 && <WorkRow title="No concerns are waiting for you." />}
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
