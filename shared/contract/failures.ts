/** What every command answers while a log is open to be read only. */
export const readOnlySentence =
  'This log does not agree with what was seen of it before, so nothing can be written in it. Read what you need, save the evidence, and tell your data protection lead.';

/** Everything that can be wrong with the store itself, each with the sentences that people are told. */
export const storeProblems = {
  wrongPassphrase: 'The passphrase is not correct. Nothing has been changed. Type it again, and look at Caps Lock.',
  unknownStaff: 'There is nobody of that name in this log. Choose your name from the list.',
  notEnrolled: 'Your passphrase is right, but the log does not list you. Ask a practice manager to add you again.',
  keysPending:
    'A colleague has let you in again, and a second one must confirm it before your new passphrase opens the log. Ask a practice manager, supervisor or safeguarding lead to sign in here and confirm it.',
  recoverySameHalf: 'The same half was entered twice. Nothing has been changed. Enter the other half as well.',
  recoveryNotOurs:
    'These two halves do not open this log. Nothing has been changed. Look whether both belong to this log, and to the newest recovery key: an older one ends when it is used.',
  recoveryReadsOnly:
    'This log was made before its recovery key could let somebody in again. Nothing has been changed. Ask two colleagues to let them in again.',
  noStore: 'There is no log in this folder. Choose the folder in which it was set up.',
  folderNotEmpty:
    'This folder has other files in it. Nothing has been changed. Choose an empty folder for the new log.',
  inUse: 'The log is open somewhere else on this computer. Lock it there first. Nothing has been changed.',
  vaultDamaged:
    'Both copies of the key file are damaged. The records are not lost. Restore the key file from the newest backup; do not delete anything.',
  vaultNewer:
    'This log was made by a newer version of the program. Nothing has been changed. Update the program, then open it again.',
  kdfRefused:
    'The key file asks for unlocking settings that are outside safe limits. It has been changed. Restore it from the newest backup.',
  noMemory:
    'There is not enough free memory to unlock the log safely. Nothing has been changed. Close other programs, then try again.',
  keyMissing:
    'Your copy of a key to this log is missing or damaged. No record is lost. Ask a colleague to sign in here once, which gives it back, then try again.',
  logMissing:
    'The file with the records cannot be found or opened. Do not delete anything. Restore it from the newest backup.',
  logEmpty: 'The file with the records is empty. Do not delete anything. Restore it from the newest backup.',
  logDamaged:
    'The file with the records is damaged. Do not delete anything. Restore it from the newest backup, and keep the damaged file.',
  logNewer:
    'The records were written by a newer version of the program. Nothing has been changed. Update the program, then open it again.',
  otherStore: 'The file with the records belongs to a different log. Put the right file back from the newest backup.',
  logChanged:
    'An entry of the log has been changed, removed or moved. The entries before it hold. Do not delete anything, and tell your data protection lead.',
  rolledBack:
    'The log is older than when it was last open on this computer: entries are missing at its end. Do not write in it. Find the newest backup, and tell your data protection lead.',
  forked:
    'The log is not the one that was last open on this computer. Do not write in it, and tell your data protection lead.',
  clockAhead:
    'By the clock of this computer nobody has used this log for more than two weeks. Nothing has been changed. Look at the date and time of the computer, and put them right: what is written with a wrong date stays so. If they are right, sign in again.',
  noSpace: 'The disk is full. What was saved before is safe; this was not saved. Free some space, then save again.',
  readOnly:
    'The folder of the log cannot be written. What was saved before is safe; this was not saved. Ask for write access to the folder.',
  diskTrouble:
    'The disk reported an error. What was saved before is safe; this was not saved. Try again, and if it happens again stop and restore from a backup on another disk.',
  selfTest:
    'The encryption on this computer did not pass its test, so the log was not opened. Nothing has been changed. Install the program again.',
  damagedRecord:
    'Part of this record cannot be read, so nothing can be added to it. The rest of the log is not affected. Do not delete anything; tell your data protection lead.',
  backupNoPlace:
    'No place for backups is set. Nothing was copied. Ask a practice manager or safeguarding lead to choose one.',
  backupGone:
    'The place for backups cannot be found. The log itself is safe; nothing was copied. Plug the disk in, or choose another place.',
  backupFull:
    'The disk for backups is full. The log itself is safe; no backup was made. Free some space there, or choose another place.',
  backupReadOnly:
    'The place for backups cannot be written. The log itself is safe; no backup was made. Ask for write access, or choose another place.',
  backupNotVerified:
    'The backup was written but did not read back whole, so it was thrown away. The log itself is safe. Try again, and if it happens again choose another disk.',
  backupNone: 'There is no backup of this log in the place for backups. Make one first.',
  backupMissing:
    'This backup cannot be found or opened. Nothing has been changed. Look whether its disk is plugged in.',
  backupDamaged:
    'This file is damaged, or it is no backup of this program. Nothing has been changed. Choose another backup.',
  backupNewer:
    'This backup was made by a newer version of the program. Nothing has been changed. Update the program, then try again.',
  backupOther:
    'This is a backup of a different log than the one on this computer. Nothing has been changed. Choose another one, or say that you mean it.',
  backupOlder:
    'This backup is older than the log that was last open on this computer, so entries would be missing. Nothing has been changed. Choose a newer one, or say that you mean it.',
  backupNotYours:
    'This backup was made before you could sign in to this log, so your key does not open it. Nothing has been changed. Ask a colleague.',
  folderNetwork:
    'This folder is on a network drive, where a log can be damaged by two computers at once. Nothing has been changed. Choose a folder on this computer.',
  folderSynced:
    'This folder is copied to other places by a cloud service, which can damage a log and takes it out of your hands. Nothing has been changed. Choose a folder that is not synced.',
  folderRemovable:
    'This folder is on a disk that can be unplugged. Nothing has been changed. Choose a folder on a disk inside this computer.',
} as const;

export type StoreProblem = keyof typeof storeProblems;

/** The closed union of everything that a call can fail with. */
export type Failure =
  | { readonly kind: 'unknownCall' | 'locked' | 'alreadyUnlocked' | 'notFound' }
  | { readonly kind: 'notYours' }
  /** Whoever is signed in types their passphrase again (`store.prove`), then the same call is made again. */
  | { readonly kind: 'passphraseNeeded'; readonly proof: 'recent' | 'always' }
  /** Wrong passphrases were typed three times or more. Nothing was tried; after so many seconds it can be. */
  | { readonly kind: 'waitBeforeTrying'; readonly seconds: number }
  /** The port closed before an answer came. Given by the screen's own client; the store never sends it. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'invalid'; readonly fields: Readonly<Record<string, string>> }
  /** A rule says no; the sentence says which. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Somebody wrote in this record after the screen was shown. */
  | { readonly kind: 'stale'; readonly newest: string }
  | { readonly kind: 'store'; readonly problem: StoreProblem; readonly entry?: number }
  /** A mistake of the program. The number stands in the local log, without content. */
  | { readonly kind: 'internal'; readonly support: string };

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

const plain = {
  unknownCall: 'This version of the program does not know how to do that. Nothing has been changed.',
  locked: 'The log is locked. Your draft is kept. Unlock it, then try again.',
  alreadyUnlocked: 'The log is unlocked already. Lock it first.',
  notFound: 'This record cannot be found. It may be one that you do not read.',
  notYours: 'Your role does not include this. Ask your practice manager if you think it should.',
  passphraseNeeded: 'Enter your passphrase again to do this. Nothing has been changed yet.',
  interrupted:
    'The log stopped before it answered. What was saved before is safe. Unlock it, and look whether this is there before you save it again; if it is not, your draft is.',
  invalid: 'There is a problem with what was entered. Nothing has been saved yet.',
  stale:
    'Somebody added to this record while you were writing. Nothing of yours is lost. Read what is new, then save again.',
} as const;

/** What a failure says to people: what happened, what is safe, what to do. Never holds content. */
export function sentenceFor(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return failure.sentence;
    case 'store':
      return storeProblems[failure.problem];
    case 'waitBeforeTrying':
      return `The passphrase was typed wrongly several times. Nothing has been changed. Wait ${failure.seconds === 1 ? 'a second' : `${failure.seconds} seconds`}, then try again.`;
    case 'internal':
      return `Something went wrong in the program. What was saved before is safe. Try again, and if it happens again give support the number ${failure.support}.`;
    default:
      return plain[failure.kind];
  }
}
