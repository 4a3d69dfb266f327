import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { WindowState } from '../shared/contract/window.ts';
import { useTypingCounts } from './frame/use-typing-counts.ts';
import { looks } from './look.tsx';
import { Locked } from './unlock/locked.tsx';

const loadUnlocked = () => import('./unlocked.tsx');
const Unlocked = lazy(async () => ({ default: (await loadUnlocked()).Unlocked }));

/** The whole of the screens: locked or unlocked. Between the two lies a new page, so nothing is carried over. */
export function App() {
  const [state, setState] = useState<WindowState | null>(null);
  const [firstPage, setFirstPage] = useState<string | null>(null);
  useTypingCounts();
  useEffect(() => {
    void window.practiceLog.window.state().then(setState);
  }, []);
  useEffect(() => {
    // While somebody types their passphrase. The numbers for danger come first.
    if (state !== null) void loadUnlocked();
  }, [state]);
  const onUnlocked = useCallback((page: string) => {
    void window.practiceLog.window.unlocked();
    setFirstPage(page);
  }, []);
  if (state === null) return null;
  return (
    <QueryClientProvider client={looks}>
      {firstPage === null ? (
        <Locked state={state} onUnlocked={onUnlocked} />
      ) : (
        <Suspense fallback={null}>
          <Unlocked returnTo={state.returnTo} firstPage={firstPage} />
        </Suspense>
      )}
    </QueryClientProvider>
  );
}
