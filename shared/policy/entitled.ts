import type { ThreadEvent } from '../events/index.ts';
import { type AnyThreadState, policyBegunBy, policyOf } from './kinds.ts';
import { readersAt } from './readers.ts';
import { actingAt } from './register/covers.ts';
import { mayRegister } from './register.ts';
import { isActive, type RegisterState } from './register-state.ts';
import { isSealedWhole } from './restricted.ts';
import type { Verdict } from './thread.ts';

/** Whoever should no longer read, but still holds the keys, may do one thing: give them up. */
function takesOnlyThemselvesOut(event: ThreadEvent): boolean {
  if (event.type !== 'access.changed') return false;
  const { added, removed } = event.content;
  return added.length === 0 && removed.length === 1 && removed[0] === event.actor;
}

/**
 * Whether `event` may stand: the one answer to "who may do what". The command asks before it seals, the fold asks
 * again after it has read, so whatever a command appends the fold accepts.
 *
 * @param state the thread as folded up to the event; null when the event would begin it
 * @param before the register as folded up to the event, never a later one: rights are judged by place, covers too
 * @returns null when it may stand, else the reason in a sentence for the person who tried
 */
export function entitled(event: ThreadEvent, state: AnyThreadState | null, before: RegisterState): Verdict {
  if (event.thread === before.thread) return mayRegister(event, before);
  const register = actingAt(before, event.position.ms);
  if (!isActive(register, event.actor)) return 'This person does not work here.';
  if ((event.sealedWhole === true) !== isSealedWhole(event.type, state))
    return 'This does not belong to a record of this kind.';
  if (state === null) {
    const policy = policyBegunBy(event.type);
    return policy === undefined ? 'This record does not exist.' : policy.mayBegin(event, register);
  }
  if (event.about !== state.about) return 'The record and the person in it differ.';
  if (takesOnlyThemselvesOut(event)) return null;
  if (!readersAt(state, register).includes(event.actor)) return 'This record is not yours to read or change.';
  if (event.type === 'access.changed') return null;
  const { rules } = policyOf(state.kind);
  const rule = Object.hasOwn(rules, event.type) ? rules[event.type] : undefined;
  return rule === undefined ? 'This does not belong to a record of this kind.' : rule(event, state.facts, register);
}
