import { useEffect } from 'react';
import { log } from '../api.ts';
import { isReadOnly } from '../audit/troubles.ts';
import { looks } from '../look.tsx';

const every = 10 * 60_000;

/** From 8pm to 6am: a backup stops the log for some seconds, and by then nobody is in the middle of a day's work. */
function isNight(now: Date): boolean {
  return now.getHours() >= 20 || now.getHours() < 6;
}

/** While the log stays unlocked at night, a backup is made when one is due. What fails is said by the state of backups. */
export function useNightlyBackup(): void {
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (!isNight(new Date()) || isReadOnly()) return;
      const made = await log.backup.makeIfDue({ when: 'nightly' });
      if (made.ok && made.value !== null) void looks.invalidateQueries({ queryKey: ['backup'] });
    };
    const timer = setInterval(() => void look(), every);
    return () => clearInterval(timer);
  }, []);
}
