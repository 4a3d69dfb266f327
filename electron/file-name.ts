import { z } from '../shared/zod.ts';

/** Records by the letter of their references, and lists: a closed choice, so that no word of anybody's gets in. */
const records = { concern: 'C', referral: 'R', 'supervision session': 'S', person: 'P' } as const;
const lists = [
  'concerns',
  'referrals',
  'supervision',
  'people',
  'who reads what',
  'audit log',
  'counts',
  'first half of a recovery key',
  'second half of a recovery key',
  'blank form for a concern',
] as const;

const kinds = [...Object.entries(records).map(([kind, letter]) => `${kind} ${letter}-[0-9A-HJKMNP-TV-Z]{6}`), ...lists];

/**
 * A file name that we propose: a kind of print, a reference and a day, such as `concern C-7F3K2Q 2026-11-23.pdf`.
 * Names of files show in recent lists and mails, so nothing else gets into one.
 */
export const printName = z.string().regex(new RegExp(`^(?:${kinds.join('|')}) \\d{4}-\\d{2}-\\d{2}\\.pdf$`));
