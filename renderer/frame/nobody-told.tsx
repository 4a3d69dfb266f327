import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { type Silence, silenceOf } from '../concerns/concern-status.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { whenWords } from '../words/dates.ts';

interface Props {
  readonly concerns: readonly ConcernLine[];
  /** Why it could not be looked up whether there are more. */
  readonly problem: string | null;
  readonly onClose: () => void;
  /** What they are about to do, as the button says it. */
  readonly anyway: 'Lock' | 'Close';
  readonly onAnyway: () => void;
}

function titleOf(concerns: readonly ConcernLine[]): string {
  if (concerns.length === 0) return 'Has everybody been told?';
  const untold = concerns.some((line) => silenceOf(line) === 'nobody-told');
  return untold ? 'Nobody has been told yet' : 'Nobody has taken over yet';
}

/** Asked at a lock and before the window closes: saved is not told, and told is not taken over. */
export function NobodyTold({ concerns, problem, onClose, anyway, onAnyway }: Props) {
  const silent = (silence: Silence): boolean => concerns.some((line) => silenceOf(line) === silence);
  return (
    <Dialog title={titleOf(concerns)} onClose={onClose}>
      {problem !== null && (
        <p>
          It could not be looked up whether anybody has been told of every concern that you raised. {problem}{' '}
          {sendsNothing}
        </p>
      )}
      {silent('nobody-told') && (
        <p>You saved concerns and have not recorded that anybody was told of them. {sendsNothing}</p>
      )}
      {silent('nobody-took-over') && (
        <p>
          Somebody must take over at once where someone may harm themselves. You have not recorded that anybody has.
        </p>
      )}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {concerns.map((line) => (
          <li key={line.concern}>
            <Link to="/concerns/$concern/tell" params={{ concern: line.concern }} onClick={onClose}>
              {silenceOf(line) === 'nobody-took-over' ? 'Record who took over' : 'Record who you told about'}{' '}
              {line.reference}
            </Link>
            , saved {whenWords(line.raisedAt)}
          </li>
        ))}
      </ul>
      <div className="nhsuk-button-group">
        <Button onClick={onAnyway} kind="secondary">
          {anyway} anyway
        </Button>
      </div>
    </Dialog>
  );
}
