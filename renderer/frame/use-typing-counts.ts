import { useEffect } from 'react';

const often = 1_000;

/**
 * Whoever types is here. Speech, switches and screen readers fill a field without touching a key or the mouse, and the
 * system's own idle time goes on: it would clear half a passphrase under the hands of whoever speaks it.
 */
export function useTypingCounts(): void {
  useEffect(() => {
    let said = Number.NEGATIVE_INFINITY;
    const typed = ({ timeStamp }: Event): void => {
      if (timeStamp - said < often) return;
      said = timeStamp;
      void window.practiceLog.window.keepWorking();
    };
    document.addEventListener('input', typed);
    return () => document.removeEventListener('input', typed);
  }, []);
}
