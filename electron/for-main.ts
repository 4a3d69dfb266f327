import type { ForMain } from '../shared/contract/wire.ts';
import { instant } from '../shared/domain/calendar.ts';
import { threadId } from '../shared/domain/ids.ts';
import { openingHours } from '../shared/events/register.ts';
import { z } from '../shared/zod.ts';

/** Concerns that wait, as they travel between main and the store process. */
export const waiting = z.array(z.strictObject({ concern: threadId, since: instant })).max(10_000);

/** What main lets in of what the store process says: ids, times and settings, and no word that anybody wrote. */
export const forMain: z.ZodType<ForMain> = z.strictObject({
  waiting,
  idleMinutes: z.int().min(2).max(15),
  openingHours,
});
