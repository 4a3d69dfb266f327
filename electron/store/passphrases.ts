import type { StaffId } from '../../shared/domain/ids.ts';
import { judgePassphrase } from '../../shared/domain/passphrase.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { type Context, InvalidInput } from './context.ts';
import { tryPassphrase } from './failed-unlocks.ts';
import type { Writing } from './log/write.ts';
import type { UnlockedStore } from './unlocked.ts';
import { type FoundVault, readVault, writeVault } from './vault/files.ts';
import type { Slot } from './vault/format.ts';
import { makeSlot } from './vault/slots.ts';

/** @throws InvalidInput at `field` when a new passphrase is one that others would try; see `judgePassphrase` */
export function mustBeGood(field: string, passphrase: string, context: readonly string[]): void {
  const { sentence } = judgePassphrase(passphrase, context);
  if (sentence !== null) throw new InvalidInput({ [field]: sentence });
}

/** Names that do not count in a passphrase of somebody of this log. */
export function namesAround(
  register: RegisterState,
  person: { readonly name: string; readonly initials: string },
): readonly string[] {
  return [person.name, person.initials, register.name, ...register.practices.values()];
}

export function namesAroundMember(register: RegisterState, staff: StaffId): readonly string[] {
  return namesAround(register, register.staff.get(staff) ?? { name: '', initials: '' });
}

/**
 * Appends to the log and changes the slots of the vault together. The vault is written last before the commit, and put
 * back if the commit fails; only a power cut between the two leaves the vault changed and the log not.
 */
export function commitWithSlots(
  store: UnlockedStore,
  folder: string,
  change: (slots: readonly Slot[]) => readonly Slot[],
  work: (writing: Writing) => void,
): void {
  let before: FoundVault | undefined;
  try {
    store.commit((writing) => {
      work(writing);
      const found = readVault(folder);
      before = found;
      writeVault(folder, found, { ...found.vault, slots: [...change(found.vault.slots)] });
    });
  } catch (error) {
    if (before !== undefined) putBack(folder, before);
    throw error;
  }
}

function putBack(folder: string, { vault }: FoundVault): void {
  try {
    const found = readVault(folder);
    if (found.vault.generation > vault.generation) writeVault(folder, found, vault);
  } catch {
    // The error that led here is the one to tell of.
  }
}

/**
 * Takes away the slots that a change has made void, which has been saved already. What cannot be written now is cleared
 * away at the next unlock.
 */
export function keepSlots(folder: string, keep: (slot: Slot) => boolean): void {
  try {
    const found = readVault(folder);
    writeVault(folder, found, { ...found.vault, slots: found.vault.slots.filter(keep) });
  } catch {
    // See above.
  }
}

/** Seals the same master key under another passphrase. @throws InvalidInput, WaitBeforeTrying, StoreFailure */
export async function changePassphrase(
  { store, place, me, register }: Context,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<null> {
  mustBeGood('next', next, namesAroundMember(register, me));
  if (next === current) throw new InvalidInput({ next: 'This is the passphrase that you have. Choose another one' });
  const { folder } = place;
  const { vault } = readVault(folder);
  const { umk, slot } = await tryPassphrase({ folder, vault, staff: me, passphrase: current, now: store.now });
  const { storeKey } = store;
  const made = { store: vault.store, staff: me, label: slot.label, kdf: vault.kdf, umk, storeKey, secret: next };
  const changed = await makeSlot(made);
  commitWithSlots(
    store,
    folder,
    (slots) => [...slots.filter(({ staff }) => staff !== me), changed],
    (writing) => writing.note('passphrase.changed', { thread: null, about: null }),
  );
  return null;
}
