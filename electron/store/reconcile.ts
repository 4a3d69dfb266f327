import type { PersonId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { readersOf } from '../../shared/policy/readers.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import type { ThreadInMemory } from './log/read.ts';
import { everyKeyHeld } from './log/thread-keys.ts';
import type { ReadableLog } from './log/transaction.ts';

/** Who should be given the keys of a thread, and from whom they should be taken. */
export interface AccessChange {
  readonly thread: ThreadId;
  readonly about: PersonId | null;
  readonly added: readonly StaffId[];
  readonly removed: readonly StaffId[];
}

interface Situation {
  readonly me: StaffId;
  readonly register: RegisterState;
  readonly threads: ReadonlyMap<ThreadId, ThreadInMemory>;
  readonly damaged: ReadonlyMap<ThreadId, number>;
}

/**
 * Compares who holds keys with who should read, on every thread that we hold keys of (DESIGN 3). Where we ourselves
 * should no longer read, all that we may do is take ourselves out.
 */
export function accessChanges(db: ReadableLog, { me, register, threads, damaged }: Situation): readonly AccessChange[] {
  const byThread = Map.groupBy(everyKeyHeld(db), ({ thread }) => thread);
  return [...threads].flatMap(([thread, { folded, kid }]) => {
    const { state } = folded;
    if (state === null || damaged.has(thread)) return [];
    const readers = readersOf(state, register);
    // Keys are never taken from the last who holds them: a record that nobody can open is lost.
    if (readers.length === 0) return [];
    const { about } = state;
    if (!readers.includes(me)) return [{ thread, about, added: [], removed: [me] }];
    const held = byThread.get(thread) ?? [];
    const holders = new Set(held.map(({ reader }) => reader));
    const current = new Set(held.filter((one) => kid === null || one.kid === kid).map(({ reader }) => reader));
    const added = readers.filter((reader) => !current.has(reader));
    const removed = [...holders].filter((reader) => reader !== register.recovery.id && !readers.includes(reader));
    return added.length + removed.length === 0 ? [] : [{ thread, about, added, removed }];
  });
}
