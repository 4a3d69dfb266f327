import type { RegisterState } from '../../../shared/policy/register-state.ts';
import { readVault, writeVault } from './files.ts';

/**
 * Takes the slots of those who left out of the vault, so that no passphrase of theirs gives the store key. A slot that
 * the register does not know stays: it may be of somebody who is just being added. Safe to run again at any time.
 *
 * @returns how many were taken out
 * @throws StoreFailure as `readVault` and `writeVault`
 */
export function removeSlotsOfLeavers(folder: string, register: RegisterState): number {
  const found = readVault(folder);
  const { slots } = found.vault;
  const kept = slots.filter(({ type, staff }) => type === 'recovery' || register.staff.get(staff)?.active !== false);
  if (kept.length < slots.length) writeVault(folder, found, { ...found.vault, slots: kept });
  return slots.length - kept.length;
}
