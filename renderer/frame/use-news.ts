import { useEffect } from 'react';
import type { WindowNews } from '../../shared/contract/window.ts';

type Listener = (news: WindowNews) => void;

const listeners = new Set<Listener>();
// The bridge takes listeners and never gives them back, so it gets one, and screens come and go behind it.
let listening = false;

/** Hears what the window says for as long as the screen stands. */
export function useNews(listener: Listener): void {
  useEffect(() => {
    if (!listening) {
      listening = true;
      window.practiceLog.onNews((news) => {
        for (const one of listeners) one(news);
      });
    }
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [listener]);
}
