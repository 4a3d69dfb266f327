import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import type { MenuItem, WindowNews } from '../../shared/contract/window.ts';
import { silenceOf } from '../concerns/concern-status.ts';
import { useLook } from '../look.tsx';
import { FrameCommandsContext } from './commands.tsx';
import { Curtain } from './curtain.tsx';
import { Find } from './find.tsx';
import { LockSoon } from './lock-soon.tsx';
import { NobodyTold } from './nobody-told.tsx';
import { ShortcutsList } from './shortcuts-list.tsx';
import { useNews } from './use-news.ts';
import { useShortcuts } from './use-shortcuts.ts';

type Over = 'find' | 'shortcuts' | 'hidden' | 'nobody-told' | null;

const lockNow = (): void => void window.practiceLog.window.lock('asked');
const hiddenTooLong = (): void => void window.practiceLog.window.lock('hidden-too-long');

/** Dialogs, curtain, keys and the window's news: what lies around every page and is opened from anywhere. */
export function Surroundings({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState<Over>(null);
  const [lockSoon, setLockSoon] = useState<number | null>(null);
  const navigate = useNavigate();
  const { mine, problem } = useUntoldOfMine();
  const asksFirst = mine.length > 0 || problem !== null;
  const close = useCallback(() => setOver(null), []);
  const commands = useMemo(
    () => ({
      find: () => setOver('find'),
      hide: () => setOver('hidden'),
      shortcuts: () => setOver('shortcuts'),
      lock: () => (asksFirst ? setOver('nobody-told') : lockNow()),
    }),
    [asksFirst],
  );
  useShortcuts(commands);

  const chosen = useCallback(
    (item: MenuItem) => {
      const go: Readonly<Record<MenuItem, () => void>> = {
        raise: () => void navigate({ to: '/concerns/new' }),
        'record-session': () => void navigate({ to: '/supervision/new' }),
        today: () => void navigate({ to: '/' }),
        find: commands.find,
        hide: commands.hide,
        lock: commands.lock,
        print: () => dispatchEvent(new Event('print-record')),
        shortcuts: commands.shortcuts,
      };
      go[item]();
    },
    [commands, navigate],
  );
  const news = useCallback(
    (told: WindowNews) => {
      if (told.news === 'lock-soon') setLockSoon(told.seconds);
      else if (told.news === 'lock-called-off') setLockSoon(null);
      else if (told.news === 'chosen') chosen(told.item);
    },
    [chosen],
  );
  useNews(news);
  useEffect(() => {
    document.body.classList.toggle('is-hidden', over === 'hidden');
  }, [over]);

  const keepWorking = useCallback(() => {
    setLockSoon(null);
    void window.practiceLog.window.keepWorking();
  }, []);
  return (
    <FrameCommandsContext value={commands}>
      <div className="app-root" inert={over === 'hidden'}>
        {children}
      </div>
      {over === 'find' && <Find onClose={close} />}
      {over === 'shortcuts' && <ShortcutsList onClose={close} />}
      {over === 'nobody-told' && <NobodyTold concerns={mine} problem={problem} onClose={close} onLock={lockNow} />}
      {over === 'hidden' && <Curtain onShow={close} onLock={hiddenTooLong} />}
      {lockSoon !== null && over !== 'hidden' && <LockSoon seconds={lockSoon} onKeep={keepWorking} />}
    </FrameCommandsContext>
  );
}

interface Untold {
  readonly mine: readonly ConcernLine[];
  /** Why it is not known whether there are any. */
  readonly problem: string | null;
}

/** Concerns of mine that I have told nobody of, so that a lock asks about them. */
function useUntoldOfMine(): Untold {
  const { data, error } = useLook('concerns', 'list', {});
  return useMemo(
    () => ({
      mine: (data ?? []).filter((line) => line.mine && silenceOf(line) !== null),
      problem: error?.message ?? null,
    }),
    [data, error],
  );
}
