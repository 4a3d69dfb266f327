import type { RegisterState } from '../../../shared/policy/register-state.ts';
import type { UnlockedStore } from '../unlocked.ts';
import { type FoundVault, readVault, repairVault, writeVault } from './files.ts';
import type { Slot } from './format.ts';

/** Of somebody who left, or of a recovery key that was used or replaced: it goes when the log file gets a new key, and only then. */
function hasEnded({ type, staff }: Slot, { earlierRecoveries, staff: members }: RegisterState): boolean {
  return type === 'recovery' ? earlierRecoveries.some(({ id }) => id === staff) : members.get(staff)?.active === false;
}

/** The slots that are left of those that a change of keys, cut off between its two writes of the vault, wrote twice. */
function kept(slots: readonly Slot[], register: RegisterState, used: Slot): readonly Slot[] {
  const { recovery, recoveryProposed } = register;
  const current = slots.some((slot) => slot.type === 'recovery' && slot.staff === recovery.id);
  return slots.filter((slot) => {
    if (hasEnded(slot, register)) return true;
    if (slot.type === 'recovery') return [recovery.id, recoveryProposed?.id].includes(slot.staff) || !current;
    return slot === used || slot.staff !== used.staff;
  });
}

/** After an unlock: takes away slots that the register has overtaken, and brings a lagging copy up to date. */
export function tidyVault(folder: string, found: FoundVault, register: RegisterState, used: Slot): void {
  const slots = kept(found.vault.slots, register, used);
  if (slots.length === found.vault.slots.length) repairVault(folder, found);
  else writeVault(folder, found, { ...found.vault, slots: [...slots] });
}

/**
 * Replaces the log file where somebody who left, or a recovery key that ended, still has a slot, so that an old copy
 * of the vault opens nothing that is written from now on. The slots go in the one write that names the new file: as
 * long as one is there, this is still to be done, and is done at the next unlock.
 *
 * @returns whether nobody of those has a slot any more
 * @throws StoreFailure only when the store must be unlocked anew; nothing is lost
 */
export function finishReplacing(folder: string, store: UnlockedStore): boolean {
  const { register } = store;
  try {
    const ended = readVault(folder).vault.slots.filter((slot) => hasEnded(slot, register));
    if (ended.length > 0) store.replaceLogFile({ without: ended.map(({ staff }) => staff) });
    return true;
  } catch (error) {
    if (!store.isOpen) throw error;
    // They open no session in any case, since the register decides. Nobody else is kept out because it cannot be done now.
    return false;
  }
}
