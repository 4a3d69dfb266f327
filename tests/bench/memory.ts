import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from '../../shared/zod.ts';
import type { BigStore } from './big-store.ts';
import type { Figure } from './figures.ts';

const aimMegabytes = 250;
const reported = z.strictObject({ rss: z.number(), heapUsed: z.number(), external: z.number(), entries: z.int() });

/** What a process of its own holds after it has unlocked the store and Argon2id's worker has ended. */
export async function measureMemory({ place, staff, passphrase, contentEvents }: BigStore): Promise<Figure> {
  const child = new URL('./memory-child.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    child,
    JSON.stringify({ place, staff, passphrase }),
  ]);
  const { rss, heapUsed, external, entries } = reported.parse(JSON.parse(stdout));
  const megabytes = (bytes: number) => bytes / 1_000_000;
  return {
    name: `memory of the store process at ${contentEvents.toLocaleString('en-GB')} content events, against ${aimMegabytes} MB`,
    ratio: megabytes(rss) / aimMegabytes,
    aim: 1,
    better: 'lower',
    detail: `${megabytes(rss).toFixed(0)} MB resident, ${megabytes(heapUsed).toFixed(0)} MB heap, ${megabytes(external).toFixed(0)} MB external; ${entries} entries`,
  };
}
