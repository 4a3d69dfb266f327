import { contract } from '../shared/contract/index.ts';
import type { Begin, ForMain } from '../shared/contract/wire.ts';
import { z } from '../shared/zod.ts';
import { waitingConcerns } from './concerns/waiting.ts';
import { handlers, projections } from './features.ts';
import type { Context } from './store/context.ts';
import { selfTestArgon2id } from './store/crypto/self-test.ts';
import { type MistakeReport, mistakeReport } from './store/report.ts';
import { Router } from './store/router.ts';
import { type Port, serve } from './store/serve.ts';

// The store process (a utilityProcess of Electron): it alone holds keys and opens the store. It shows nothing, prints
// nothing and never touches the network. Locking ends it, so that no key is left in a living process.

const begin: z.ZodType<Begin> = z.strictObject({ folder: z.string().min(1), profile: z.string().min(1) });

// One JSON line on standard error: class of the error and places in the code, never a message.
function report(mistake: MistakeReport): void {
  process.stderr.write(`${JSON.stringify(mistake)}\n`);
}

function stopOn(error: unknown): never {
  report(mistakeReport('store-process', error));
  process.exit(1);
}

// Were these left to Node, it would print the message, which may quote what somebody typed.
process.on('uncaughtException', stopOn);
process.on('unhandledRejection', stopOn);

/** Tells main what it may know while the log is locked, whenever that has changed. */
function tellMain(): (context: Context) => void {
  let told = '';
  return (context) => {
    const { idleMinutes, openingHours } = context.register.settings;
    const message: ForMain = { waiting: waitingConcerns(context), idleMinutes, openingHours };
    const now = JSON.stringify(message);
    if (now !== told) process.parentPort.postMessage(message);
    told = now;
  };
}

function run(place: Begin, port: Port): void {
  const router = new Router({
    place,
    contract,
    handlers,
    projections,
    now: () => new Date(),
    report,
    afterEach: tellMain(),
    buildDemo: async (where, onProgress) => {
      // Most never ask for it, so its people and stories are not read at every start.
      const { loadDemo } = await import('./demo/load.ts');
      const show = (_who: string, done: number, total: number) =>
        onProgress('Making the demonstration log', done, total);
      return loadDemo({ place: where, report, onProgress: show });
    },
    progress: (what, done, total) => port.postMessage({ progress: { what, done, total } }),
  });
  serve(port, router, () => process.exit(0));
  process.on('SIGTERM', () => {
    router.close();
    process.exit(0);
  });
}

process.parentPort.once('message', ({ data, ports: [port] }) => {
  if (port === undefined) throw new Error('no port');
  const place = begin.parse(data);
  void selfTestArgon2id().then(() => run(place, port));
});
