import { setTimeout as wait } from 'node:timers/promises';
import { projections } from '../../electron/features.ts';
import { unlockStore } from '../../electron/store/unlock.ts';
import { staffId } from '../../shared/domain/ids.ts';
import { z } from '../../shared/zod.ts';

const ask = z.strictObject({
  place: z.strictObject({ folder: z.string(), profile: z.string() }),
  staff: staffId,
  passphrase: z.string(),
});

// Like the store process: one unlock and nothing else in it.
const request = ask.parse(JSON.parse(process.argv[2] ?? ''));
const open = await unlockStore({ ...request, projections, now: () => new Date(), onProgress: () => {} });
await wait(200);
globalThis.gc?.();
await wait(200);
globalThis.gc?.();
const { rss, heapUsed, external } = process.memoryUsage();
process.stdout.write(JSON.stringify({ rss, heapUsed, external, entries: open.unlocked.head.frontier.size }));
open.lock();
