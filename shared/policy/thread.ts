import type { EventId, PersonId, StaffId, ThreadId } from '../domain/ids.ts';
import type { ContentType, Position, ThreadEvent } from '../events/index.ts';
import type { ThreadKind } from '../events/kinds.ts';
import type { RegisterState } from './register-state.ts';

/** The folded state of one thread: what its events say, taken together, up to `position`. */
export interface ThreadState<Kind extends ThreadKind = ThreadKind, Facts = unknown> {
  readonly kind: Kind;
  readonly thread: ThreadId;
  readonly about: PersonId | null;
  /** The newest event that a screen shows. A command names it (`seen`) to show that its author had read so far. */
  readonly newest: EventId;
  readonly position: Position;
  readonly facts: Facts;
}

/** Why an event may not stand, in a sentence for the person who tried; null when it may. */
export type Verdict = string | null;

type Rule<Facts, T extends ContentType> = (event: ThreadEvent<T>, facts: Facts, register: RegisterState) => Verdict;
type FirstRule<T extends ContentType> = (event: ThreadEvent<T>, register: RegisterState) => Verdict;

/**
 * All that is particular to one kind of thread. Everything here is pure: no clock, no locale, no store. The same
 * rules judge a command before its events are sealed and the events again whenever they are read.
 */
export interface ThreadPolicy<Kind extends ThreadKind, Facts, First extends ContentType, Later extends ContentType> {
  readonly kind: Kind;
  readonly first: First;
  readonly mayBegin: FirstRule<First>;
  begin(event: ThreadEvent<First>): { readonly about: PersonId | null; readonly facts: Facts };
  readonly rules: { readonly [T in Later]: Rule<Facts, T> };
  readonly steps: { readonly [T in Later]: (facts: Facts, event: ThreadEvent<T>) => Facts };
  /** Who should hold the keys, before those with a declared connection are taken out. */
  readers(facts: Facts, register: RegisterState): readonly StaffId[];
}
