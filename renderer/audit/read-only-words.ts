import type { ReadOnly } from '../../shared/contract/store.ts';
import type { Found } from './troubles.ts';

const count = (n: number): string => n.toLocaleString('en-GB');

/** What was found, in a few words. */
export const readOnlyTitle = 'This log does not agree with what was seen of it before';

export const nothingIsSaved = 'Nothing can be saved: this log can only be read now.';

function missingWords({ seen, entries }: Found): string {
  const missing = (seen ?? 0) - entries;
  if (missing <= 0) return 'Entries are missing at its end: this computer has seen more of them.';
  const which =
    missing === 1 ? 'one that this computer has seen is' : `${count(missing)} that this computer has seen are`;
  return `Entries are missing at its end: ${which} not there any more.`;
}

const words: Readonly<Record<ReadOnly['why'], (found: Found) => string>> = {
  rolledBack: missingWords,
  forked: ({ at }) =>
    `It is not the log that was last open on this computer. From entry ${count(at)} on, other entries stand where those stood that this computer has seen.`,
  changed: ({ at }) =>
    `Entry ${count(at)} was changed, removed or moved. The entries before it hold, and can be read. What came after it is not shown.`,
};

/** What this computer saw, and what it finds now. */
export const whatWasFound = (found: Found): string => words[found.why](found);

/** How it can come about without anybody meaning harm; somebody has to find out. */
export const howItHappens: Readonly<Record<ReadOnly['why'], string>> = {
  rolledBack:
    'Somebody may have put an older copy of the files back: by hand, with a tool that resets the computer, or with a backup of the whole disk. It can also be how somebody hides entries.',
  forked:
    'Somebody may have put back an older copy of the files and worked on in it, or copied the log of another computer here. It can also be how somebody hides entries.',
  changed: 'The disk may be damaged. It can also be how somebody hides or changes an entry.',
};

export const whatToDoReadOnly = [
  'Write nothing down here: it is not possible. Use paper, and the GP record. In danger, call 999.',
  'Delete nothing, and let nobody clean up or reset the computer. The files themselves are evidence.',
  'Save the evidence on a disk that you take away: one file, with no names and nothing that anybody wrote.',
  'Tell your data protection lead today, and whoever looks after your computers. Ask them who put files back, and when.',
  'Only then go on: lock the log, choose “Restore from a backup”, and take the newest backup. Nothing is repaired by itself.',
] as const;
