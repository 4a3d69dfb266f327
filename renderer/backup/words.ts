import { differenceInCalendarDays, parseISO } from 'date-fns';
import type { BackupSummary } from '../../shared/contract/backup.ts';
import { longDate, whenWords } from '../words/dates.ts';

export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

export const entryCount = (n: number): string => count(n, 'entry', 'entries');

/** `3.4 MB`: nobody has to know how many bytes. */
export function sizeWords(bytes: number): string {
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 100_000_000 ? 1 : 0,
  }).format(Math.max(bytes / 1_000_000, 0.1));
}

/** When the last verified backup was, in the words of every place that says it. */
export function lastBackupWords({ lastVerified }: Pick<BackupSummary, 'lastVerified'>): string {
  if (lastVerified === null) return 'No backup yet';
  const days = differenceInCalendarDays(new Date(), parseISO(lastVerified.at));
  return days < 2 ? `Last backup ${whenWords(lastVerified.at)}` : `Last backup ${days} days ago`;
}

/** What a restore left behind, in sentences. */
export function restoredWords({ at, madeAt, missing }: NonNullable<BackupSummary['restored']>): string {
  const put = `On ${longDate(at)} this log was put back to how it was in a backup of ${whenWords(madeAt)}.`;
  if (missing === 0) return `${put} Nothing that this computer had seen is missing from it.`;
  return `${put} ${entryCount(missing)} that came later ${missing === 1 ? 'is' : 'are'} missing.`;
}
