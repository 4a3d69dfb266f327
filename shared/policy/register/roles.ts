import type { StaffId } from '../../domain/ids.ts';
import { type Role, rolesOfTwo } from '../../domain/roles.ts';
import type { ThreadEvent } from '../../events/index.ts';
import { type HeldRole, holdsRole, isActive, manages, type RegisterState } from '../register-state.ts';
import type { Verdict } from '../thread.ts';
import { keysAreFree } from './keys.ts';
import { endsConfirming, newlyUncovered } from './leaving.ts';
import { noneToConfirm, notManager } from './words.ts';

type RoleEvent<T extends 'role.granted' | 'role.confirmed' | 'role.ended' | 'supervisor.assigned' | 'staff.added'> =
  ThreadEvent<T>;

/** Every holding of the role of manager that counts, at any practice. */
function managers(register: RegisterState): readonly HeldRole[] {
  return register.roles.filter(({ role: held, stands, staff }) => {
    return held === 'practice-manager' && stands && isActive(register, staff);
  });
}

export function find(
  register: RegisterState,
  held: Pick<HeldRole, 'staff' | 'role' | 'practice'>,
): HeldRole | undefined {
  return register.roles.find(
    (one) => one.staff === held.staff && one.role === held.role && one.practice === held.practice,
  );
}

function knownStaff(register: RegisterState, staff: StaffId): Verdict {
  return isActive(register, staff) ? null : 'This person does not work here. Add them first.';
}

export function mayGrant({ actor, content }: RoleEvent<'role.granted'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return notManager;
  if (!register.practices.has(content.practice)) return 'Choose a practice from the list.';
  if (find(register, content) !== undefined) return 'They have this role at this practice already.';
  if (register.founding && rolesOfTwo.includes(content.role) && managers(register).length === 0) {
    return 'Give somebody the role of practice manager first. The set-up ends with the first lead or supervisor.';
  }
  if (actor === content.staff && !(register.founding && actor === register.founder))
    return 'Nobody can give themselves a role. Ask another manager.';
  return knownStaff(register, content.staff);
}

/** Of every two who let somebody in, give access or appoint cover one may be a manager: so that role is given by two as well. */
const vouchingRoles: readonly Role[] = [...rolesOfTwo, 'practice-manager'];

/** Not a manager, but for another one: a single manager could make another out of nothing, and two such are one person. */
function mayBeSecond(register: RegisterState, actor: StaffId, of: Role): boolean {
  return holdsRole(register, actor, rolesOfTwo) || (of === 'practice-manager' && manages(register, actor));
}

/** Lead, deputy, supervisor and manager need two different entitled people, neither the subject (DESIGN 3). */
export function mayConfirm({ actor, content }: RoleEvent<'role.confirmed'>, register: RegisterState): Verdict {
  const held = find(register, content);
  if (held === undefined || held.stands) return 'There is no role waiting to be confirmed.';
  if (actor === held.staff) return 'Nobody can confirm their own role. Ask a colleague.';
  if (actor === held.grantedBy) return 'The person who gave this role cannot confirm it too. Ask a colleague.';
  if (mayBeSecond(register, actor, content.role)) return null;
  return 'Only a supervisor or safeguarding lead whose own role is confirmed can confirm a role.';
}

export function mayAssign(
  { actor, content, position }: RoleEvent<'supervisor.assigned'>,
  register: RegisterState,
): Verdict {
  if (!manages(register, actor)) return notManager;
  if (content.staff === content.supervisor) return 'Nobody supervises themselves. Choose somebody else.';
  if (actor === content.supervisor && othersManage(register, { actor, position }))
    return 'Nobody names themselves as a supervisor. Ask another practice manager.';
  // Naming a supervisor gives them what the worker writes to read, so only somebody whom two people confirmed.
  if (!holdsRole(register, content.supervisor, rolesOfTwo))
    return 'Choose somebody whose supervisor role is confirmed.';
  return knownStaff(register, content.staff);
}

export function mayAddStaff({ actor, content }: RoleEvent<'staff.added'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return notManager;
  if (register.staff.has(content.staff)) return 'This person has been added already.';
  return keysAreFree(register, content) ? null : 'These keys belong to somebody else already.';
}

/**
 * Without a manager nobody could ever give a role again, and without somebody whose own role two people confirmed none of
 * those roles could ever be confirmed: the last one of each stays until there is another.
 */
export function mayEnd({ actor, content }: RoleEvent<'role.ended'>, register: RegisterState): Verdict {
  const held = find(register, content);
  if (held === undefined) return 'They do not have this role at this practice.';
  if (!manages(register, actor)) return notManager;
  const last = managers(register).every((manager) => manager === held);
  if (last && held.role === 'practice-manager' && !register.founding)
    return 'There must be a practice manager. Give the role to somebody else first.';
  const after = withoutRole(register, held);
  if (endsConfirming(register, after)) return noneToConfirm;
  return newlyUncovered(withoutFallback(register, actor), withoutFallback(after, actor)).length > 0
    ? 'Nobody would be left to read concerns at this practice. Give somebody else the role, or name a fallback reader, first.'
    : null;
}

/** Whoever would take over by what they do themselves does not count as somebody who is left. */
function withoutFallback(register: RegisterState, actor: StaffId): RegisterState {
  if (register.settings.fallbackReader !== actor) return register;
  return { ...register, settings: { ...register.settings, fallbackReader: null } };
}

export function withoutRole(
  register: RegisterState,
  ended: Pick<HeldRole, 'staff' | 'role' | 'practice'>,
): RegisterState {
  const held = find(register, ended);
  return { ...register, roles: register.roles.filter((one) => one !== held) };
}

const fourWeeks = 28 * 86_400_000;

function longSinceOneEnded({ voucherEndedAt: ended }: RegisterState, ms: number): boolean {
  return ended === null || ms - ended > fourWeeks;
}

/** Whether another manager could do it, or could a short time ago: what gives oneself something to read is theirs to do. */
export function othersManage(
  register: RegisterState,
  { actor, position }: Pick<ThreadEvent, 'actor' | 'position'>,
): boolean {
  if (register.founding) return false;
  return managers(register).some(({ staff }) => staff !== actor) || !longSinceOneEnded(register, position.ms);
}

/**
 * Whether one person runs all of it: then nobody could ever confirm, and nobody could follow them. Not for four weeks
 * after somebody else could, whose role may have been ended to that end.
 */
function isAlone(register: RegisterState, { actor, content, position }: RoleEvent<'role.granted'>): boolean {
  const others = [...register.staff.keys()].filter((staff) => staff !== actor && staff !== content.staff);
  if (others.some((staff) => mayBeSecond(register, staff, 'practice-manager'))) return false;
  return longSinceOneEnded(register, position.ms);
}

export function standsAtOnce(event: RoleEvent<'role.granted'>, register: RegisterState): boolean {
  const { staff, role: granted } = event.content;
  if (granted === 'link-worker' || (register.founding && event.actor === register.founder)) return true;
  return granted === 'practice-manager' && (manages(register, staff) || isAlone(register, event));
}

/** When somebody last lost a role by which they could be one of two. */
export function voucherEndedAt(
  before: RegisterState,
  after: RegisterState,
  { position }: ThreadEvent<'role.ended' | 'staff.left'>,
): number | null {
  const vouch = ({ roles }: RegisterState): number =>
    roles.filter((held) => held.stands && vouchingRoles.includes(held.role)).length;
  return vouch(after) < vouch(before) ? position.ms : before.voucherEndedAt;
}

export function withRole(register: RegisterState, changed: HeldRole): RegisterState {
  const others = register.roles.filter((held) => find({ ...register, roles: [held] }, changed) === undefined);
  const founding = register.founding && !(changed.stands && rolesOfTwo.includes(changed.role));
  return { ...register, founding, roles: [...others, changed] };
}
