import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers, projections } from '../../electron/features.ts';
import { Router } from '../../electron/store/router.ts';
import { contract } from '../../shared/contract/index.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { must, passphraseOf, people, quickKdf, World } from '../factories/world.ts';

let good: World;
let founder: StaffId;
/** A backup of `good`. */
let file: string;

const placeOf = (world: World): string => join(world.root, 'backups');

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  mkdirSync(placeOf(good));
  await must(signIn(good, founder));
  await must(good.log.backup.setPlace({ folder: placeOf(good) }));
  file = join(placeOf(good), (await must(good.log.backup.make({}))).name);
  await good.lock();
});

afterAll(() => good[Symbol.asyncDispose]());

const restore = (world: World, from: string, into: string | null = null) =>
  must(world.log.backup.restore({ file: from, into, other: false, older: true }));

/** Unlocks, and says whether entries can be written. */
async function opens(world: World): Promise<boolean> {
  const { readOnly } = await must(signIn(world, founder));
  if (readOnly === null) await must(world.log.register.addPractice({ name: `Practice ${world.clock}` }));
  return readOnly === null;
}

async function opensTwice(world: World): Promise<readonly boolean[]> {
  const first = await opens(world);
  await world.lock();
  const second = await opens(world);
  await world.lock();
  return [first, second];
}

/** The same store, as another folder or another account of the computer has it. */
function routerFor(world: World, place: { readonly folder: string; readonly profile: string }) {
  const now = () => new Date((world.clock += 1_000));
  const report = () => {};
  return new Router({ place, contract, handlers, projections, kdf: quickKdf, now, report }).client();
}

const passphrase = passphraseOf(people.manager);

describe('a log that is restored once more', () => {
  it('from the same backup can be written for good, and says that the log between is missing', async () => {
    await using world = copyOf(good);
    await restore(world, file);
    expect(await opensTwice(world)).toEqual([true, true]);
    await restore(world, file);
    expect(await opensTwice(world)).toEqual([true, true]);
    await must(signIn(world, founder));
    const { name } = await must(world.log.backup.make({}));
    await world.lock();
    await restore(world, join(placeOf(good), name));
    expect(await opensTwice(world)).toEqual([true, true]);
    await must(signIn(world, founder));
    await must(world.log.audit.check({}));
  });

  it('into another folder goes on there, and the one that was here goes on too', async () => {
    await using world = copyOf(good);
    const into = join(world.root, 'copy');
    await restore(world, file, into);
    const copy = routerFor(world, { folder: into, profile: world.profile });
    expect((await must(copy.store.unlock({ staff: founder, passphrase }))).readOnly).toBeNull();
    await must(copy.store.lock({}));
    expect(await opensTwice(world)).toEqual([true, true]);
    expect((await must(copy.store.unlock({ staff: founder, passphrase }))).readOnly).toBeNull();
    await must(copy.store.lock({}));
  });
});

describe('a log restored by an account that had not seen its newest entries', () => {
  it('says what is missing once the account signs in that had, and goes on', async () => {
    await using world = copyOf(good);
    await opensTwice(world);
    const other = routerFor(world, { folder: world.folder, profile: join(world.root, 'other profile') });
    await must(other.backup.restore({ file, into: null, other: false, older: false }));
    await must(other.store.unlock({ staff: founder, passphrase }));
    expect((await must(other.backup.show({}))).restored?.missing).toBe(0);
    await must(other.store.lock({}));
    expect(await opensTwice(world)).toEqual([true, true]);
    await must(signIn(world, founder));
    expect((await must(world.log.backup.show({}))).restored?.missing).toBeGreaterThan(3);
    const { lines } = await must(world.log.audit.page({ from: null, to: null }));
    expect(lines.filter(({ what }) => what === 'Entries found missing that were there before')).toHaveLength(1);
    await must(world.log.audit.check({}));
  });
});
