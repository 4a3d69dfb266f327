import type { Instant, IsoDate } from '../domain/calendar.ts';
import type { ConcernCategory } from '../domain/concern-categories.ts';
import type { ConcernDeadlines } from '../domain/concern-deadlines.ts';
import type { ContactKind } from '../domain/contact-kinds.ts';
import type { EscalationStep } from '../domain/escalation-steps.ts';
import type { GpRecordCodes } from '../domain/gp-record.ts';
import type { EventId, PersonId, PracticeId, StaffId, StoreId, ThreadId } from '../domain/ids.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { leadRoles, type Role, rolesOfTwo } from '../domain/roles.ts';
import type { UrgencyRung } from '../domain/urgency.ts';
import type { Position } from '../events/index.ts';
import type { BackupState } from './backup.ts';

export interface StaffKeys {
  /** Ed25519 and X25519 public keys, 32 bytes in padded base64. */
  readonly sig: string;
  readonly kem: string;
}

export interface StaffMember {
  readonly staff: StaffId;
  readonly name: string;
  readonly initials: string;
  readonly jobTitle: string | undefined;
  /** Newest last: older keys still prove older signatures. */
  readonly keys: readonly [StaffKeys, ...StaffKeys[]];
  /** New keys that a colleague gave them and that wait for a second one. Used for nothing until then. */
  readonly pending: (StaffKeys & { readonly by: StaffId }) | null;
  readonly active: boolean;
  /** Their last day, once they have left. */
  readonly lastDay?: IsoDate;
}

export interface RecoveryIdentity {
  readonly id: StaffId;
  readonly kem: string;
  /** Absent in logs that were made before it was kept: there the recovery key reads, and cannot let anybody in again. */
  readonly sig?: string | undefined;
}

/** One that was made in place of a lost one and that waits for a second person. Used for nothing until then. */
export interface ProposedRecovery extends StaffKeys {
  readonly id: StaffId;
  readonly by: StaffId;
  readonly at: Instant;
}

export interface HeldRole {
  readonly staff: StaffId;
  readonly role: Role;
  readonly practice: PracticeId;
  readonly grantedBy: StaffId;
  readonly confirmedBy: StaffId | null;
  /** Whether it counts: granted by a manager, and confirmed by a second person where two are needed. */
  readonly stands: boolean;
}

/** Somebody stands in for a lead or deputy of one practice, for a while. */
export interface Cover {
  /** The event that named it. */
  readonly id: EventId;
  readonly kind: 'planned' | 'sudden';
  readonly absent: StaffId;
  readonly practice: PracticeId;
  readonly cover: StaffId;
  /** The first moment of it, and the first that is no longer part of it. */
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
  readonly namedBy: StaffId;
  readonly confirmedBy: StaffId | null;
  /** Whether everybody who has to agree did. Whether it counts is a question of the time too: `actingAt`. */
  readonly stands: boolean;
  readonly endedBy: StaffId | null;
  readonly seen: boolean;
}

export interface Contact {
  readonly contact: string;
  readonly name: string;
  readonly phone: string;
  readonly outOfHours?: string | undefined;
  readonly kind?: ContactKind | undefined;
  readonly council?: string | undefined;
  readonly email?: string | undefined;
  readonly formAddress?: string | undefined;
  readonly note?: string | undefined;
  readonly checkedOn: IsoDate | null;
}

export interface Settings {
  readonly fallbackReader: StaffId | null;
  readonly supervisionIntervalDays: number;
  readonly draftLateHours: number;
  readonly idleMinutes: number;
  readonly openingHours: OpeningHours;
  readonly concernDeadlines: ConcernDeadlines;
  /** The most urgent first. */
  readonly urgencyLadder: readonly UrgencyRung[];
  /** After so many hours unseen, something for today is a second person's to ask about too. */
  readonly referralUnseenHours: number;
  /** In whose area each practice lies, as far as somebody said. */
  readonly councils: readonly { readonly practice: PracticeId; readonly council: string }[];
  /** After so many days somebody should check a number again. */
  readonly contactCheckDays: number;
  readonly gpRecordCodes: GpRecordCodes;
  /** After so many days a concern of which nobody wrote down that it stands in the GP record shows on Today. */
  readonly gpRecordDays: number;
  /** Against what somebody outside answered, from its first step. */
  readonly escalationSteps: readonly EscalationStep[];
  /** The kinds of concern, those that are no longer in use among them. */
  readonly concernCategories: readonly ConcernCategory[];
}

/** Somebody looked at the open work of somebody who leaves: see `leaving.checked`. */
export interface LeavingCheck {
  readonly staff: StaffId;
  readonly by: StaffId;
  readonly position: Position;
}

/** What all active staff read: who works here, with which keys and roles. The register alone decides about keys. */
export interface RegisterState {
  readonly thread: ThreadId;
  readonly store: StoreId;
  readonly name: string;
  readonly demo: boolean;
  readonly founder: StaffId;
  readonly recovery: RecoveryIdentity;
  readonly recoveryProposed: ProposedRecovery | null;
  /** Those that were used or replaced, and so ended. Their keys still prove that they were. */
  readonly earlierRecoveries: readonly RecoveryIdentity[];
  /** When both halves of the recovery key of today were last typed to see that they work, and by whom. */
  readonly recoveryTried: { readonly at: Instant; readonly by: StaffId } | null;
  readonly recoveryUsed: { readonly at: Instant; readonly staff: StaffId } | null;
  /** When a new key last took the place of one without it being used, and the two who did it. */
  readonly recoveryReplaced: {
    readonly at: Instant;
    readonly proposedBy: StaffId;
    readonly confirmedBy: StaffId;
  } | null;
  /** Until the first lead or supervisor stands the founder alone confirms; afterwards never again. */
  readonly founding: boolean;
  readonly reviewedBy: StaffId | null;
  readonly practices: ReadonlyMap<PracticeId, string>;
  readonly staff: ReadonlyMap<StaffId, StaffMember>;
  readonly roles: readonly HeldRole[];
  /** Milliseconds, when a role by which somebody could be one of two was last ended; null: never. */
  readonly voucherEndedAt: number | null;
  readonly covers: readonly Cover[];
  /** Roles of the absent that their covers hold at one moment. Empty in a register that is not of a moment: `actingAt`. */
  readonly acting: readonly HeldRole[];
  readonly leavingChecks: readonly LeavingCheck[];
  /** `since`: when they were named. */
  readonly supervisors: readonly { readonly staff: StaffId; readonly supervisor: StaffId; readonly since: Instant }[];
  readonly connections: readonly { readonly staff: StaffId; readonly person: PersonId }[];
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly settings: Settings;
  readonly backup: BackupState;
  /** Settings that somebody decided on, though it be for what they were. */
  readonly settingsDecided: ReadonlySet<string>;
  readonly foundedAt: Instant;
  readonly newest: EventId;
}

export function isActive(register: RegisterState, staff: StaffId): boolean {
  return register.staff.get(staff)?.active === true;
}

function everyRole({ roles, acting }: RegisterState): readonly HeldRole[] {
  return acting.length === 0 ? roles : [...roles, ...acting];
}

/** Whether `staff` is active and holds one of `roles` that stands, at `practice` or, without one, anywhere. */
export function holdsRole(
  register: RegisterState,
  staff: StaffId,
  roles: readonly Role[],
  practice?: PracticeId,
): boolean {
  return (
    isActive(register, staff) &&
    everyRole(register).some(
      (held) =>
        held.stands &&
        held.staff === staff &&
        roles.includes(held.role) &&
        (practice === undefined || held.practice === practice),
    )
  );
}

/** Whether `actor` may change who works here: a manager, or the founder until the first lead or supervisor stands. */
export function manages(register: RegisterState, actor: StaffId): boolean {
  return holdsRole(register, actor, ['practice-manager']) || (register.founding && actor === register.founder);
}

/** Active staff in one of `roles` at `practice`, in the order in which they were granted. */
export function holdersOf(register: RegisterState, roles: readonly Role[], practice: PracticeId): readonly StaffId[] {
  const holders = everyRole(register)
    .filter((held) => held.stands && held.practice === practice && roles.includes(held.role))
    .map((held) => held.staff);
  return [...new Set(holders)].filter((staff) => isActive(register, staff));
}

/** Those named as supervisors of `staff`, as long as a role that two people confirmed stands for them (DESIGN 3). */
export function supervisorsOf(register: RegisterState, staff: StaffId): readonly StaffId[] {
  return register.supervisors
    .filter((pair) => pair.staff === staff && holdsRole(register, pair.supervisor, rolesOfTwo))
    .map((pair) => pair.supervisor);
}

/** The newest keys of a member of staff, or of the recovery identity. */
export function sealingKeyOf(register: RegisterState, reader: StaffId): string | undefined {
  if (reader === register.recovery.id) return register.recovery.kem;
  return register.staff.get(reader)?.keys.at(-1)?.kem;
}

/** The newest Ed25519 key of a member of staff, or of the recovery identity. */
export function signingKeyOf(register: Pick<RegisterState, 'recovery' | 'staff'>, author: StaffId): string | undefined {
  if (author === register.recovery.id) return register.recovery.sig;
  return register.staff.get(author)?.keys.at(-1)?.sig;
}

/** Whether somebody was the recovery identity once, and has ended. */
export function isEarlierRecovery({ earlierRecoveries }: RegisterState, reader: StaffId): boolean {
  return earlierRecoveries.some(({ id }) => id === reader);
}

export function isConnected(register: RegisterState, staff: StaffId, about: PersonId | null): boolean {
  return about !== null && register.connections.some((pair) => pair.staff === staff && pair.person === about);
}

/**
 * Who decides on concerns about a person of a practice: its leads and deputies, without those who declared a
 * connection with the person. Where nobody is left, or the practice is not known, the fallback reader named in
 * settings, so that no concern is raised to nobody (DESIGN 3).
 */
export function decidersFor(
  register: RegisterState,
  practice: PracticeId | null,
  about: PersonId | null,
): readonly StaffId[] {
  const free = (staff: StaffId): boolean => !isConnected(register, staff, about);
  const leads = (practice === null ? [] : holdersOf(register, leadRoles, practice)).filter(free);
  if (leads.length > 0) return leads;
  const { fallbackReader } = register.settings;
  const stands = fallbackReader !== null && holdsRole(register, fallbackReader, rolesOfTwo) && free(fallbackReader);
  return stands ? [fallbackReader] : [];
}
