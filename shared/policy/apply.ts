import type { ContentType, ThreadEvent } from '../events/index.ts';
import { entitled } from './entitled.ts';
import { type AnyThreadState, policyBegunBy, policyOf } from './kinds.ts';
import type { RegisterState } from './register-state.ts';
import type { Verdict } from './thread.ts';

export interface Folded {
  readonly state: AnyThreadState | null;
  /** Events that were written but may not stand, each with the reason. They change nothing and are reported. */
  readonly refused: readonly { readonly event: ThreadEvent; readonly reason: string }[];
}

/** Who reads, opened and printed it is no news for whoever decides about it. */
const quiet: ReadonlySet<string> = new Set<ContentType>(['access.changed', 'restricted.opened', 'restricted.printed']);

export const nothingFolded: Folded = { state: null, refused: [] };

/** The state after an event that may stand. Pure: no clock, no locale. Throws only on a mistake in this program. */
export function apply(state: AnyThreadState | null, event: ThreadEvent): AnyThreadState {
  const { thread, id: newest, position } = event;
  if (state === null) {
    const policy = policyBegunBy(event.type);
    if (policy === undefined) throw new Error(`${event.type} begins no thread`);
    return { kind: policy.kind, thread, newest, position, ...policy.begin(event) } as AnyThreadState; // `as`: kind and facts are of one policy.
  }
  if (quiet.has(event.type)) return { ...state, position };
  const step = policyOf(state.kind).steps[event.type];
  if (step === undefined) throw new Error(`${event.type} is no step of a ${state.kind}`);
  return { ...state, newest, position, facts: step(state.facts, event) } as AnyThreadState; // `as`: a step keeps the kind.
}

/** One more event, judged by the register as it was at that point. */
export function foldOne(folded: Folded, event: ThreadEvent, register: RegisterState): Folded {
  const reason: Verdict = entitled(event, folded.state, register);
  if (reason !== null) return { ...folded, refused: [...folded.refused, { event, reason }] };
  return { ...folded, state: apply(folded.state, event) };
}
