import type { PersonId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { keyHoldersOf, readersOf, readersOfRegister, recoveryReads } from '../../shared/policy/readers.ts';
import { beginningsAhead } from '../../shared/policy/register/covers.ts';
import { isEarlierRecovery, type RegisterState } from '../../shared/policy/register-state.ts';
import type { ThreadInMemory } from './log/folding.ts';
import { everyKeyHeld, type HeldKey } from './log/thread-keys.ts';
import type { ReadableLog } from './log/transaction.ts';
import type { Writing } from './log/write.ts';

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
  /** Milliseconds, as `readersOf` takes them. */
  readonly at: number;
}

/**
 * Compares who holds keys with who should read, on every thread that we hold keys of (DESIGN 3), recovery among them.
 * Where we ourselves should no longer read, all that we may do is take ourselves out.
 */
export function accessChanges(db: ReadableLog, situation: Situation): readonly AccessChange[] {
  const { me, register, threads, damaged, at } = situation;
  const byThread = Map.groupBy(everyKeyHeld(db), ({ thread }) => thread);
  return [...threads].flatMap(([thread, { folded }]) => {
    const { state } = folded;
    if (damaged.has(thread) || (state === null && thread !== register.thread)) return [];
    const readers = state === null ? readersOfRegister(register) : readersOf(state, register, at);
    // Keys are never taken from the last who holds them: a record that nobody can open is lost.
    if (readers.length === 0) return [];
    const about = state?.about ?? null;
    const holders = state === null ? readers : keyHoldersOf(state, register, at);
    if (!holders.includes(me)) return [{ thread, about, added: [], removed: [me] }];
    // Whoever is only to stand in later has nothing to do with it yet.
    if (!readers.includes(me)) return [];
    const wanted = recoveryReads(state) ? [...holders, register.recovery.id] : holders;
    const change = compare(byThread.get(thread) ?? [], wanted, situation);
    return change.added.length + change.removed.length === 0 ? [] : [{ thread, about, ...change }];
  });
}

/**
 * Threads whose keys we hold and that are not ours to read: not yet, since we only stand in later; with `strictly` also
 * not any more. A thread that nobody would read is left to who holds it.
 */
export function notForNow(
  { me, register, threads, at }: Omit<Situation, 'damaged'>,
  { strictly }: { readonly strictly: boolean },
): readonly ThreadId[] {
  // Recovery reads everything, and is named among no readers.
  if (me === register.recovery.id || (!strictly && beginningsAhead(register, at).length === 0)) return [];
  return [...threads].flatMap(([thread, { folded }]) => {
    const { state } = folded;
    if (state === null) return [];
    const readers = readersOf(state, register, at);
    if (readers.includes(me) || readers.length === 0) return [];
    return strictly || keyHoldersOf(state, register, at).includes(me) ? [thread] : [];
  });
}

/** Who lacks a copy of a key that we can give, and who has one that they should not. */
function compare(
  held: readonly HeldKey[],
  wanted: readonly StaffId[],
  { me, register }: Situation,
): Pick<AccessChange, 'added' | 'removed'> {
  const copies = held.filter(({ wanted: lacks }) => lacks === 0);
  const has = new Set(copies.map(({ kid, reader }) => `${kid}|${reader}`));
  const ours = copies.filter(({ reader }) => reader === me).map(({ kid }) => kid);
  const added = wanted.filter((reader) => !ours.every((kid) => has.has(`${kid}|${reader}`)));
  // Of a recovery key that ended only what we can give to the one that followed: another copy may be the last.
  const counts = ({ reader, kid }: HeldKey): boolean => !isEarlierRecovery(register, reader) || ours.includes(kid);
  const holders = new Set(held.filter(counts).map(({ reader }) => reader));
  const removed = [...holders].filter((reader) => !wanted.includes(reader));
  return { added, removed };
}

/** One `access.changed` for each thread touched. */
export function appendChanges(writing: Writing, changes: readonly AccessChange[]): void {
  for (const { thread, about, added, removed } of changes)
    writing.append('access.changed', { thread, about }, { added: [...added], removed: [...removed] });
}
