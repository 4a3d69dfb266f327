import type { ContentOf, ThreadEvent } from '../../events/index.ts';
import type { RegisterState } from '../register-state.ts';
import type { Verdict } from '../thread.ts';
import { isSecond, keysTaken, notEntitled, oneOfTwo, recoveryIsFree, somebodyIs, vouches } from './keys.ts';

// With one half lost the key can never be used. So the two who could let somebody in again can also make a new one: the
// first makes it, the second types both new halves, and only then the old one ends.

const noneWaits = 'No new recovery key waits to be confirmed.';

/** Whether whoever held the recovery key that ends with it knows every key of a thread so far. */
export function endsEveryKey({ type }: ThreadEvent): boolean {
  return type === 'recovery.used' || type === 'recovery.replaced';
}

function isProposed({ recoveryProposed: waits }: RegisterState, content: ContentOf<'recovery.replaced'>): boolean {
  return waits !== null && waits.id === content.id && waits.sig === content.sig && waits.kem === content.kem;
}

export function mayProposeRecovery(
  { actor, content }: ThreadEvent<'recovery.proposed'>,
  register: RegisterState,
): Verdict {
  if (!vouches(register, actor)) return notEntitled;
  if (!recoveryIsFree(register, content)) return keysTaken;
  return somebodyIs(register, (staff) => isSecond(register, staff, actor))
    ? null
    : 'Two people are needed, and nobody else who works here could be the second. Add a colleague and give them the role of supervisor or safeguarding lead first.';
}

export function mayReplaceRecovery(
  { actor, content }: ThreadEvent<'recovery.replaced'>,
  register: RegisterState,
): Verdict {
  const { recoveryProposed: waits } = register;
  if (waits === null || !isProposed(register, content)) return noneWaits;
  if (actor === waits.by) return 'Whoever made the new recovery key cannot confirm it too. Ask a colleague.';
  if (!vouches(register, actor)) return notEntitled;
  if (!vouches(register, waits.by)) return 'Whoever made the new recovery key may no longer do so. Make another one.';
  return isSecond(register, actor, waits.by) ? null : oneOfTwo;
}

export function mayWithdrawRecovery(
  { actor, content }: ThreadEvent<'recovery.withdrawn'>,
  register: RegisterState,
): Verdict {
  if (!isProposed(register, content)) return noneWaits;
  return actor === register.recoveryProposed?.by || vouches(register, actor) ? null : notEntitled;
}

/** A second proposal takes the place of the first. */
export function proposeRecovery(
  register: RegisterState,
  { actor, at, content: { id, sig, kem } }: ThreadEvent<'recovery.proposed'>,
): RegisterState {
  return { ...register, recoveryProposed: { id, sig, kem, by: actor, at } };
}

export function withdrawRecovery(register: RegisterState): RegisterState {
  return { ...register, recoveryProposed: null };
}

/** Whoever confirms typed both halves: so the key that follows has been tried. */
export function replaceRecovery(
  register: RegisterState,
  { actor, at, content: { id, sig, kem } }: ThreadEvent<'recovery.replaced'>,
): RegisterState {
  return {
    ...register,
    recovery: { id, sig, kem },
    recoveryProposed: null,
    earlierRecoveries: [...register.earlierRecoveries, register.recovery],
    recoveryTried: { at, by: actor },
    recoveryReplaced: { at, proposedBy: register.recoveryProposed?.by ?? actor, confirmedBy: actor },
  };
}
