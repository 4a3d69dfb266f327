import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readLine } from '../../electron/store/log/header.ts';
import type { EventId, ThreadId } from '../../shared/domain/ids.ts';
import { spawnChild } from '../factories/children.ts';
import { found, randomFrom, seedOfRun, signIn, torture } from '../factories/folders.ts';
import { concernForm } from '../factories/forms.ts';
import { type Keys, keysOf, readStore, rowsOf } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const rounds = torture ? 200 : 6;

/** The ids of all entries, once the whole log has been read and verified. */
function verifiedIds(world: World, keys: Keys, concern: ThreadId): ReadonlySet<string> {
  const store = readStore(world, keys);
  try {
    store.checks.all(() => {});
    expect(store.troubles).toMatchObject({ refused: [], wrongKeys: [] });
    expect([...store.troubles.damaged]).toEqual([]);
    expect(store.stateOf(concern)?.kind).toBe('concern');
    return new Set(rowsOf(store.log).map(({ line }) => readLine(line).header.id));
  } finally {
    store.close();
  }
}

it('kill -9 in the middle of saves loses nothing that was acknowledged', async () => {
  const seed = seedOfRun('kill -9');
  const random = randomFrom(seed);
  await using world = new World();
  const { founder: staff } = await found(world);
  await must(signIn(world, staff));
  const practice = await must(world.log.register.addPractice({ name: 'Alderfield' }));
  const { concern } = await must(world.log.concerns.raise(concernForm('Bea', practice)));
  await world.lock();
  const keys = await keysOf(world, staff, passphraseOf(people.manager));
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const child = spawnChild(world, { mode: 'save', staff, name: people.manager, concern });
    await child.wrote(2);
    await pause(random() * 60);
    const [, ...events] = await child.kill();
    expect(child.process.signalCode).toBe('SIGKILL');
    acknowledged.push(...events);
    const ids = verifiedIds(world, keys, concern);
    expect(
      acknowledged.filter((id) => !ids.has(id)),
      `SEED=${seed}, round ${round}`,
    ).toEqual([]);
    world.clock += 86_400_000;
  }
  console.log(`kill -9: ${rounds} rounds, ${acknowledged.length} acknowledged saves, none lost`);
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
  await must(signIn(world, staff));
  const page = await must(world.log.concerns.open({ concern }));
  const shown = new Set<EventId>(page.entries.map(({ event }) => event));
  expect(acknowledged.filter((id) => !shown.has(id as EventId))).toEqual([]);
});
