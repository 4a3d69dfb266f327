import { storeProblems } from '../../shared/contract/failures.ts';
import type { Sealed } from '../../shared/contract/staffing.ts';

/** What became of the backup that comes before the log gets a new key. */
export function backupWords({ backup, backupProblem }: Sealed): string {
  if (backup !== null)
    return `A backup was made first and read back whole: ${backup.entries.toLocaleString('en-GB')} entries.`;
  return backupProblem === null
    ? 'No backup was made: no place for backups is chosen on this computer.'
    : `No backup was made. ${storeProblems[backupProblem]}`;
}
