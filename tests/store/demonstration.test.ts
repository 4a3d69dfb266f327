import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handlers, projections } from '../../electron/features.ts';
import { createStore } from '../../electron/store/create.ts';
import { StoreFailure } from '../../electron/store/failure.ts';
import { takeLock } from '../../electron/store/log/open.ts';
import { Router, type RouterOptions } from '../../electron/store/router.ts';
import type { StorePlace } from '../../electron/store/unlock.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { contract } from '../../shared/contract/index.ts';
import type { DemonstrationPerson } from '../../shared/contract/store.ts';
import { copyOf, found } from '../factories/folders.ts';
import { troubleOf } from '../factories/forms.ts';
import { must, passphraseOf, people, quickKdf, World } from '../factories/world.ts';

type BuildDemo = NonNullable<RouterOptions['buildDemo']>;

/** A demonstration of one person, so that it takes a second. The real one is made in tests/ipc. */
const quickDemo: BuildDemo = async ({ folder }, onProgress) => {
  const name = people.manager;
  const passphrase = passphraseOf(name);
  const founder = { name, initials: 'JS', passphrase };
  onProgress('Making', 0, 1);
  const made = await createStore({ folder, name: 'Demo', demo: true, founder, kdf: quickKdf, now: () => new Date() });
  return { people: [{ staff: made.founder, name, jobTitle: 'Practice manager', passphrase }] };
};

function routerOf(world: World, buildDemo?: BuildDemo): Router {
  world.router.close();
  world.router = new Router({
    place: { folder: world.folder, profile: world.profile },
    contract,
    handlers,
    projections,
    kdf: quickKdf,
    now: () => new Date(),
    report: (mistake) => world.mistakes.push(mistake),
    ...(buildDemo && { buildDemo }),
  });
  return world.router;
}

const create = (world: World, buildDemo?: BuildDemo) => routerOf(world, buildDemo).client().store.createDemo({});
const workshopOf = (world: World): string => `${world.folder}.making`;

async function peopleOf(world: World): Promise<readonly DemonstrationPerson[] | undefined> {
  return (await must(world.log.store.status({}))).demonstration?.people;
}

describe('the demonstration log', () => {
  it('is made beside its folder, moves in whole, and says who can sign in with what', async () => {
    await using world = new World();
    const places: StorePlace[] = [];
    const notYet: boolean[] = [];
    const watched: BuildDemo = async (place, onProgress) => {
      places.push(place);
      const built = await quickDemo(place, onProgress);
      notYet.push(existsSync(join(world.folder, 'vault.a')));
      return built;
    };
    expect(await must(create(world, watched))).toBeNull();
    expect(places[0]?.folder.startsWith(workshopOf(world))).toBe(true);
    expect(notYet).toEqual([false]);
    expect(existsSync(workshopOf(world))).toBe(false);
    expect(readdirSync(world.folder).toSorted()).toEqual([
      'demonstration.json',
      'lock.db',
      'log.1.db',
      'vault.a',
      'vault.b',
    ]);
    const [person] = (await peopleOf(world)) ?? [];
    expect(person).toMatchObject({ name: people.manager, jobTitle: 'Practice manager' });
    if (person === undefined) throw new Error('nobody');
    const { staff, passphrase } = person;
    await must(world.log.store.unlock({ staff, passphrase }));
    expect(await must(world.log.register.show({}))).toMatchObject({ demo: true, me: staff });
    expect(world.mistakes).toEqual([]);
  });

  it.each([
    ['holds a real log', (world: World): Promise<unknown> => found(world)],
    [
      'holds other files',
      (world: World): Promise<unknown> => {
        mkdirSync(world.folder);
        writeFileSync(join(world.folder, 'letter.docx'), 'Dear');
        return Promise.resolve();
      },
    ],
    [
      'has a neighbour of that name that is not ours',
      (world: World): Promise<unknown> => {
        mkdirSync(workshopOf(world));
        writeFileSync(join(workshopOf(world), 'vault.a'), 'somebody’s');
        return Promise.resolve();
      },
    ],
  ])('is not made where a folder %s, and nothing there is touched', async (_what, prepare) => {
    await using world = new World();
    await prepare(world);
    const files = () =>
      readdirSync(world.root, { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.endsWith('lock.db') && name !== 'store')
        .toSorted();
    const before = files();
    let asked = false;
    const builder: BuildDemo = (place, onProgress) => {
      asked = true;
      return quickDemo(place, onProgress);
    };
    expect(await troubleOf(create(world, builder))).toBe('folderNotEmpty');
    expect([asked, files()]).toEqual([false, before]);
  });

  it('is not made twice over', async () => {
    await using world = new World();
    await must(create(world, quickDemo));
    const before = readFileSync(join(world.folder, 'demonstration.json'), 'utf8');
    expect(await troubleOf(create(world, quickDemo))).toBe('folderNotEmpty');
    expect(readFileSync(join(world.folder, 'demonstration.json'), 'utf8')).toBe(before);
  });

  it('is not made by two programs at once', async () => {
    await using world = new World();
    mkdirSync(world.folder);
    const other = takeLock(join(world.folder, 'lock.db'));
    expect(await troubleOf(create(world, quickDemo))).toBe('inUse');
    other.release();
    await must(create(world, quickDemo));
  });
});

describe('a demonstration that fails half way', () => {
  it('leaves a free folder, and the next one is whole', async () => {
    await using world = new World();
    const failing: BuildDemo = async (place, onProgress) => {
      await quickDemo(place, onProgress);
      throw new Error('The demo could not be made.', { cause: new StoreFailure('noSpace') });
    };
    expect(await troubleOf(create(world, failing))).toBe('noSpace');
    expect(existsSync(workshopOf(world))).toBe(false);
    expect(await troubleOf(world.log.store.status({}))).toBe('noStore');
    await must(create(world, quickDemo));
    expect(await peopleOf(world)).toHaveLength(1);
  });

  it('is a mistake of the program when nobody knows why', async () => {
    await using world = new World();
    expect(await troubleOf(create(world, () => Promise.reject(new TypeError('Leah Marsden'))))).toBe('internal');
    expect(world.mistakes).toMatchObject([{ call: 'store.createDemo', error: 'TypeError' }]);
    expect(JSON.stringify(world.mistakes)).not.toContain('Marsden');
    expect(await troubleOf(create(world))).toBe('internal');
  });
});

describe('a demonstration that is restored from its backup', () => {
  it('still says who can sign in with what', async () => {
    await using world = new World();
    await must(create(world, quickDemo));
    const before = await peopleOf(world);
    const [{ staff, passphrase } = { staff: undefined, passphrase: '' }] = before ?? [];
    if (staff === undefined) throw new Error('nobody is in the demonstration');
    await must(world.log.store.unlock({ staff, passphrase }));
    const folder = join(world.root, 'backups');
    mkdirSync(folder);
    await must(world.log.backup.setPlace({ folder }));
    const { name } = await must(world.log.backup.make({}));
    await world.lock();
    const file = join(folder, name);
    await must(world.log.backup.restore({ file, into: null, other: false, older: true }));
    expect(await peopleOf(world)).toEqual(before);
    await must(world.log.store.unlock({ staff, passphrase }));
  });
});

describe('a real log', () => {
  it('is no demonstration, even with the file of one beside it', async () => {
    await using demo = new World();
    await using real = new World();
    await must(create(demo, quickDemo));
    await found(real, { demo: false });
    expect((await must(real.log.store.status({}))).demonstration).toBeNull();
    const text = readFileSync(join(demo.folder, 'demonstration.json'), 'utf8');
    const path = join(real.folder, 'demonstration.json');
    for (const planted of [text, '', '{', text.replace('demonstration/1', 'demonstration/2')]) {
      writeFileSync(path, planted);
      expect((await must(real.log.store.status({}))).demonstration).toBeNull();
    }
  });

  it('is one by its own file only as long as that can be read', async () => {
    await using world = new World();
    await must(create(world, quickDemo));
    await using copy = copyOf(world);
    const { store } = readVault(copy.folder).vault;
    expect(await peopleOf(copy)).toHaveLength(1);
    const path = join(copy.folder, 'demonstration.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(store, store.toLowerCase()));
    expect(await peopleOf(copy)).toBeUndefined();
  });
});
