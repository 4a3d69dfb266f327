import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.tsx';

interface Props {
  readonly to: '/' | '/practice/numbers';
  readonly next: string;
  /** What comes after it. */
  readonly then: string;
}

export const thenUnlock =
  'Then each colleague unlocks the log with their own passphrase, and the safeguarding lead looks at the roles.';

/** The way on at the end of a page of the set-up. */
export function NextStep({ to, next, then }: Props) {
  return (
    <nav aria-label="Set up a log">
      <div className="nhsuk-button-group">
        <Link to={to} className={buttonClass()}>
          {next}
        </Link>
      </div>
      <p>{then}</p>
    </nav>
  );
}
