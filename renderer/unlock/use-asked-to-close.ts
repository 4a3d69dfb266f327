import { useCallback, useState } from 'react';
import type { WindowNews } from '../../shared/contract/window.ts';
import { useNews } from '../frame/use-news.ts';

/** Whether somebody closes the window over a recovery key, or over one that is being made, and how they stay. */
export function useAskedToClose(): { readonly closing: boolean; readonly stay: () => void } {
  const [closing, setClosing] = useState(false);
  const news = useCallback((told: WindowNews) => {
    if (told.news !== 'closing') return;
    void window.practiceLog.window.asking();
    setClosing(true);
  }, []);
  useNews(news);
  return { closing, stay: () => setClosing(false) };
}
