import { type IsoDate, isoDate } from '../domain/calendar.ts';
import {
  type EventId,
  eventId,
  type PersonId,
  type PracticeId,
  personId,
  practiceId,
  type StaffId,
  staffId,
  type ThreadId,
  threadId,
} from '../domain/ids.ts';
import { noteText, words } from '../domain/text.ts';
import { leavingReason } from '../events/staffing.ts';
import { z } from '../zod.ts';
import type { MadeBackup } from './backup.ts';
import { command, query } from './call.ts';
import type { StoreProblem } from './failures.ts';

/** Somebody who stands in for a lead or deputy of one practice. Days are both part of it. */
export interface CoverLine {
  /** Names it in every call. */
  readonly id: EventId;
  readonly kind: 'planned' | 'sudden';
  readonly absent: StaffId;
  readonly practice: PracticeId;
  readonly cover: StaffId;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly reason: string;
  readonly namedBy: StaffId;
  readonly confirmedBy: StaffId | null;
  /**
   * Whoever stands in is one of the two who decided it, since nobody else could: to be said wherever the cover is shown.
   */
  readonly decidedByCover: boolean;
  /** `waiting` for a second person; `void` when a role that it needs no longer stands. */
  readonly state: 'waiting' | 'to-come' | 'now' | 'over' | 'ended' | 'void';
  readonly mayConfirm: boolean;
  readonly mayEnd: boolean;
}

/** A declared connection: this colleague reads nothing about this person but what they wrote themselves. */
export interface ConnectionLine {
  readonly staff: StaffId;
  readonly person: PersonId;
  /** Null when I do not read who they are. */
  readonly name: string | null;
  readonly mayEnd: boolean;
}

export type WorkKind = 'concern' | 'action' | 'referral';

/** Something that waits for somebody, among what whoever asks reads. */
export interface OpenWork {
  readonly kind: WorkKind;
  /** The concern or the referral. */
  readonly record: ThreadId;
  readonly reference: string;
  /** The person it is about; null when I do not read who they are. */
  readonly name: string | null;
  /** What an action or a referral asks for. */
  readonly what: string | null;
  readonly dueOn: IsoDate | null;
}

export interface Hindrance {
  readonly what:
    | 'founder'
    | 'last-manager'
    | 'last-to-confirm'
    | 'fallback-reader'
    | 'last-reader'
    | 'supervisees'
    | 'drafts'
    | 'open-work'
    | 'unchecked'
    | 'only-reader';
  readonly count: number;
  /** What to do about it, to be shown as it is. */
  readonly sentence: string;
  readonly practices: readonly PracticeId[];
  /** Supervisees who would have nobody; for `unchecked`, colleagues who could look by signing in. */
  readonly staff: readonly StaffId[];
}

/** What stands in the way of somebody's leaving, as far as whoever asks can know. */
export interface LeavingPage {
  readonly staff: StaffId;
  readonly active: boolean;
  readonly hindrances: readonly Hindrance[];
  readonly openWork: readonly OpenWork[];
  /** Whether I may say that nothing of theirs is open in what I read: `checkLeaving`. */
  readonly mayCheck: boolean;
  /** Whether `leave` would be let through now. */
  readonly mayLeave: boolean;
}

export interface HandedOver {
  readonly handedOver: number;
  /** What stays with its owner, each with the reason. */
  readonly refused: readonly { readonly record: ThreadId; readonly reference: string; readonly sentence: string }[];
}

/** What was done so that old copies open nothing written later. The change that it belongs to is saved, whatever it says. */
export interface Sealed {
  /** Made first; null when no place is chosen, or when it could not be made, and `backupProblem` says why. */
  readonly backup: MadeBackup | null;
  readonly backupProblem: StoreProblem | null;
  /**
   * The log has a new key, so that an old copy opens nothing written later. False: it could not be given one
   * now, and the next unlock does it; say so, and that the log has to be unlocked again if the next call answers `locked`.
   */
  readonly sealedOff: boolean;
}

export type SettingUpItem =
  | 'first-review'
  | 'roles-confirmed'
  | 'readers'
  | 'supervisors'
  | 'supervision-interval'
  | 'contacts'
  /** Both halves of the recovery key of today were typed and work. */
  | 'recovery-tried'
  /** Chosen on this computer. */
  | 'backup-place'
  | 'backup-verified'
  | 'practice-run';

/** One thing to finish after the first day. */
export interface SettingUpLine {
  readonly item: SettingUpItem;
  readonly done: boolean;
  readonly dueOn: IsoDate | null;
  /** Practices without readers. */
  readonly practices: readonly PracticeId[];
  /** Link workers without a supervisor; those whose role waits. */
  readonly staff: readonly StaffId[];
  /** Whether it is for me to do. */
  readonly mine: boolean;
}

const why = words(noteText, 'Enter why it is handed over');
const absence = {
  absent: staffId,
  practice: practiceId,
  cover: staffId,
  /** The last day. */
  until: isoDate,
  reason: words(noteText, 'Enter why cover is needed'),
};
const one = z.strictObject({ cover: eventId });
const confirmed = ['supervisor', 'safeguarding-lead', 'deputy-safeguarding-lead'] as const;

export const staffingCalls = {
  /**
   * Cover for a planned absence. It counts at once when the absent person names it; named by a manager it waits for the
   * absent person's `confirmCover`. Refused with a sentence: who is away or covers holds no such role, days, overlap.
   */
  coverAbsence: command<EventId>()(z.strictObject({ ...absence, from: isoDate }), { proof: 'always' }),
  /**
   * Cover from today for somebody who cannot name it themselves, for 14 days at most. A manager and one who reads do it
   * together: one asks here, the other confirms.
   */
  appointCover: command<EventId>()(z.strictObject(absence), {
    roles: ['practice-manager', ...confirmed],
    proof: 'always',
  }),
  confirmCover: command<null>()(one, { proof: 'always' }),
  /** Ends it now. By either of the two, or a manager. */
  endCover: command<null>()(one, { proof: 'always' }),
  /** The absent person has read who covered for them: it leaves `whileYouWereAway`. */
  seenCover: command<null>()(one),
  /** By somebody who reads and is not the one concerned. */
  endConnection: command<null>()(z.strictObject({ staff: staffId, person: personId }), {
    roles: confirmed,
    proof: 'always',
  }),
  /** "Who reads concerns when Dr X is away?" Makes them deputy there. False: somebody has to confirm the role first. */
  nameAwayReader: command<{ readonly stands: boolean }>()(z.strictObject({ practice: practiceId, staff: staffId }), {
    proof: 'always',
    proofAtFirst: 'recent',
  }),
  /** About oneself; managers, supervisors and leads about everybody. */
  leaving: query<LeavingPage>()(z.strictObject({ staff: staffId })),
  /** "I looked: nothing of theirs is open in what I read." Refused while something is. */
  checkLeaving: command<null>()(z.strictObject({ staff: staffId })),
  /** Hands open work of one kind, or some of it, to a colleague. All that may be handed over is, in one go. */
  handOver: command<HandedOver>()(
    z.strictObject({
      from: staffId,
      to: staffId,
      kind: z.enum(['concern', 'action', 'referral']),
      records: z.array(threadId).min(1).max(500).optional(),
      why,
    }),
  ),
  /**
   * They can no longer sign in, read or write; a backup is made and the log gets a new key. Refused with a sentence while something stands in the way; with
   * `cannotSignIn` only what the register itself knows does, and their drafts, which nobody else can open, are lost.
   */
  leave: command<Sealed>()(
    z.strictObject({ staff: staffId, reason: leavingReason, lastDay: isoDate, cannotSignIn: z.boolean() }),
    { roles: ['practice-manager'], proof: 'always' },
  ),
  /** What is left to do after the first day. */
  settingUp: query<readonly SettingUpLine[]>()(z.strictObject({})),
};
