/**
 * A second process on a store, to be killed by its test. `hold` unlocks and waits; `save` unlocks and adds information to
 * a concern without end, writing the id of each entry to stdout once it has been acknowledged.
 */
import { writeSync } from 'node:fs';
import { handlers, projections } from '../../electron/features.ts';
import { Router } from '../../electron/store/router.ts';
import { contract } from '../../shared/contract/index.ts';
import { must, quickKdf } from '../factories/world.ts';

interface Order {
  readonly mode: 'hold' | 'save';
  readonly folder: string;
  readonly profile: string;
  readonly clock: number;
  readonly unlock: never;
  readonly concern: never;
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
let clock = order.clock;
const router = new Router({
  place: order,
  contract,
  handlers,
  projections,
  kdf: quickKdf,
  now: () => new Date((clock += 1_000)),
  report: ({ at }) => {
    throw new Error(at.join('\n'));
  },
});
const log = router.client();

await must(log.store.unlock(order.unlock));
writeSync(1, 'unlocked\n');
if (order.mode === 'hold') setInterval(() => {}, 60_000);
else {
  const { newest } = await must(log.concerns.open({ concern: order.concern }));
  for (let round = 1; ; round += 1) {
    const event = await must(
      log.concerns.addInformation({
        concern: order.concern,
        seen: newest,
        note: `Round ${round}. ${'Words. '.repeat(round % 40)}`,
      }),
    );
    // Synchronous: what the parent has read was acknowledged before the next save began.
    writeSync(1, `${event}\n`);
  }
}
