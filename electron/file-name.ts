import { z } from '../shared/zod.ts';

/**
 * A file name that we propose: a kind of print, a reference and a day, such as `concern C-7F3K2Q 2026-11-23.pdf`.
 * Names of files show in recent lists and mails, so nothing else gets into one.
 */
export const printName = z
  .string()
  .regex(/^[a-z][a-z ]{0,40}(?: [CRSP]-[0-9A-HJKMNP-TV-Z]{6})? \d{4}-\d{2}-\d{2}\.pdf$/);
