import type { UnlockReport } from '../../shared/contract/store.ts';

export type Troubles = Pick<UnlockReport, 'damagedRecords' | 'refusedEntries'>;

/** What happened, in a sentence for each kind of trouble. */
export function troubleWords({ damagedRecords, refusedEntries }: Troubles): readonly string[] {
  const count = (n: number): string => n.toLocaleString('en-GB');
  return [
    damagedRecords === 0
      ? []
      : damagedRecords === 1
        ? '1 record in this log is damaged: part of it cannot be read, and nothing can be added to it.'
        : `${count(damagedRecords)} records in this log are damaged: part of each cannot be read, and nothing can be added to them.`,
    refusedEntries === 0
      ? []
      : refusedEntries === 1
        ? '1 entry was not accepted: whoever wrote it was not allowed to. It counts for nothing.'
        : `${count(refusedEntries)} entries were not accepted: whoever wrote them was not allowed to. They count for nothing.`,
  ].flat();
}

/** In a few words, where a line must do. */
export function troubleTitle({ damagedRecords, refusedEntries }: Troubles): string {
  if (damagedRecords === 0)
    return refusedEntries === 1 ? '1 entry was not accepted' : `${refusedEntries} entries were not accepted`;
  return damagedRecords === 1 ? '1 record is damaged' : `${damagedRecords} records are damaged`;
}

/** What is not touched by it. */
export const whatIsSafe = 'All other records could be read, and what you save in them is kept.';

export const whatToDo = [
  'Delete nothing, and do not let anybody clean up the computer. The file itself is evidence.',
  'Tell your data protection lead today.',
  'Look in the GP record and ask colleagues for what you cannot read here. If someone may be in danger, phone now.',
] as const;
