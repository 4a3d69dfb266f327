import type { StaffId } from '../domain/ids.ts';
import { whoMayRead } from './audience.ts';
import { type AnyThreadState, policyOf } from './kinds.ts';
import { actingAt, beginningsAhead } from './register/covers.ts';
import type { RegisterState } from './register-state.ts';

/** Those who wrote the first word of a record keep reading it whatever else changes. */
function authorOf(state: AnyThreadState): StaffId | null {
  if (state.kind === 'concern' || state.kind === 'restricted') return state.facts.raisedBy;
  return state.kind === 'referral' ? state.facts.sentBy : null;
}

/**
 * The members of staff to whom the keys of a thread are sealed, each once. Recovery is beside them and not named.
 * All that is needed stands in the thread's own events and the register.
 *
 * @param now milliseconds since 1970, by which covers begin and end: of an event, its place in the order; else the
 * later of the clock and the newest event, so that a clock put back gives nobody a cover that is over (DESIGN 3)
 */
export function readersOf(state: AnyThreadState, register: RegisterState, now: number): readonly StaffId[] {
  return readersAt(state, actingAt(register, now));
}

/** The same by a register that is of a moment already. */
export function readersAt(state: AnyThreadState, register: RegisterState): readonly StaffId[] {
  const wished = policyOf(state.kind).readers(state.facts, register);
  return whoMayRead(wished, { author: authorOf(state), about: state.about }, register);
}

/**
 * To whom the keys of a thread are sealed: who reads it, and who will by a cover that begins within two weeks. Whoever
 * is away by then could not give them, and perhaps nobody else could. Until it begins the program opens none of them.
 */
export function keyHoldersOf(state: AnyThreadState, register: RegisterState, now: number): readonly StaffId[] {
  const moments = [now, ...beginningsAhead(register, now)];
  return [...new Set(moments.flatMap((moment) => readersOf(state, register, moment)))];
}

/** Whether recovery reads a thread beside its readers; of the register (null) it always does. */
export function recoveryReads(state: AnyThreadState | null): boolean {
  return state?.kind !== 'restricted' || state.facts.restricted.toRecovery;
}

/** The readers of the register: everybody who works here. */
export function readersOfRegister(register: RegisterState): readonly StaffId[] {
  return [...register.staff.values()].filter(({ active }) => active).map(({ staff }) => staff);
}
