import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useReadOnly } from '../audit/troubles.ts';
import { isReal, isWaiting } from '../concerns/concern-status.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Count } from '../ui/count.tsx';
import { Icon } from '../ui/icon.tsx';
import { pages } from './pages.ts';

function WaitingCount() {
  const concerns = useLook('concerns', 'list', {});
  const waiting = concerns.data?.filter((line) => line.mayDecide && isReal(line) && isWaiting(line)).length ?? 0;
  return waiting === 0 ? null : <Count count={waiting} words="waiting" onDark />;
}

/** The rooms of the log that this person can use. */
export function MainNav() {
  const signedIn = useSignedIn();
  const isReadOnly = useReadOnly() !== null;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [open, setOpen] = useState(false);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new page closes the folded menu
  useEffect(() => setOpen(false), [path]);
  return (
    <div className="app-nav">
      <div className="nhsuk-width-container app-nav__row">
        <button
          type="button"
          className="bar-btn app-nav__toggle"
          aria-expanded={open}
          aria-controls="main-navigation"
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
        <nav aria-label="Main" id="main-navigation" data-open={open}>
          <ul>
            {pages
              .filter(({ forWhom }) => forWhom(signedIn))
              .map(({ to, words }) => (
                <li key={to}>
                  <Link to={to} aria-current={isAt(path, to) ? 'page' : undefined}>
                    {words}
                    {to === '/concerns' && <WaitingCount />}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        {!isReadOnly && (
          <div className="app-nav__cta">
            <Link to="/concerns/new" className="nhsuk-button nhsuk-button--small" aria-keyshortcuts="Control+Shift+S">
              <Icon name="add" /> Raise a concern
            </Link>
          </div>
        )}
      </div>
    </div>
  );
}

function isAt(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
}
