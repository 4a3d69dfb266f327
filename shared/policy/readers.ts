import type { StaffId } from '../domain/ids.ts';
import { type AnyThreadState, policyOf } from './kinds.ts';
import { isActive, isConnected, type RegisterState } from './register-state.ts';

/** Those who wrote the first word of a record keep reading it whatever else changes. */
function authorOf(state: AnyThreadState): StaffId | null {
  if (state.kind === 'concern') return state.facts.raisedBy;
  return state.kind === 'referral' ? state.facts.sentBy : null;
}

/**
 * The members of staff to whom the keys of a thread are sealed, each once. Recovery is beside them and not named.
 * All that is needed stands in the thread's own events and the register.
 *
 * Nobody reads about somebody they declared a connection with, whatever their role. The one exception is the author
 * of a concern or referral, who keeps what they wrote themselves (DESIGN 3: "its raiser, for ever").
 */
export function readersOf(state: AnyThreadState, register: RegisterState): readonly StaffId[] {
  const readers = new Set(policyOf(state.kind).readers(state.facts, register));
  const author = authorOf(state);
  return [...readers].filter(
    (staff) => isActive(register, staff) && (staff === author || !isConnected(register, staff, state.about)),
  );
}

/** The readers of the register: everybody who works here. */
export function readersOfRegister(register: RegisterState): readonly StaffId[] {
  return [...register.staff.values()].filter(({ active }) => active).map(({ staff }) => staff);
}
