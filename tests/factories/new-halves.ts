import { type Casework, makeCasework, type Who } from './casework.ts';
import { copyOf } from './folders.ts';
import { must, people, type World } from './world.ts';

export type Halves = readonly [string, string];

interface NewHalves {
  readonly work: Casework;
  /** The same practice, with new halves that the manager made and that wait. */
  readonly waiting: World;
  readonly fresh: Halves;
}

/** Makes a new recovery key, as somebody who is to be one of two. Locks. */
export async function propose(world: World, work: Casework, who: Who): Promise<Halves> {
  await world.unlock(work[who], people[who]);
  const { recoveryHalves } = await must(world.log.register.replaceRecovery({}));
  await world.lock();
  return recoveryHalves;
}

/** Fills `good` with a practice. Both worlds are locked. @param who whose keys the tests hold */
export async function makeNewHalves(good: World, who: readonly Who[]): Promise<NewHalves> {
  const work = await makeCasework(good, who);
  const waiting = copyOf(good);
  return { work, waiting, fresh: await propose(waiting, work, 'manager') };
}
