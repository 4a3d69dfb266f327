import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { RegisterPage } from '../shared/contract/register.ts';
import type { WindowNews, WindowState } from '../shared/contract/window.ts';
import { isReadOnly } from './audit/troubles.ts';
import { BackingUpAtLock, useBackupAtLock } from './backup/at-lock.tsx';
import { useNews } from './frame/use-news.ts';
import { flushAll } from './leaving.ts';
import { Look, useLook } from './look.tsx';
import { type LogRouter, routerFrom } from './routes.tsx';
import { SignedInProvider, signedInFrom } from './signed-in.tsx';

/** A lock asks for what is half written, and where to come back to. */
function useFlush(router: LogRouter, staff: Parameters<typeof window.practiceLog.window.flushed>[0]['staff']): void {
  const news = useCallback(
    (told: WindowNews) => {
      if (told.news !== 'flush') return;
      void window.practiceLog.window.flushing();
      void flushAll().then((drafted) =>
        window.practiceLog.window.flushed({ staff, page: router.state.location.href, drafted }),
      );
    },
    [router, staff],
  );
  useNews(news);
}

interface UnlockedProps {
  readonly returnTo: WindowState['returnTo'];
  /** Where whoever was not here before begins. */
  readonly firstPage: string;
}

/** Everything behind the lock. Loaded beside the locked page, which nobody waits for. */
export function Unlocked({ returnTo, firstPage }: UnlockedProps) {
  const register = useLook('register', 'show', {});
  return (
    <Look at={register} what="the log">
      {(page) => <SignedInApp register={page} returnTo={returnTo} firstPage={firstPage} />}
    </Look>
  );
}

function SignedInApp({ register, returnTo, firstPage }: UnlockedProps & { readonly register: RegisterPage }) {
  const router = useMemo(
    () => routerFrom(isReadOnly() ? '/read-only' : returnTo?.staff === register.me ? returnTo.page : firstPage),
    [register.me, returnTo, firstPage],
  );
  const signedIn = useMemo(() => signedInFrom(register), [register]);
  useFlush(router, register.me);
  const locking = useBackupAtLock();
  if (locking) return <BackingUpAtLock />;
  return (
    <SignedInProvider value={signedIn}>
      <RouterProvider router={router} />
    </SignedInProvider>
  );
}
