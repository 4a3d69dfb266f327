import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { whenWords } from '../words/dates.ts';

interface Props {
  readonly concerns: readonly ConcernLine[];
  readonly onClose: () => void;
  readonly onLock: () => void;
}

/** Asked at a lock: saved is not told. */
export function NobodyTold({ concerns, onClose, onLock }: Props) {
  return (
    <Dialog title="Nobody has been told yet" onClose={onClose}>
      <p>You saved these concerns and have not recorded that you told anybody. {sendsNothing}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {concerns.map(({ concern, reference, raisedAt }) => (
          <li key={concern}>
            <Link to="/concerns/$concern/tell" params={{ concern }} onClick={onClose}>
              Record who you told about {reference}
            </Link>
            , saved {whenWords(raisedAt)}
          </li>
        ))}
      </ul>
      <div className="nhsuk-button-group">
        <Button onClick={onLock} kind="secondary">
          Lock anyway
        </Button>
      </div>
    </Dialog>
  );
}
