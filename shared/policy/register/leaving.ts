import type { IsoDate } from '../../domain/calendar.ts';
import type { PracticeId, StaffId } from '../../domain/ids.ts';
import { rolesOfTwo } from '../../domain/roles.ts';
import type { ThreadEvent } from '../../events/index.ts';
import { decidersFor, holdsRole, isActive, manages, type RegisterState, supervisorsOf } from '../register-state.ts';
import type { Verdict } from '../thread.ts';
import { granted, withCoversChanged } from './covers.ts';
import { noneToConfirm } from './words.ts';

/** What the register alone knows to stand in the way of somebody's leaving. */
export interface RegisterHindrance {
  readonly what: 'founder' | 'last-manager' | 'last-to-confirm' | 'fallback-reader' | 'last-reader' | 'supervisees';
  /** Practices or people without whom they would be left. */
  readonly practices: readonly PracticeId[];
  readonly staff: readonly StaffId[];
  /** What to do about it. */
  readonly sentence: string;
}

/** Practices about whose people nobody would decide, covers aside: they end by themselves. */
export function uncoveredPractices(register: RegisterState): readonly PracticeId[] {
  const before = granted(register);
  return [...register.practices.keys()].filter((practice) => decidersFor(before, practice, null).length === 0);
}

/** Practices that have somebody who decides, and would have nobody after the change. */
export function newlyUncovered(before: RegisterState, after: RegisterState): readonly PracticeId[] {
  const already = uncoveredPractices(before);
  return uncoveredPractices(after).filter((practice) => !already.includes(practice));
}

/** Whether the last person goes by whom a role of two could still be confirmed. While founding, the founder alone gives them. */
export function endsConfirming(before: RegisterState, after: RegisterState): boolean {
  const some = (register: RegisterState): boolean =>
    [...register.staff.keys()].some((staff) => holdsRole(granted(register), staff, rolesOfTwo));
  return !before.founding && some(before) && !some(after);
}

function isLastManager(register: RegisterState, staff: StaffId): boolean {
  const others = [...register.staff.keys()].filter((one) => one !== staff);
  return manages(register, staff) && !others.some((one) => manages(register, one));
}

/** Active staff who would have no supervisor at all if `staff` left. */
function leftAlone(register: RegisterState, staff: StaffId): readonly StaffId[] {
  const theirs = register.supervisors.filter((pair) => pair.supervisor === staff).map((pair) => pair.staff);
  return [...new Set(theirs)].filter(
    (one) => isActive(register, one) && supervisorsOf(register, one).every((supervisor) => supervisor === staff),
  );
}

export function registerHindrances(register: RegisterState, staff: StaffId): readonly RegisterHindrance[] {
  const found: RegisterHindrance[] = [];
  const note = (what: RegisterHindrance['what'], sentence: string, more: Partial<RegisterHindrance> = {}): void => {
    found.push({ what, practices: [], staff: [], sentence, ...more });
  };
  const after = withoutStaff(register, staff);
  if (register.founding && staff === register.founder)
    note(
      'founder',
      'They set the log up, and that is not finished. Give somebody the role of lead or supervisor first.',
    );
  if (isLastManager(register, staff))
    note('last-manager', 'They are the last practice manager. Give the role to somebody else first.');
  if (endsConfirming(register, after)) note('last-to-confirm', noneToConfirm);
  if (register.settings.fallbackReader === staff)
    note('fallback-reader', 'They read concerns where nobody else does. Name somebody else for this first.');
  const practices = newlyUncovered(register, after);
  if (practices.length > 0 && register.settings.fallbackReader !== staff)
    note(
      'last-reader',
      'Nobody would be left to read concerns at one of their practices. Give somebody the role first.',
      {
        practices,
      },
    );
  const alone = leftAlone(register, staff);
  if (alone.length > 0)
    note('supervisees', 'People whom they supervise would have nobody. Name another supervisor first.', {
      staff: alone,
    });
  return found;
}

export function mayLeave({ actor, content }: ThreadEvent<'staff.left'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return 'Only a practice manager can record that somebody leaves.';
  if (!isActive(register, content.staff)) return 'This person does not work here.';
  if (actor === content.staff) return 'Nobody records their own leaving. Ask another practice manager.';
  return registerHindrances(register, content.staff)[0]?.sentence ?? null;
}

export function mayCheckLeaving({ actor, content }: ThreadEvent<'leaving.checked'>, register: RegisterState): Verdict {
  if (!isActive(register, content.staff)) return 'This person does not work here.';
  return actor === content.staff || holdsRole(register, actor, rolesOfTwo)
    ? null
    : 'Only the person who leaves, or a supervisor or safeguarding lead, can say that nothing of theirs is open.';
}

/**
 * The register without somebody: their roles, covers and supervisees end. Who supervised them stays, since the
 * supervisor goes on reading what they wrote, and hears what became of it in their place.
 */
export function withoutStaff(register: RegisterState, staff: StaffId, lastDay?: IsoDate): RegisterState {
  const member = register.staff.get(staff);
  if (member === undefined) return register;
  const after = {
    ...register,
    staff: new Map(register.staff).set(staff, {
      ...member,
      active: false,
      pending: null,
      ...(lastDay !== undefined && { lastDay }),
    }),
    roles: register.roles.filter((held) => held.staff !== staff),
    supervisors: register.supervisors.filter(({ supervisor }) => supervisor !== staff),
    leavingChecks: register.leavingChecks.filter((check) => check.staff !== staff),
    // They saw both halves, and whoever leaves takes nothing with them that will open something.
    recoveryProposed: register.recoveryProposed?.by === staff ? null : register.recoveryProposed,
  };
  return withCoversChanged(after, (one) => one.endedBy === null && [one.absent, one.cover].includes(staff), {
    endedBy: staff,
  });
}
