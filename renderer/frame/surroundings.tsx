import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import type { MenuItem, WindowNews } from '../../shared/contract/window.ts';
import { nothingIsSaved } from '../audit/read-only-words.ts';
import { useReadOnly } from '../audit/troubles.ts';
import { isReal, silenceOf } from '../concerns/concern-status.ts';
import { useLook } from '../look.tsx';
import { SavingOffContext } from '../ui/saving-off.ts';
import { FrameCommandsContext } from './commands.tsx';
import { Curtain } from './curtain.tsx';
import { Find } from './find.tsx';
import { LockSoon } from './lock-soon.tsx';
import { NobodyTold } from './nobody-told.tsx';
import { PassphraseAgain } from './passphrase-again.tsx';
import { ShortcutsList } from './shortcuts-list.tsx';
import { useNews } from './use-news.ts';
import { useShortcuts } from './use-shortcuts.ts';

type Over = 'find' | 'shortcuts' | 'lock' | 'close' | null;

const lockNow = (): void => void window.practiceLog.window.lock('asked');
const hiddenTooLong = (): void => void window.practiceLog.window.lock('hidden-too-long');
const closeNow = (): void => void window.practiceLog.window.leave();

/** Dialogs, curtain, keys and the window's news: what lies around every page and is opened from anywhere. */
export function Surroundings({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState<Over>(null);
  // Apart from all else: nothing that opens or closes takes the curtain away.
  const [hidden, setHidden] = useState(false);
  const [lockSoon, setLockSoon] = useState<number | null>(null);
  const isReadOnly = useReadOnly() !== null;
  const navigate = useNavigate();
  const { mine, problem } = useUntoldOfMine();
  // What cannot be written down here any more is asked of nobody at a lock.
  const asksFirst = !isReadOnly && (mine.length > 0 || problem !== null);
  const close = useCallback(() => setOver(null), []);
  const commands = useMemo(
    () => ({
      find: () => setOver('find'),
      hide: () => setHidden(true),
      shortcuts: () => setOver('shortcuts'),
      // Under the curtain nobody can be asked: the question would show what it hides. Today asks it again.
      lock: () => (asksFirst && !hidden ? setOver('lock') : lockNow()),
    }),
    [asksFirst, hidden],
  );
  useShortcuts(commands);

  const chosen = useCallback(
    (item: MenuItem) => {
      if (hidden && item !== 'lock') return;
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
    [commands, hidden, navigate],
  );
  const closing = useCallback(() => {
    if (!asksFirst || hidden) return closeNow();
    void window.practiceLog.window.asking();
    setOver('close');
  }, [asksFirst, hidden]);
  const news = useCallback(
    (told: WindowNews) => {
      if (told.news === 'lock-soon') setLockSoon(told.seconds);
      else if (told.news === 'lock-called-off') setLockSoon(null);
      else if (told.news === 'chosen') chosen(told.item);
      else if (told.news === 'closing') closing();
    },
    [chosen, closing],
  );
  useNews(news);
  useEffect(() => {
    void window.practiceLog.window.doing(asksFirst ? 'nobody-told' : 'nothing');
  }, [asksFirst]);

  const keepWorking = useCallback(() => {
    setLockSoon(null);
    void window.practiceLog.window.keepWorking();
  }, []);
  const show = useCallback(() => {
    setHidden(false);
    keepWorking();
  }, [keepWorking]);
  return (
    <FrameCommandsContext value={commands}>
      <div className="app-root" inert={hidden}>
        <SavingOffContext value={isReadOnly ? nothingIsSaved : null}>{children}</SavingOffContext>
      </div>
      {over === 'find' && <Find onClose={close} />}
      {over === 'shortcuts' && <ShortcutsList onClose={close} />}
      {over === 'lock' && (
        <NobodyTold concerns={mine} problem={problem} onClose={close} anyway="Lock" onAnyway={lockNow} />
      )}
      {over === 'close' && (
        <NobodyTold concerns={mine} problem={problem} onClose={close} anyway="Close" onAnyway={closeNow} />
      )}
      <PassphraseAgain />
      {hidden && <Curtain onShow={show} onLock={lockNow} onTooLong={hiddenTooLong} />}
      {lockSoon !== null && !hidden && <LockSoon seconds={lockSoon} onKeep={keepWorking} />}
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
      mine: (data ?? []).filter((line) => line.mine && isReal(line) && silenceOf(line) !== null),
      problem: error?.message ?? null,
    }),
    [data, error],
  );
}
