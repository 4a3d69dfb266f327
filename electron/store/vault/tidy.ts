import type { RegisterState } from '../../../shared/policy/register-state.ts';
import { type FoundVault, repairVault, writeVault } from './files.ts';
import type { Slot } from './format.ts';

/** The slots that are left of those that a change of keys, cut off between its two writes of the vault, wrote twice. */
function kept(slots: readonly Slot[], register: RegisterState, used: Slot): readonly Slot[] {
  const { recovery, staff } = register;
  const current = slots.some((slot) => slot.type === 'recovery' && slot.staff === recovery.id);
  // Until somebody's new keys are confirmed, the slot that opens them is not the one that lets them in.
  const waits = staff.get(used.staff)?.pending !== null;
  return slots.filter((slot) => {
    if (slot.type === 'recovery') return slot.staff === recovery.id || !current;
    return slot === used || slot.staff !== used.staff || waits;
  });
}

/** After an unlock: takes away slots that the register has overtaken, and brings a lagging copy up to date. */
export function tidyVault(folder: string, found: FoundVault, register: RegisterState, used: Slot): void {
  const slots = kept(found.vault.slots, register, used);
  if (slots.length === found.vault.slots.length) repairVault(folder, found);
  else writeVault(folder, found, { ...found.vault, slots: [...slots] });
}
