import type { KeyId, PersonId, StoreId, ThreadId } from '../../../shared/domain/ids.ts';
import type { ThreadEvent } from '../../../shared/events/index.ts';
import { type Folded, foldOne, nothingFolded } from '../../../shared/policy/apply.ts';
import { readersOf } from '../../../shared/policy/readers.ts';
import { endsEveryKey } from '../../../shared/policy/register/recovery.ts';
import { applyToRegister, foundRegister, mayRegister } from '../../../shared/policy/register.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import type { Header } from './header.ts';

export interface ThreadInMemory {
  readonly folded: Folded;
  /** The key to go on under. Null when whoever made the newest one does not read the record: the next event mints another. */
  readonly kid: KeyId | null;
}

/** The thread of a person among those that were read: not by the view, which must never be why a save fails. */
export function threadOfPerson(threads: ReadonlyMap<ThreadId, ThreadInMemory>, person: PersonId): ThreadId | undefined {
  for (const { folded } of threads.values())
    if (folded.state?.kind === 'person' && folded.state.about === person) return folded.state.thread;
  return undefined;
}

/** What the events read so far come to: the register and every thread, each event judged by the register before it. */
export class Folding {
  readonly threads = new Map<ThreadId, ThreadInMemory>();
  /** Threads with an event that could not be opened, parsed or folded, by the entry. */
  readonly damaged = new Map<ThreadId, number>();
  readonly refused: { entry: number; reason: string }[] = [];
  /** Keys whose maker read the record when they made it, as `thread|kid`. */
  readonly #soundKeys = new Set<string>();
  readonly #onEvent: (event: ThreadEvent) => void;
  #register: RegisterState | undefined;

  /** @param onEvent called with each event that stands */
  constructor(onEvent: (event: ThreadEvent) => void) {
    this.#onEvent = onEvent;
  }

  /** Undefined before the first event. */
  get register(): RegisterState | undefined {
    return this.#register;
  }

  /** The first event, whose author and signature the caller has checked. */
  begin(event: ThreadEvent<'store.founded'>, header: Header, store: StoreId): void {
    this.#register = foundRegister(event, store);
    this.#keep(event, header, nothingFolded);
  }

  add(event: ThreadEvent, header: Header): void {
    if (this.#register === undefined) throw new Error('nothing was founded');
    if (event.thread === this.#register.thread) this.#foldRegister(event, header, this.#register);
    else this.#fold(event, header, this.#register);
  }

  #foldRegister(event: ThreadEvent, header: Header, register: RegisterState): void {
    const reason = mayRegister(event, register);
    if (reason !== null) {
      this.refused.push({ entry: header.seq, reason });
      return;
    }
    this.#register = applyToRegister(register, event);
    if (endsEveryKey(event)) this.#endKeys();
    this.#keep(event, header, nothingFolded);
  }

  /** Whoever held the recovery key that ended knows every key so far: what is written next is sealed under others. */
  #endKeys(): void {
    this.#soundKeys.clear();
    for (const [thread, state] of this.threads) this.threads.set(thread, { ...state, kid: null });
  }

  #fold(event: ThreadEvent, header: Header, register: RegisterState): void {
    const before = this.threads.get(event.thread)?.folded ?? nothingFolded;
    try {
      const folded = foldOne(before, event, register);
      const refused = folded.refused.at(before.refused.length);
      if (refused === undefined) this.#keep(event, header, folded);
      else this.refused.push({ entry: header.seq, reason: refused.reason });
    } catch {
      this.damaged.set(event.thread, header.seq);
    }
  }

  #keep(event: ThreadEvent, { kid, kc }: Header, folded: Folded): void {
    if (kid !== undefined) {
      const key = `${event.thread}|${kid}`;
      if (kc !== undefined && this.#reads(event, folded)) this.#soundKeys.add(key);
      this.threads.set(event.thread, { folded, kid: this.#soundKeys.has(key) ? kid : null });
    }
    this.#onEvent(event);
  }

  /** Whoever makes a key knows it. One made by somebody who no longer reads must not seal what others write next. */
  #reads({ actor, position }: ThreadEvent, { state }: Folded): boolean {
    if (state === null || this.#register === undefined) return true;
    return readersOf(state, this.#register, position.ms).includes(actor);
  }
}
