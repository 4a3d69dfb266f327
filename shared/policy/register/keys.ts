import type { StaffId } from '../../domain/ids.ts';
import { rolesOfTwo } from '../../domain/roles.ts';
import type { ContentOf, ThreadEvent } from '../../events/index.ts';
import {
  holdsRole,
  isActive,
  manages,
  type RecoveryIdentity,
  type RegisterState,
  type StaffKeys,
  type StaffMember,
} from '../register-state.ts';
import type { Verdict } from '../thread.ts';

// A forgotten passphrase cannot be looked up, so whoever forgot theirs gets new keys: two entitled colleagues let them in
// again, and one of the two holds a role that two people confirmed, since a manager alone could make up the other.

export const notEntitled =
  'Only a practice manager, supervisor or safeguarding lead whose role is confirmed can do this.';

/** Whether somebody is one of the two who let a colleague in again, and may try or replace the recovery key. */
export function vouches(register: RegisterState, staff: StaffId): boolean {
  return manages(register, staff) || holdsRole(register, staff, rolesOfTwo);
}

/** Every recovery identity that there was, is, or waits to be one. */
function recoveriesOf({ recovery, recoveryProposed, earlierRecoveries }: RegisterState): readonly RecoveryIdentity[] {
  return [recovery, ...earlierRecoveries, ...(recoveryProposed === null ? [] : [recoveryProposed])];
}

/** Whether a recovery identity has an id and keys that nobody else has or had. */
export function recoveryIsFree(register: RegisterState, recovery: StaffKeys & { readonly id: StaffId }): boolean {
  const ids = recoveriesOf(register).map(({ id }) => id);
  return !register.staff.has(recovery.id) && !ids.includes(recovery.id) && keysAreFree(register, recovery);
}

/** Keys and ids of everybody are used once, those that wait and those of recovery among them. */
export function keysAreFree(register: RegisterState, keys: StaffKeys): boolean {
  const ofStaff = [...register.staff.values()].flatMap((member) => [
    ...member.keys,
    ...(member.pending === null ? [] : [member.pending]),
  ]);
  const taken = [...ofStaff, ...recoveriesOf(register)];
  return taken.every(({ sig, kem }) => sig !== keys.sig && kem !== keys.kem);
}

function aboutSubject({ about }: ThreadEvent, staff: StaffId): boolean {
  return about === staff;
}

export const oneOfTwo = 'One of the two must be a supervisor or safeguarding lead whose role is confirmed.';
const mixedUp = 'The entry and the person in it differ.';
export const keysTaken = 'These keys belong to somebody else already.';

export function mayReplaceKeys(event: ThreadEvent<'keys.replaced'>, register: RegisterState): Verdict {
  const { actor, content } = event;
  if (!aboutSubject(event, content.staff)) return mixedUp;
  if (!isActive(register, content.staff)) return 'This person does not work here. Add them first.';
  if (actor === content.staff) return 'Nobody lets themselves in again. Change your passphrase, or ask a colleague.';
  if (!vouches(register, actor)) return notEntitled;
  if (!keysAreFree(register, content)) return keysTaken;
  return keysCountAtOnce(register, actor) || somebodyConfirms(register, { by: actor, staff: content.staff })
    ? null
    : 'Nobody else who works here could confirm this. Use the recovery key to let them in again.';
}

interface LettingIn {
  readonly by: StaffId;
  readonly staff: StaffId;
}

/** Whether somebody is the second of two who vouch, one of them with a role that two people confirmed. */
export function isSecond(register: RegisterState, confirming: StaffId, by: StaffId): boolean {
  if (confirming === by || !vouches(register, confirming)) return false;
  return [confirming, by].some((one) => holdsRole(register, one, rolesOfTwo));
}

/** Two who vouch, neither the subject. */
function completes(register: RegisterState, confirming: StaffId, { by, staff }: LettingIn): boolean {
  return confirming !== staff && isSecond(register, confirming, by);
}

/** Whether anybody could be the second. Whoever waits to be let in themselves is not counted on. */
export function somebodyIs(register: RegisterState, second: (staff: StaffId) => boolean): boolean {
  return [...register.staff.values()].some(({ staff, pending }) => pending === null && second(staff));
}

/** Without it keys would wait for ever. */
function somebodyConfirms(register: RegisterState, letting: LettingIn): boolean {
  return somebodyIs(register, (staff) => completes(register, staff, letting));
}

export function mayConfirmKeys(event: ThreadEvent<'keys.confirmed'>, register: RegisterState): Verdict {
  const { actor, content } = event;
  const pending = register.staff.get(content.staff)?.pending ?? null;
  if (!aboutSubject(event, content.staff)) return mixedUp;
  if (pending === null || pending.sig !== content.sig || pending.kem !== content.kem)
    return 'Nobody of that name waits to be let in again.';
  if (!isActive(register, content.staff)) return 'This person does not work here. Add them first.';
  if (actor === content.staff) return 'Nobody can confirm themselves. Ask a colleague.';
  if (actor === pending.by) return 'Whoever let this person in again cannot confirm it too. Ask a colleague.';
  if (!vouches(register, actor)) return notEntitled;
  if (completes(register, actor, { by: pending.by, staff: content.staff })) return null;
  return oneOfTwo;
}

export function mayWithdrawKeys(event: ThreadEvent<'keys.withdrawn'>, register: RegisterState): Verdict {
  const { actor, content } = event;
  const pending = register.staff.get(content.staff)?.pending ?? null;
  if (!aboutSubject(event, content.staff)) return mixedUp;
  if (pending === null || pending.sig !== content.sig || pending.kem !== content.kem)
    return 'Nobody of that name waits to be let in again.';
  return actor === content.staff ? null : 'Only they themselves can do this, by signing in with their old passphrase.';
}

export function mayTryRecovery({ actor }: ThreadEvent<'recovery.tried'>, register: RegisterState): Verdict {
  return vouches(register, actor) ? null : notEntitled;
}

/** All that the recovery identity ever writes: that it was used, which ends it, and before that where a restored log goes on. */
export function mayUseRecovery(event: ThreadEvent, register: RegisterState): Verdict {
  if (event.type === 'log.restored' && event.position.seq === 0 && event.actor === register.recovery.id) return null;
  if (event.type !== 'recovery.used' || event.actor !== register.recovery.id)
    return 'The recovery key lets somebody in again, and does nothing else.';
  const { content } = event;
  if (!aboutSubject(event, content.staff)) return mixedUp;
  if (!isActive(register, content.staff)) return 'This person does not work here.';
  const free = keysAreFree(register, content) && recoveryIsFree(register, content.recovery);
  return free && content.sig !== content.recovery.sig && content.kem !== content.recovery.kem ? null : keysTaken;
}

function withKeys(register: RegisterState, staff: StaffId, { sig, kem }: StaffKeys): RegisterState {
  return changed(register, staff, ({ keys }) => ({ keys: [...keys, { sig, kem }], pending: null }));
}

function changed(
  register: RegisterState,
  staff: StaffId,
  change: (member: StaffMember) => Partial<StaffMember>,
): RegisterState {
  const member = register.staff.get(staff);
  if (member === undefined) return register;
  return { ...register, staff: new Map(register.staff).set(staff, { ...member, ...change(member) }) };
}

/** While founding nobody else could confirm, so what the founder does counts at once (DESIGN 3). */
export function keysCountAtOnce(register: RegisterState, actor: StaffId): boolean {
  return register.founding && actor === register.founder;
}

export function replaceKeys(register: RegisterState, { actor, content }: ThreadEvent<'keys.replaced'>): RegisterState {
  const { staff, sig, kem } = content;
  if (keysCountAtOnce(register, actor)) return withKeys(register, staff, content);
  return changed(register, staff, () => ({ pending: { sig, kem, by: actor } }));
}

export function confirmKeys(register: RegisterState, content: ContentOf<'keys.confirmed'>): RegisterState {
  return withKeys(register, content.staff, content);
}

export function withdrawKeys(register: RegisterState, { staff }: ContentOf<'keys.withdrawn'>): RegisterState {
  return changed(register, staff, () => ({ pending: null }));
}

export function useRecovery(register: RegisterState, { at, content }: ThreadEvent<'recovery.used'>): RegisterState {
  const { staff, recovery } = content;
  return {
    ...withKeys(register, staff, content),
    recovery,
    // What waited was to take the place of the one that ended.
    recoveryProposed: null,
    earlierRecoveries: [...register.earlierRecoveries, register.recovery],
    recoveryTried: null,
    recoveryUsed: { at, staff },
  };
}
