import type { PersonId, ThreadId } from './ids.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What a reference stands for: C a concern, R a referral back, S a supervision session, P a person. */
export type ReferenceLetter = 'C' | 'R' | 'S' | 'P';

/**
 * The name by which people speak of a record, such as `C-7F3K2Q`: a letter and the first 30 bits of the id
 * in Crockford's base 32. It holds nothing of its content. Two records of a practice may share one by chance
 * (even odds at about 38,000 records), so nothing is ever looked up by reference alone.
 */
export function referenceOf(letter: ReferenceLetter, id: ThreadId | PersonId): string {
  let bits = 0;
  for (const character of id.slice(0, 5)) bits = bits * 64 + base64url.indexOf(character);
  let text = '';
  for (let place = 5; place >= 0; place -= 1) text += crockford[Math.floor(bits / 32 ** place) % 32] ?? '';
  return `${letter}-${text}`;
}
