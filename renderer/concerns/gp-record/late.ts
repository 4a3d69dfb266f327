import type { ConcernLine } from '../../../shared/contract/concerns.ts';
import { dayInEngland } from '../../../shared/domain/calendar.ts';
import { isDueInGpRecord } from '../../../shared/domain/gp-record.ts';

/** Whether a concern should stand in the GP record by now and nobody has recorded that it does. @param days the setting */
export function owesGpRecord(
  { practiceRun, inGpRecord, stage, raisedAt }: ConcernLine,
  days: number,
  now: Date = new Date(),
): boolean {
  if (practiceRun || inGpRecord || stage === 'entered-in-error' || stage === 'duplicate') return false;
  return isDueInGpRecord(raisedAt, days, dayInEngland(now));
}
