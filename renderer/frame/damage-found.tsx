import { Link } from '@tanstack/react-router';
import { useDamageFound } from '../audit/whole-check.ts';

/** Stands on every page once a check has found the log damaged. */
export function DamageFound() {
  if (!useDamageFound()) return null;
  return (
    <aside className="band band--bad" aria-label="The log is damaged">
      <div className="nhsuk-width-container">
        A check found a problem with this log. Write nothing more in it and delete nothing.{' '}
        <Link to="/audit">See what to do</Link>
      </div>
    </aside>
  );
}
