import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffId } from '../../../shared/domain/ids.ts';

/** Notes a failed unlock beside the log, which nobody can write while it is locked. One JSON line: who, when. */
export function noteFailedUnlock(folder: string, staff: StaffId, at: Date): void {
  try {
    appendFileSync(join(folder, 'attempts.jsonl'), `${JSON.stringify({ staff, at: at.toISOString() })}\n`);
  } catch {
    // A folder that cannot be written must not hide from the person that their passphrase was wrong.
  }
}
