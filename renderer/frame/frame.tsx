import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useNightlyBackup } from '../backup/nightly.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { AppBar } from './app-bar.tsx';
import { Band } from './band.tsx';
import { DamageFound } from './damage-found.tsx';
import { MainNav } from './main-nav.tsx';
import { StatusBar } from './status-bar.tsx';
import { Surroundings } from './surroundings.tsx';

/** After each change of page: back to the top, and the focus on what is new (ui.md 7.6). */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const first = useRef(true);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the path is the occasion, not an input
  useEffect(() => {
    if (!first.current) {
      window.scrollTo(0, 0);
      main.current?.focus();
    }
    first.current = false;
  }, [path]);
  return main;
}

/** What surrounds every page of an unlocked log. */
export function Frame() {
  const main = useFocusOnNewPage();
  useNightlyBackup();
  return (
    <Surroundings>
      <SkipLink to="main" />
      <header className="app-header">
        <AppBar />
        <MainNav />
      </header>
      <Band />
      <DamageFound />
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <StatusBar />
    </Surroundings>
  );
}
