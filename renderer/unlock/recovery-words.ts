/** Who keeps which half, in the order in which the log gives them. */
export const halfOwners = ['the practice manager', 'the safeguarding lead'] as const;
export const halfNames = ['First half', 'Second half'] as const;

export type HalfIndex = 0 | 1;

export const whatBothRead =
  'Both halves together read everything that is saved in this log: every concern, referral and supervision session, and who works here. They open a restricted concern too, unless it is kept from somebody who may hold a half. They do not open drafts, which only their writer can.';
export const whatOneReads = 'One half alone opens nothing, and says nothing about the other.';
export const whereToKeep =
  'In a sealed envelope, locked away, not beside this computer and not where the other half is. Never photograph it, send it or type it into anything but this program.';
export const howItIsUsed =
  'When nobody can let somebody in again: open Practice log, choose “I cannot unlock the log”, then “Use the recovery key”, with both halves. It gives one person a new passphrase. It then ends and two new halves are shown.';
export const halfLost =
  'If this half is lost, the other one is of no use. Tell the practice manager and the safeguarding lead at once: two colleagues who can unlock the log make a new key, on the page “Recovery key”.';
/** To be said before somebody gets new keys, by colleagues or by the recovery key. */
export const lostForGood =
  'What only the forgotten passphrase opened is lost: drafts that were not sent. Everything that was saved stays, and comes back as colleagues who read it sign in.';
