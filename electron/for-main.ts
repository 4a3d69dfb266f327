import type { ForMain } from '../shared/contract/wire.ts';
import { instant } from '../shared/domain/calendar.ts';
import { openingHours } from '../shared/events/register.ts';
import { z } from '../shared/zod.ts';

/** What main lets in of what the store process says: a number, a time and settings, and no word that anybody wrote. */
export const forMain: z.ZodType<ForMain> = z.strictObject({
  waiting: z.strictObject({ waiting: z.int().min(0), since: instant.nullable() }),
  idleMinutes: z.int().min(2).max(15),
  openingHours,
});
