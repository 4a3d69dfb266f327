import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { z } from '../../shared/zod.ts';
import type { BigStore } from './big-store.ts';
import type { Figure } from './figures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const aimMegabytes = 250;
const reported = z.strictObject({ rss: z.number(), heapUsed: z.number(), external: z.number(), entries: z.int() });

/** As the store is shipped: bundled. Run from source, Node's own reader of TypeScript takes some 250 MB beside it. */
async function runBundled(argument: string): Promise<string> {
  // Inside the project, so that the addon is found; a name of its own, so that no other build is in its way.
  const outDir = join(root, 'dist', `bench-${process.pid}`);
  try {
    await build({
      configFile: `${root}/build/config/vite.main.config.ts`,
      logLevel: 'error',
      build: { outDir, rollupOptions: { input: { 'memory-child': `${root}/tests/bench/memory-child.ts` } } },
    });
    const child = join(outDir, 'memory-child.js');
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', child, argument]);
    return stdout;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** What a process of its own holds after it has unlocked the store and Argon2id's worker has ended. */
export async function measureMemory({ place, staff, passphrase, contentEvents }: BigStore): Promise<Figure> {
  const answer: unknown = JSON.parse(await runBundled(JSON.stringify({ place, staff, passphrase })));
  const { rss, heapUsed, external, entries } = reported.parse(answer);
  const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(0);
  return {
    name: `memory of the store process at ${contentEvents.toLocaleString('en-GB')} content events, against ${aimMegabytes} MB`,
    ratio: rss / 1_000_000 / aimMegabytes,
    aim: 1,
    better: 'lower',
    detail: `${megabytes(rss)} MB resident, ${megabytes(heapUsed)} MB heap, ${megabytes(external)} MB external; ${entries} entries`,
  };
}
