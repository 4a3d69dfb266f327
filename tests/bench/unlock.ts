import { type BigStore, readStore } from './big-store.ts';
import { type Figure, median, settle, timed } from './figures.ts';
import { readByHand } from './floor.ts';

const runs = 5;

/** Reading, verifying, opening, folding and indexing everything, against the least that it can cost. */
export function measureUnlock(big: BigStore): Figure {
  const first = readStore(big);
  const signers = new Map([...first.register.staff.values()].map(({ staff, keys }) => [staff, keys[0].sig]));
  const entries = first.head.frontier.size;
  first.close();
  const ours: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    settle();
    floors.push(timed(() => readByHand(big, signers)));
    settle();
    ours.push(timed(() => readStore(big).close()));
  }
  const [store, floor] = [median(ours), median(floors)];
  return {
    name: `unlock of ${big.contentEvents.toLocaleString('en-GB')} content events without Argon2id, against reading, verifying, opening and indexing them by hand`,
    ratio: store / floor,
    aim: 1.4,
    better: 'lower',
    detail: `median of ${runs}: ${store.toFixed(0)} ms against ${floor.toFixed(0)} ms; ${entries} entries, ${big.threads} threads`,
  };
}
