import type { Instant, IsoDate } from '../domain/calendar.ts';
import { type PracticeId, personId, practiceId, type StaffId, staffId } from '../domain/ids.ts';
import { type Role, role } from '../domain/roles.ts';
import { shortText, words } from '../domain/text.ts';
import { contactDetails, settingChange, staffDetails } from '../events/register.ts';
import type { Contact, Settings } from '../policy/register-state.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import { type ConnectionLine, type CoverLine, type Sealed, staffingCalls } from './staffing.ts';
import { newPassphrase, recoveryHalves } from './store.ts';

const heldRole = z.strictObject({ staff: staffId, role, practice: practiceId });
const pair = z.strictObject({ staff: staffId, supervisor: staffId });
// Here and not in the event: a log that holds another one still opens.
const ringable = contactDetails.phone.refine((typed) => /\d/.test(typed), 'Enter a phone number, such as 01632 960100');
/** They change who may do or read what. On the first day, when they come by the dozen, a recent passphrase is enough. */
const access = { proof: 'always', proofAtFirst: 'recent' } as const;
const managers = { roles: ['practice-manager'] } as const;
const { staff: _, ...newStaff } = staffDetails;

export interface StaffLine {
  readonly staff: StaffId;
  readonly name: string;
  readonly initials: string;
  readonly jobTitle: string | undefined;
  readonly active: boolean;
  readonly roles: readonly { readonly role: Role; readonly practice: PracticeId; readonly stands: boolean }[];
  readonly supervisors: readonly StaffId[];
  /** Once they have left. */
  readonly lastDay: IsoDate | null;
}

/** A role that was given and counts only once a second person has confirmed it. */
export interface WaitingRole {
  readonly staff: StaffId;
  readonly role: Role;
  readonly practice: PracticeId;
  readonly grantedBy: StaffId;
  /** Who may confirm it, as things stand; empty: nobody here. */
  readonly confirmers: readonly StaffId[];
  /** Whether I am one of them. */
  readonly mayConfirm: boolean;
}

/** Somebody who forgot their passphrase and typed a new one, which opens nothing until a second colleague confirms it. */
export interface WaitingKeys {
  readonly staff: StaffId;
  readonly letInBy: StaffId;
  /** Whether I am one who may confirm it. */
  readonly mayConfirm: boolean;
}

/** What is known of the recovery key of today. */
export interface RecoveryChecks {
  /** When both halves were last typed to see that they work, and by whom; null: never. */
  readonly tried: { readonly at: Instant; readonly by: StaffId } | null;
  /** When a recovery key was last used, and who was let in by it; null: never. */
  readonly used: { readonly at: Instant; readonly staff: StaffId } | null;
  /** When two colleagues last put a new key in the place of one of which a half was lost; null: never. */
  readonly replaced: { readonly at: Instant; readonly proposedBy: StaffId; readonly confirmedBy: StaffId } | null;
  /** A new key that counts for nothing until a second colleague has typed both its halves; null: none waits. */
  readonly proposed: {
    readonly at: Instant;
    readonly by: StaffId;
    /** Whether I am one who may confirm it. */
    readonly mayConfirm: boolean;
    readonly mayWithdraw: boolean;
  } | null;
}

/** How many records the recovery key of today reads, and what becomes of the others. */
export interface RecoveryReach {
  /** Nobody who works here has a key to them, only the recovery key of today: one that takes its place will not read them. */
  readonly keyAlone: number;
  /** Colleagues read them and the recovery key does not yet: it will when one of them signs in. */
  readonly notYet: number;
  /** Only an earlier recovery key ever read them: its two halves and a backup from before still do. */
  readonly earlierAlone: number;
  /** Why I may not make a new recovery key, in a sentence; null: I may. */
  readonly whyNotReplace: string | null;
}

export interface WaitingForMe {
  readonly kind: 'register' | 'person' | 'concern' | 'leads-notes' | 'restricted' | 'referral' | 'session';
  readonly records: number;
  /** Who can give me all of them by signing in; where nobody has all, whoever has some. Empty: only the recovery key can. */
  readonly givers: readonly { readonly staff: StaffId; readonly name: string }[];
}

export interface WaitingPage {
  /** Records that I should read and have no key to yet: since I got new keys, or by what a person's page names. */
  readonly forMe: readonly WaitingForMe[];
  /** Practices where nobody reads concerns: no lead or deputy, and no fallback reader. */
  readonly nobodyReads: readonly { readonly practice: PracticeId; readonly name: string }[];
  /**
   * For whom I stand in today, and concerns of theirs that I have no key to. At most so many: some may be of another
   * practice, or theirs for another reason, which only those who read them can tell. `givers` can give access by signing in.
   */
  readonly standingIn: readonly {
    readonly absent: StaffId;
    readonly concerns: number;
    readonly givers: WaitingForMe['givers'];
  }[];
  /** Concerns that nobody who works here can open. Told to managers and to those who read. */
  readonly onlyRecovery: number;
  /** All of it in sentences: "3 concerns wait for you to be given access; Dr X can do it by signing in". */
  readonly sentences: readonly string[];
}

export interface RegisterPage {
  readonly name: string;
  readonly demo: boolean;
  readonly me: StaffId;
  /** Those of my roles that count, at any practice. */
  readonly myRoles: readonly Role[];
  /** Whether I may change who works here: as a manager, or as the founder until the first lead or supervisor stands. */
  readonly mayManage: boolean;
  /** Whether I set this log up and no lead or supervisor stands yet: every role that I give counts at once. */
  readonly founding: boolean;
  readonly practices: readonly { readonly practice: PracticeId; readonly name: string }[];
  readonly staff: readonly StaffLine[];
  readonly waitingForConfirmation: readonly WaitingRole[];
  readonly waitingToBeLetIn: readonly WaitingKeys[];
  readonly recovery: RecoveryChecks;
  readonly contacts: readonly Contact[];
  readonly settings: Settings;
  readonly reviewed: boolean;
  /** All that there ever were, newest first. */
  readonly covers: readonly CoverLine[];
  /** Who was appointed for me, to be shown before all else until `seenCover`. */
  readonly whileYouWereAway: readonly CoverLine[];
  /** Mine; for supervisors and leads everybody's. */
  readonly connections: readonly ConnectionLine[];
}

export const registerCalls = {
  show: query<RegisterPage>()(z.strictObject({})),
  addPractice: command<PracticeId>()(z.strictObject({ name: words(shortText, 'Enter the name of the practice') })),
  /** The new person types their own passphrase at this computer; nobody else ever knows it. */
  addStaff: command<StaffId>()(z.strictObject({ ...newStaff, passphrase: newPassphrase }), access),
  /**
   * With `supervisor` both are saved, or neither. All but link worker wait for a second person (`waitingForConfirmation`),
   * a practice manager too, unless nobody else could ever confirm it. While the log is being set up they count at once.
   */
  grantRole: command<null>()(z.strictObject({ ...heldRole.shape, supervisor: staffId.optional() }), access),
  confirmRole: command<null>()(heldRole, { proof: 'always' }),
  endRole: command<null>()(heldRole, { ...managers, proof: 'always' }),
  assignSupervisor: command<null>()(pair, { ...managers, ...access }),
  endSupervisor: command<null>()(pair, { ...managers, proof: 'always' }),
  /** Takes what is about this person from somebody's reading: their own, or a colleague's by a lead. */
  declareConnection: command<null>()(z.strictObject({ staff: staffId, person: personId }), { proof: 'always' }),
  /**
   * Somebody forgot their passphrase: beside a colleague who is signed in and entitled (a practice manager, or a
   * confirmed supervisor, lead or deputy) they type a new one. It opens nothing until a second colleague confirms it,
   * neither they nor this one (`waits` true; false only while the log is being set up). One of the two holds a role that
   * two people confirmed; where nobody could be the second, it is refused, and the recovery key is the way in. Their old
   * passphrase goes on working until then: if they remember it and sign in, the new one ends
   * (`store.unlock`, `lettingInWithdrawn`).
   *
   * What was sealed to the person alone cannot be given back by anybody and is lost: their drafts, and whatever else
   * only their own key opens. Their signatures so far stay provable. Say so before they do it.
   *
   * Fails with `invalid` at `passphrase`, and `refused`.
   */
  letInAgain: command<{ readonly waits: boolean }>()(z.strictObject({ staff: staffId, passphrase: newPassphrase }), {
    proof: 'always',
  }),
  /**
   * The second colleague confirms it: from now on the new passphrase unlocks. Records follow as those who read them sign
   * in (`register.waiting`). Fails with `refused`.
   */
  confirmKeys: command<null>()(z.strictObject({ staff: staffId }), { proof: 'always' }),
  /**
   * Sees that both halves of the recovery key work, without using it up. Fails as `store.recover` does, but for the
   * passphrase.
   */
  tryRecovery: command<null>()(z.strictObject({ halves: recoveryHalves }), { proof: 'always' }),
  recoveryReach: query<RecoveryReach>()(z.strictObject({})),
  /**
   * A half was lost: makes a new recovery key, in two halves that are shown once and kept nowhere. It waits; the halves
   * of before go on working until `confirmRecovery`. One that waited already is overtaken. By those who may let somebody
   * in again. Fails with `refused`, also where nobody could be the second.
   */
  replaceRecovery: command<{ readonly recoveryHalves: readonly [string, string] }>()(z.strictObject({}), {
    proof: 'always',
  }),
  /**
   * A second colleague types both new halves: from now on they count, and those of before open nothing but backups made
   * before. The log file gets a new key, after a backup, as in `leave`, and records follow as those who read them sign in
   * (`recoveryReach`). Fails with `refused`, and as `tryRecovery` does for halves that are not those that wait.
   */
  confirmRecovery: command<Sealed>()(z.strictObject({ halves: recoveryHalves }), {
    proof: 'always',
  }),
  /** The new recovery key ends before it counted, and nothing else changes. Fails with `refused`. */
  withdrawRecovery: command<null>()(z.strictObject({}), { proof: 'always' }),
  /** What waits until somebody signs in, and where nobody reads. */
  waiting: query<WaitingPage>()(z.strictObject({})),
  setContact: command<null>()(z.strictObject({ ...contactDetails, phone: ringable })),
  ...staffingCalls,
  changeSetting: command<null>()(z.strictObject({ change: settingChange }), { ...managers, ...access }),
  reviewFounding: command<null>()(z.strictObject({}), { roles: ['safeguarding-lead', 'deputy-safeguarding-lead'] }),
};
