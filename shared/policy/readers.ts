import type { StaffId } from '../domain/ids.ts';
import { whoMayRead } from './audience.ts';
import { type AnyThreadState, policyOf } from './kinds.ts';
import type { RegisterState } from './register-state.ts';

/** Those who wrote the first word of a record keep reading it whatever else changes. */
function authorOf(state: AnyThreadState): StaffId | null {
  if (state.kind === 'concern') return state.facts.raisedBy;
  return state.kind === 'referral' ? state.facts.sentBy : null;
}

/**
 * The members of staff to whom the keys of a thread are sealed, each once. Recovery is beside them and not named.
 * All that is needed stands in the thread's own events and the register.
 */
export function readersOf(state: AnyThreadState, register: RegisterState): readonly StaffId[] {
  const wished = policyOf(state.kind).readers(state.facts, register);
  return whoMayRead(wished, { author: authorOf(state), about: state.about }, register);
}

/** The readers of the register: everybody who works here. */
export function readersOfRegister(register: RegisterState): readonly StaffId[] {
  return [...register.staff.values()].filter(({ active }) => active).map(({ staff }) => staff);
}
