import { asksSafeContactFirst } from '../../shared/domain/safe-contact.ts';
import type { RaiseInput } from './raise-form.ts';
import type { SafeToTalk } from './words.ts';

/** What the boxes about safe contact hold, as typed. */
export interface SafeContactValues {
  safeToTalk: '' | SafeToTalk;
  safeContact: string;
  /** `['yes']`: the same is to stand in the person's details. */
  keepSafeContact: string[];
}

export const blankSafeContact: SafeContactValues = { safeToTalk: '', safeContact: '', keepSafeContact: [] };

/** What of it the log takes: nothing, unless the kind of concern asked for it. */
export function readSafeContact(
  { safeToTalk, safeContact, keepSafeContact }: SafeContactValues,
  categories: readonly string[],
): Pick<RaiseInput, 'safeToTalk' | 'safeContact' | 'keepSafeContact'> {
  if (!asksSafeContactFirst(categories)) return {};
  const said = safeContact.trim() !== '';
  return {
    ...(safeToTalk !== '' && { safeToTalk }),
    ...(said && { safeContact }),
    ...(said && keepSafeContact.includes('yes') && { keepSafeContact: true }),
  };
}
