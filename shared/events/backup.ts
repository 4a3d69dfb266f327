import { instant } from '../domain/calendar.ts';
import { logId } from '../domain/ids.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

const hash = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'A hash is 32 bytes in base64');

/** Entries of one log, from the first that is missing up to and without the last number. */
const range = z.strictObject({ log: logId, from: z.int().min(0), to: z.int().min(1) });

export const mostRanges = 100;

/** Which backup: where the log stood, and SHA-256 of the whole file. Never where it lies: a path can hold a name. */
const which = { size: z.int().min(1), root: hash, sha256: hash };

export const backupEvents = {
  'backup.made': event('register', 'Backup made and verified', contentOf(which)),
  'backup.drilled': event('register', 'Restore of a backup rehearsed', contentOf(which)),
  /** The first event of the log that a restored store goes on in. It names the end of the log before. */
  'log.restored': event(
    'register',
    'Log restored from a backup',
    contentOf({
      log: logId,
      ...which,
      madeAt: instant,
      /** What this computer had seen and the backup does not hold. Empty where nothing shows that anything is missing. */
      missing: z.array(range).max(mostRanges),
    }),
  ),
  /** What a computer had seen, finds gone, and no restore has named: somebody else's computer or account restored. */
  'log.missed': event(
    'register',
    'Entries found missing that were there before',
    contentOf({ missing: z.array(range).min(1).max(mostRanges) }),
  ),
};
