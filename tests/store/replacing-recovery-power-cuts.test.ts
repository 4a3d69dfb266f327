import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinHalves, parseCode } from '../../electron/store/crypto/recovery-code.ts';
import { StoreFailure } from '../../electron/store/failure.ts';
import { readLine } from '../../electron/store/log/header.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { openRecovery, openStoreKey } from '../../electron/store/vault/slots.ts';
import { type Casework, makeCasework } from '../factories/casework.ts';
import { copyOf, randomFrom, seedOfRun, torture } from '../factories/folders.ts';
import { readStore, rowsOf } from '../factories/insider.ts';
import type { Halves } from '../factories/new-halves.ts';
import { type Disk, disksOf, layDown, recorded } from '../factories/recorder.ts';
import { must, people, World } from '../factories/world.ts';

const good = new World();
let work: Casework;

beforeAll(async () => {
  work = await makeCasework(good, ['lead']);
});

afterAll(() => good[Symbol.asyncDispose]());

/** What the lead reads of a locked store, and whose slot each pair of halves opens. */
function lookAt(world: World, pairs: readonly Halves[]) {
  const { vault } = readVault(world.folder);
  const { identity } = work.keys.lead;
  const store = readStore(world, { ...work.keys.lead, storeKey: openStoreKey(vault, work.lead, identity) });
  try {
    expect(store.troubles).toMatchObject({ refused: [], wrongKeys: [] });
    const { recovery, recoveryProposed, thread } = store.register;
    const sql = 'SELECT count(*) FROM thread_key WHERE reader = ? AND thread = ?';
    // That it has a slot without a key of the register would be of no use to anybody.
    expect(store.log.prepare<[string, string], number>(sql).pluck().get(recovery.id, thread)).toBeGreaterThan(0);
    return {
      ids: new Set(rowsOf(store.log).map(({ line }) => readLine(line).header.id)),
      proposed: recoveryProposed !== null,
      counts: pairs.map((halves) => slotOf(vault, halves) === recovery.id),
    };
  } finally {
    store.close();
  }
}

function slotOf(vault: Parameters<typeof openRecovery>[0], halves: Halves): string | null {
  const [a, b] = halves.map(parseCode) as [Buffer, Buffer];
  try {
    return openRecovery(vault, joinHalves(a, b)).slot.staff;
  } catch (error) {
    if (error instanceof StoreFailure && error.kind === 'recoveryNotOurs') return null;
    throw error;
  }
}

const sameDisk = (a: Disk, b: Disk): boolean =>
  a.size === b.size && [...a].every(([path, bytes]) => b.get(path)?.equals(bytes) === true);

/** Does something in a copy, and looks at each disk that a power cut in the middle of it could leave. */
async function atEachStep(
  what: string,
  before: World,
  act: (world: World) => Promise<void>,
  check: (world: World) => void,
) {
  const random = randomFrom(seedOfRun(what));
  await using world = copyOf(before);
  const steps = await recorded(world.root, () => act(world));
  const disks = steps.flatMap(disksOf);
  const different = disks.filter(([, disk], n) => !disks.slice(0, n).some(([, other]) => sameDisk(disk, other)));
  const tried = torture ? different : different.filter(() => random() < 60 / different.length);
  for (const [where, disk] of tried) {
    await using left = new World();
    layDown(left.root, disk);
    left.clock = world.clock + 1_000_000;
    try {
      check(left);
    } catch (error) {
      throw new Error(`after ${where}`, { cause: error });
    }
  }
  console.log(`${what}: ${steps.length} steps, ${tried.length} of ${different.length} disks`);
  expect(tried.length).toBeGreaterThan(10);
}

it('whenever the power goes, everything opens, and the old halves count until the new ones do', async () => {
  const old = work.recoveryHalves;
  const everything = lookAt(good, [old]).ids;
  const holdsAll = (ids: ReadonlySet<string>): void => expect([...everything].filter((id) => !ids.has(id))).toEqual([]);
  const propose = async (world: World): Promise<Halves> => {
    await world.unlock(work.manager, people.manager);
    const { recoveryHalves } = await must(world.log.register.replaceRecovery({}));
    await world.lock();
    return recoveryHalves;
  };
  await atEachStep(
    'proposing',
    good,
    async (world) => {
      await propose(world);
    },
    (left) => {
      const { ids, counts } = lookAt(left, [old]);
      holdsAll(ids);
      expect(counts).toEqual([true]);
    },
  );
  await using waiting = copyOf(good);
  const fresh = await propose(waiting);
  const seen = new Set<string>();
  await atEachStep(
    'confirming',
    waiting,
    async (world) => {
      await world.unlock(work.lead, people.lead);
      await must(world.log.register.confirmRecovery({ halves: [...fresh] }));
      await world.lock();
    },
    (left) => {
      const { ids, counts, proposed } = lookAt(left, [old, fresh]);
      holdsAll(ids);
      // Exactly one of the two, and the new one from the moment on from which nothing waits any more.
      expect(counts).toEqual([proposed, !proposed]);
      seen.add(String(proposed));
    },
  );
  expect([...seen].toSorted()).toEqual(['false', 'true']);
});
