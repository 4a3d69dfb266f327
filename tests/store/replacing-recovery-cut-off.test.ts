import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnlockedStore } from '../../electron/store/unlocked.ts';
import { readVault, writeVault } from '../../electron/store/vault/files.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { ContentOf } from '../../shared/events/index.ts';
import type { ProposedRecovery } from '../../shared/policy/register-state.ts';
import type { Casework, Who } from '../factories/casework.ts';
import { copyOf, signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { alter, appendAs, type Keys, readStore } from '../factories/insider.ts';
import { type Halves, makeNewHalves } from '../factories/new-halves.ts';
import { must, people, World } from '../factories/world.ts';

const next = 'otter canyon mustard violin';

const good = new World();
let work: Casework;
let waiting: World;
let fresh: Halves;
let proposed: ProposedRecovery;

const as = (world: World, who: Who) => world.unlock(work[who], people[who]);
const recover = (world: World, halves: Halves) =>
  world.log.store.recover({ halves: [...halves], staff: work.deputy, passphrase: next });
const slotsOf = ({ folder }: World) => readVault(folder).vault.slots;
const contentOf = ({ id, sig, kem }: ProposedRecovery): Omit<ContentOf<'recovery.replaced'>, 'v'> => ({ id, sig, kem });

/** What the register says of recovery, and how many entries were not let stand. */
function found(world: World, keys: Keys) {
  const store = readStore(world, keys);
  try {
    const { recovery, recoveryProposed } = store.register;
    return { recovery, recoveryProposed, refused: store.troubles.refused.map(({ reason }) => reason) };
  } finally {
    store.close();
  }
}

beforeAll(async () => {
  ({ work, waiting, fresh } = await makeNewHalves(good, ['manager', 'lead', 'otherWorker']));
  const { recoveryProposed } = found(waiting, work.keys.lead);
  if (recoveryProposed === null) throw new Error('nothing waits');
  proposed = recoveryProposed;
});

afterAll(async () => {
  for (const world of [good, waiting]) await world[Symbol.asyncDispose]();
});

async function word(answer: Parameters<typeof failureOf>[0]): Promise<string> {
  const failure = await failureOf(answer);
  return failure.kind === 'store' ? failure.problem : failure.kind;
}

/** Opens with both colleagues' passphrases and these halves; the others open nothing. Looked at in copies. */
async function opensWith(what: string, world: World, mine: Halves, ended: Halves): Promise<void> {
  await using first = copyOf(world);
  expect([what, await word(recover(first, ended))]).toEqual([what, 'recoveryNotOurs']);
  await must(recover(first, mine));
  expect([what, await troubleOf(signIn(first, work.deputy, next))]).toEqual([what, 'none']);
  expect(await must(first.log.concerns.list({}))).toHaveLength(2);
  await using second = copyOf(world);
  await as(second, 'lead');
  expect(await must(second.log.concerns.list({}))).toHaveLength(2);
  await must(second.log.register.tryRecovery({ halves: [...mine] }));
  expect([what, await word(second.log.register.tryRecovery({ halves: [...ended] }))]).toEqual([
    what,
    'recoveryNotOurs',
  ]);
  expect(second.mistakes).toEqual([]);
}

describe('cut off at any step', () => {
  const both = () => [...slotsOf(good), ...slotsOf(waiting).slice(-1)];

  it('making new halves leaves the old ones working, and nothing behind', async () => {
    for (const copies of ['one', 'two']) {
      await using world = copyOf(good);
      const kept = readFileSync(join(world.folder, 'vault.b'));
      writeVault(world.folder, readVault(world.folder), { ...readVault(good.folder).vault, slots: both() });
      if (copies === 'one') writeFileSync(join(world.folder, 'vault.b'), kept);
      await opensWith(`${copies} written, not yet the log`, world, work.recoveryHalves, fresh);
      await as(world, 'worker');
      expect(slotsOf(world)).toEqual(slotsOf(good));
    }
    await opensWith('all written', waiting, work.recoveryHalves, fresh);
  });

  it('overtaking others leaves the newest that are saved, and at last no slot of the first', async () => {
    await using again = copyOf(waiting);
    await as(again, 'lead');
    const { recoveryHalves } = await must(again.log.register.replaceRecovery({}));
    await again.lock();
    const newest = slotsOf(again).slice(-1);
    await using world = copyOf(again);
    writeVault(world.folder, readVault(world.folder), {
      ...readVault(waiting.folder).vault,
      slots: [...slotsOf(waiting), ...newest],
    });
    await opensWith('both slots wait', world, work.recoveryHalves, fresh);
    await as(world, 'deputy');
    expect(slotsOf(world)).toEqual(slotsOf(again));
    expect(await word(world.log.register.confirmRecovery({ halves: [...fresh] }))).toBe('recoveryNotOurs');
    await must(world.log.register.confirmRecovery({ halves: [...recoveryHalves] }));
  });

  it('withdrawing them leaves a slot that the next sign-in clears away', async () => {
    await using done = copyOf(waiting);
    await as(done, 'lead');
    await must(done.log.register.withdrawRecovery({}));
    await done.lock();
    writeVault(done.folder, readVault(done.folder), { ...readVault(waiting.folder).vault });
    await opensWith('withdrawn, its slot still there', done, work.recoveryHalves, fresh);
    await as(done, 'worker');
    expect(slotsOf(done)).toEqual(slotsOf(good));
  });

  it('confirming them leaves the new ones from the moment on that the log says so', async () => {
    // The entry alone, as when the power goes before anything else: no key given, no file replaced.
    await using entry = copyOf(waiting);
    appendAs(
      entry,
      work.keys.lead,
      (honest) => honest,
      (writing) =>
        writing.append('recovery.replaced', { thread: writing.register.thread, about: null }, contentOf(proposed)),
    );
    // The keys too, and the file could not be replaced.
    await using keys = copyOf(waiting);
    await as(keys, 'lead');
    mkdirSync(join(keys.folder, 'log.2.db.new'));
    expect(await must(keys.log.register.confirmRecovery({ halves: [...fresh] }))).toMatchObject({ sealedOff: false });
    await keys.lock();
    rmdirSync(join(keys.folder, 'log.2.db.new'));
    for (const world of [entry, keys]) {
      expect(readVault(world.folder).vault.log).toBe(1);
      await using early = copyOf(world);
      expect(await word(recover(early, work.recoveryHalves))).toBe('recoveryNotOurs');
      await must(recover(early, fresh));
      expect(await troubleOf(signIn(early, work.deputy, next))).toBe('none');
      await as(world, 'lead');
      await world.lock();
      expect(readVault(world.folder).vault.log).toBe(2);
      expect(slotsOf(world)).toHaveLength(slotsOf(good).length);
      await opensWith('after a sign-in', world, fresh, work.recoveryHalves);
    }
  });
});

describe('what is folded at once', () => {
  it('is what is read again: every key has ended, and those of the next entries are new', async () => {
    await using world = copyOf(waiting);
    /** Does something, and compares what stands in memory with what is read from the file. */
    const compared = (act: (store: UnlockedStore) => void): void => {
      const live = readStore(world, work.keys.lead);
      act(live);
      const { register, threads } = live;
      live.close();
      const again = readStore(world, work.keys.lead);
      expect(again.register).toStrictEqual(register);
      expect(new Map(again.threads)).toStrictEqual(new Map(threads));
      expect(again.troubles.refused).toEqual([]);
      again.close();
    };
    compared((store) => {
      const { thread } = store.register;
      const place = { thread, about: null };
      store.commit((writing) => writing.append('recovery.replaced', place, contentOf(proposed)));
      expect(store.threads.get(work.bea)?.kid).toBeNull();
      expect(store.threads.get(thread)?.kid).not.toBeNull();
    });
    compared((store) => {
      expect(store.reconcile()).toBeGreaterThan(1);
      expect(store.threads.get(work.bea)?.kid).not.toBeNull();
      expect(store.reconcile()).toBe(0);
    });
  });

  it('leaves the old key the one key of a record that nobody else has, and gives the others on', async () => {
    await using world = copyOf(waiting);
    const { recovery } = found(world, work.keys.lead);
    const kids = alter(world, work.keys.lead, (db) => {
      const all = 'SELECT DISTINCT kid FROM thread_key WHERE thread = ? ORDER BY kid';
      const [first] = db.prepare<[string], string>(all).pluck().all(work.bea);
      // A second key of the record, of which only the old recovery key has a copy.
      db.prepare(
        `INSERT INTO thread_key (thread, kid, reader, enc, ct)
         SELECT thread, 'AAAAAAAAAAAAAAAAAAAAAA', reader, enc, ct FROM thread_key WHERE thread = ? AND reader = ?`,
      ).run(work.bea, recovery.id);
      return { first, all: db.prepare<[string], string>(all).pluck().all(work.bea) };
    });
    expect(kids.all).toHaveLength(2);
    const store = readStore(world, work.keys.lead);
    const place = { thread: store.register.thread, about: null };
    store.commit((writing) => writing.append('recovery.replaced', place, contentOf(proposed)));
    store.reconcile();
    const held = store.log.prepare<[string, string], string>(
      'SELECT kid FROM thread_key WHERE thread = ? AND reader = ?',
    );
    expect(held.pluck().all(work.bea, recovery.id)).toEqual(['AAAAAAAAAAAAAAAAAAAAAA']);
    expect(held.pluck().all(work.bea, proposed.id)).toContain(kids.first);
    expect(store.reconcile()).toBe(0);
    store.close();
  });
});

describe('an entry of somebody who may not write it', () => {
  it('proposes nothing and confirms nothing, whoever reads it', async () => {
    await using world = copyOf(waiting);
    const { otherWorker, manager, lead } = work.keys;
    appendAs(
      world,
      otherWorker,
      (honest) => ({ ...honest, register: { ...honest.register, founding: true, founder: work.otherWorker } }),
      (writing) => {
        const place = { thread: writing.register.thread, about: null };
        writing.append('recovery.withdrawn', place, contentOf(proposed));
      },
    );
    // Whoever made them says that a colleague did.
    appendAs(
      world,
      manager,
      (honest) => ({
        ...honest,
        register: { ...honest.register, recoveryProposed: { ...proposed, by: work.lead } },
      }),
      (writing) => {
        const place = { thread: writing.register.thread, about: null };
        writing.append('recovery.replaced', place, contentOf(proposed));
      },
    );
    const before = found(waiting, lead);
    const after = found(world, lead);
    expect(after).toEqual({
      ...before,
      refused: [expect.stringMatching(/^Only a practice manager/), expect.stringMatching(/cannot confirm it too/)],
    });
    // Copies of keys that the forger took away come back.
    await as(world, 'lead');
    await world.lock();
    await opensWith('after a forgery', world, work.recoveryHalves, fresh);
  });
});

it('new halves end with whoever made them, when they leave: they open no file of the log', async () => {
  await using world = copyOf(good);
  await as(world, 'supervisor');
  const { recoveryHalves: halves } = await must(world.log.register.replaceRecovery({}));
  await world.lock();
  await as(world, 'manager');
  const { worker, supervisor, deputy } = work;
  await must(world.log.register.endSupervisor({ staff: worker, supervisor }));
  await must(world.log.register.assignSupervisor({ staff: worker, supervisor: deputy }));
  const leaves = { staff: supervisor, reason: 'moved-on', cannotSignIn: true } as const;
  await must(world.log.register.leave({ ...leaves, lastDay: '2026-10-01' as IsoDate }));
  expect(slotsOf(world).filter(({ type }) => type === 'recovery')).toHaveLength(1);
  await world.lock();
  await as(world, 'lead');
  expect((await must(world.log.register.show({}))).recovery.proposed).toBeNull();
  expect(await word(world.log.register.confirmRecovery({ halves: [...halves] }))).toBe('refused');
  await must(world.log.register.tryRecovery({ halves: [...work.recoveryHalves] }));
});

it('the passphrase is asked for each time', async () => {
  await using world = copyOf(waiting);
  await as(world, 'lead');
  for (const [call, input] of [
    ['replaceRecovery', {}],
    ['confirmRecovery', { halves: [...fresh] }],
    ['withdrawRecovery', {}],
  ] as const) {
    const answer = await world.router.dispatch(`register.${call}`, input);
    expect(answer).toEqual({ ok: false, failure: { kind: 'passphraseNeeded', proof: 'always' } });
  }
});
