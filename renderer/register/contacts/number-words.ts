import { type Directory, needsCheck, numbersAt } from '../../../shared/policy/contacts.ts';
import type { Contact } from '../../../shared/policy/register-state.ts';
import { checkedWords } from '../../words/dates.ts';

/** Its numbers in one line, the one to ring now first. */
export function ringWords(contact: Contact, register: Directory, now: Date): string {
  const [first, second] = numbersAt(contact, register, now);
  if (first === undefined) return contact.phone;
  if (second === undefined) return first.phone;
  return first.when === 'out-of-hours'
    ? `Out of hours: ${first.phone}. In hours: ${second.phone}`
    : `${first.phone}. Out of hours: ${second.phone}`;
}

/** When somebody last checked it, and that it is time to check it again. */
export function checkWords({ checkedOn }: Contact, register: Directory, now: Date): string {
  if (checkedOn === null || !needsCheck(checkedOn, register, now)) return checkedWords(checkedOn);
  return `${checkedWords(checkedOn)}. Check it again`;
}
