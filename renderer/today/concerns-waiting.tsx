import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { byUrgency, isReal, isWaiting, silenceOf, silenceWords } from '../concerns/concern-status.ts';
import { stepDueWords } from '../concerns/due-words.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ConcernRow } from './concern-row.tsx';

const steps = {
  'take-over': { words: 'Record who took over', to: '/concerns/$concern/tell' },
  acknowledge: { words: 'Acknowledge', to: '/concerns/$concern/acknowledge' },
  decide: { words: 'Decide', to: '/concerns/$concern/decide' },
} as const;

/** The first step that is missing. Whoever phones for a takeover has thereby seen the concern. */
function nextStep(line: ConcernLine): keyof typeof steps {
  if (silenceOf(line) === 'nobody-took-over') return 'take-over';
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
  const { isLead } = useSignedIn();
  const concerns = useLook('concerns', 'list', {});
  return (
    <Look at={concerns} what="concerns">
      {(lines) => {
        const waiting = lines.filter((line) => line.mayDecide && isReal(line) && isWaiting(line)).toSorted(byUrgency);
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
