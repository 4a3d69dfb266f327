import type { ThreadId } from '../../shared/domain/ids.ts';
import { concernForm } from './forms.ts';
import { type Keys, keysOf } from './insider.ts';
import { makePractice, must, type Practice, passphraseOf, people, type World } from './world.ts';

export type Who = keyof typeof people;

export interface Casework extends Practice {
  /** Two concerns of `worker` about people of Alderfield; the deputy has acknowledged the first. */
  readonly bea: ThreadId;
  readonly cal: ThreadId;
  /** What each person's passphrase gives, worked out once. */
  readonly keys: Readonly<Record<Who, Keys>>;
}

/** A practice with something in its log, locked. Keys are worked out for `whose` only, since each takes a passphrase. */
export async function makeCasework(world: World, whose = Object.keys(people) as readonly Who[]): Promise<Casework> {
  const practice = await makePractice(world);
  await practice.as('worker');
  const { concern: bea } = await must(world.log.concerns.raise(concernForm('Bea', practice.alderfield, 'About Bea.')));
  const { concern: cal } = await must(world.log.concerns.raise(concernForm('Cal', practice.alderfield, 'About Cal.')));
  await practice.as('deputy');
  const { newest } = await must(world.log.concerns.open({ concern: bea }));
  await must(world.log.concerns.acknowledge({ concern: bea, seen: newest, owner: practice.deputy }));
  await must(
    world.log.concerns.addInformation({
      concern: bea,
      seen: newest,
      note: 'From the deputy.',
      facts: { place: 'Wren Street' },
    }),
  );
  await world.lock();
  const entries = await Promise.all(
    whose.map(async (who) => [who, await keysOf(world, practice[who], passphraseOf(people[who]))] as const),
  );
  return { ...practice, bea, cal, keys: Object.fromEntries(entries) as Casework['keys'] }; // `as`: a test asks for those that it named.
}
