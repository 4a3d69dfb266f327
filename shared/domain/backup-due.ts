/** Without a verified backup for longer than this, status bar and Today are red (security.md 5.8). */
export const overdueAfterDays = 3;
/** How often a restore is to be rehearsed. */
export const drillAfterDays = 30;

const day = 86_400_000;

/** Times in milliseconds since 1970. */
export interface BackupFacts {
  readonly now: number;
  /** When the last verified backup was made; null when there was none. */
  readonly last: number | null;
  /** Entries since then that are more than somebody having signed in. */
  readonly news: number;
}

/**
 * Whether to make a backup now: at a lock whenever there is news, at night also when the last one is from another day.
 * A clock that was put back counts as a day gone by.
 */
export function backupDue({ now, last, news }: BackupFacts, when: 'at-lock' | 'nightly'): boolean {
  if (last === null) return true;
  const gone = now - last;
  return (when === 'at-lock' && news > 0) || gone >= (news > 0 ? 20 / 24 : 1) * day || gone < 0;
}

/** One that lies ahead was made by a clock that was wrong, then or now: nobody knows how old it is. */
const isOlder = ({ now, last }: Pick<BackupFacts, 'now' | 'last'>, days: number): boolean =>
  last === null || last > now || now - last > days * day;

export function backupOverdue(facts: Pick<BackupFacts, 'now' | 'last'>): boolean {
  return isOlder(facts, overdueAfterDays);
}

export function drillDue(facts: Pick<BackupFacts, 'now' | 'last'>): boolean {
  return isOlder(facts, drillAfterDays);
}
