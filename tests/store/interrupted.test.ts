import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContainer } from '../../electron/backup/container.ts';
import { readLine } from '../../electron/store/log/header.ts';
import { finishRestore } from '../../electron/store/restored.ts';
import { readVault, writeVault } from '../../electron/store/vault/files.ts';
import { openStoreKey } from '../../electron/store/vault/slots.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { copyOf, found, randomFrom, seedOfRun, signIn, torture } from '../factories/folders.ts';
import { concernForm, troubleOf } from '../factories/forms.ts';
import { type Keys, keysOf, readStore, rowsOf } from '../factories/insider.ts';
import { type Disk, disksOf, layDown, recorded } from '../factories/recorder.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

let good: World;
let founder: StaffId;
let keys: Keys;
/** A backup of `good`, in `backups` beside it. */
let backup: string;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  await must(signIn(good, founder));
  const practice = await must(good.log.register.addPractice({ name: 'Alderfield' }));
  await must(good.log.concerns.raise(concernForm('Bea', practice)));
  mkdirSync(join(good.root, 'backups'));
  await must(good.log.backup.setPlace({ folder: join(good.root, 'backups') }));
  backup = (await must(good.log.backup.make({}))).name;
  await good.lock();
  keys = await keysOf(good, founder, passphraseOf(people.manager));
});

afterAll(() => good[Symbol.asyncDispose]());

/** The keys that the vault gives now: a replacement changes the store key. */
function keysNow({ folder }: { readonly folder: string }): Keys {
  const { vault } = readVault(folder);
  return { ...keys, storeKey: openStoreKey(vault, founder, keys.identity) };
}

/** The ids of all entries of a store that reads whole. */
function idsIn(world: World): ReadonlySet<string> {
  const store = readStore(world, keysNow(world));
  try {
    expect(store.troubles).toMatchObject({ refused: [], wrongKeys: [] });
    return new Set(rowsOf(store.log).map(({ line }) => readLine(line).header.id));
  } finally {
    store.close();
  }
}

/** A disk that is looked at as a world of its own. */
function worldOn(disk: Disk): World {
  const world = new World();
  layDown(world.root, disk);
  world.clock = good.clock + 1_000_000;
  return world;
}

const sameDisk = (a: Disk, b: Disk): boolean =>
  a.size === b.size && [...a].every(([path, bytes]) => b.get(path)?.equals(bytes) === true);

/** Runs `work` on a copy of the good world, and `check` on each disk that a power cut in the middle of it could leave. */
async function atEachStep(
  what: string,
  work: (world: World) => unknown,
  check: (world: World, before: ReadonlySet<string>) => void,
): Promise<void> {
  const seed = seedOfRun(what);
  const random = randomFrom(seed);
  await using world = copyOf(good);
  cpSync(join(good.root, 'backups'), join(world.root, 'backups'), { recursive: true });
  await must(signIn(world, founder));
  await must(world.log.register.addPractice({ name: 'Wren Street' }));
  if (existsPlace(world)) await must(world.log.backup.setPlace({ folder: join(world.root, 'backups') }));
  await world.lock();
  const before = idsIn(world);
  const steps = await recorded(world.root, () => work(world));
  const disks = steps.flatMap(disksOf);
  const different = disks.filter(([, disk], n) => !disks.slice(0, n).some(([, other]) => sameDisk(disk, other)));
  const tried = torture ? different : different.filter(() => random() < 160 / different.length);
  for (const [where, disk] of tried) {
    await using left = worldOn(disk);
    try {
      check(left, before);
    } catch (error) {
      throw new Error(`SEED=${seed}, after ${where}`, { cause: error });
    }
  }
  console.log(`${what}: ${steps.length} steps, ${tried.length} of ${different.length} disks, each with everything`);
  expect(tried.length).toBeGreaterThan(10);
}

const existsPlace = ({ root }: World): boolean => readdirSync(root).includes('backups');

function holdsAll(world: World, before: ReadonlySet<string>): void {
  const ids = idsIn(world);
  expect([...before].filter((id) => !ids.has(id))).toEqual([]);
}

describe('cut off at any step, with what was not synced lost or torn,', () => {
  it('a write of the vault leaves a store that opens', () =>
    atEachStep(
      'vault',
      ({ folder }) => {
        const current = readVault(folder);
        writeVault(folder, current, current.vault);
      },
      holdsAll,
    ));

  it('a replacement of the log file does', async () => {
    await atEachStep(
      'replacement',
      (world) => {
        const store = readStore(world, keysNow(world));
        try {
          store.replaceLogFile({ without: [] });
        } finally {
          store.close();
        }
      },
      holdsAll,
    );
  });

  it('a backup does, and no half-made one passes for whole', () =>
    atEachStep(
      'backup',
      async (world) => {
        await must(signIn(world, founder));
        await must(world.log.backup.make({}));
        await world.lock();
      },
      (world, before) => {
        holdsAll(world, before);
        const place = join(world.root, 'backups');
        const names = readdirSync(place).filter((name) => name.endsWith('.bak'));
        expect(names).toContain(backup);
        for (const name of names) readContainer(join(place, name), () => {});
      },
    ));

  it('a restore does: the old store or the new one, and the old one is never touched', () =>
    atEachStep(
      'restore',
      (world) =>
        must(
          world.log.backup.restore({
            file: join(world.root, 'backups', backup),
            into: null,
            other: false,
            older: true,
          }),
        ),
      (world, before) => {
        rmSync(join(world.profile, 'witness.json'), { force: true });
        finishRestore(world.folder);
        expect(idsIn(world).size).toBeGreaterThan(3);
        const aside = readdirSync(world.root).find((name) => name.startsWith('store.before-'));
        const old =
          aside === undefined
            ? world
            : Object.assign(Object.create(world) as World, { folder: join(world.root, aside) });
        holdsAll(old, before);
      },
    ));
});

describe('a replaced log file', () => {
  it('goes on at once and at the next unlock, and the old key opens nothing of it', async () => {
    await using world = copyOf(good);
    const store = readStore(world, keys);
    store.replaceLogFile({ without: [] });
    store.commit((writing) => writing.note('record.printed', { thread: null, about: null }));
    store.close();
    expect(readdirSync(world.folder).filter((name) => name.startsWith('log') && !name.endsWith('-journal'))).toEqual([
      'log.2.db',
    ]);
    expect(() => readStore(world, keys)).toThrow('logDamaged');
    expect(await troubleOf(signIn(world, founder))).toBe('none');
    await must(world.log.audit.check({}));
    await must(world.log.register.addStaff({ name: 'Grace O.', initials: 'GO', passphrase: passphraseOf('Grace O.') }));
  });

  it('leaves no slot to whoever is not to stay', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    const staff = await must(
      world.log.register.addStaff({ name: 'Grace O.', initials: 'GO', passphrase: passphraseOf('Grace O.') }),
    );
    await world.lock();
    const store = readStore(world, keys);
    store.replaceLogFile({ without: [staff] });
    store.close();
    expect(readVault(world.folder).vault.slots.map((slot) => slot.staff)).not.toContain(staff);
    expect(await troubleOf(signIn(world, staff, passphraseOf('Grace O.')))).toBe('unknownStaff');
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });

  it('is given its name, and leftovers go, at the next unlock; a higher number is never touched', async () => {
    await using world = copyOf(good);
    for (const name of ['log.7.db', 'log.7.db.new', 'log.1.db.new-journal'])
      cpSync(join(world.folder, 'log.1.db'), join(world.folder, name));
    expect(await troubleOf(signIn(world, founder))).toBe('none');
    await world.lock();
    expect(readdirSync(world.folder).filter((name) => name.startsWith('log'))).toEqual([
      'log.1.db',
      'log.1.db-journal',
      'log.7.db',
    ]);
  });
});
