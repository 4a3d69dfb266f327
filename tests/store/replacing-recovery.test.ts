import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../electron/audit/bundle.ts';
import { verifyBundle } from '../../electron/audit/verify.ts';
import { joinHalves, parseCode } from '../../electron/store/crypto/recovery-code.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { openRecovery } from '../../electron/store/vault/slots.ts';
import type { Answer } from '../../shared/contract/failures.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { Casework, Who } from '../factories/casework.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { failureOf } from '../factories/forms.ts';
import { alter, keysOf, readStore } from '../factories/insider.ts';
import { type Halves, makeNewHalves, propose } from '../factories/new-halves.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const next = 'otter canyon mustard violin';

const good = new World();
let work: Casework;
let waiting: World;
let fresh: Halves;
let otherKit: Halves;

const as = (world: World, who: Who) => world.unlock(work[who], people[who]);
const recover = (world: World, halves: Halves, staff: StaffId = work.lead) =>
  world.log.store.recover({ halves: [...halves], staff, passphrase: next });
const tryBoth = (world: World, halves: Halves) => world.log.register.tryRecovery({ halves: [...halves] });
const confirm = (world: World, halves: Halves) => world.log.register.confirmRecovery({ halves: [...halves] });
const recoveryOf = async (world: World) => (await must(world.log.register.show({}))).recovery;
const reachOf = (world: World) => must(world.log.register.recoveryReach({}));
const recoverySlots = ({ folder }: World) =>
  readVault(folder)
    .vault.slots.filter(({ type }) => type === 'recovery')
    .map(({ staff }) => staff);
const entries = (world: World, what: string) => must(world.log.audit.page({ from: null, to: null, what }));

async function wordFor(answer: Promise<Answer<unknown>>): Promise<string> {
  const failure = await failureOf(answer);
  if (failure.kind === 'invalid') return Object.keys(failure.fields).join();
  if (failure.kind === 'refused') return failure.sentence;
  return failure.kind === 'store' ? failure.problem : failure.kind;
}

/** A world whose new halves were confirmed by somebody, locked. */
async function confirmedBy(who: Who, before = waiting): Promise<World> {
  const world = copyOf(before);
  await as(world, who);
  expect(await must(confirm(world, fresh))).toMatchObject({ sealedOff: true });
  await world.lock();
  return world;
}

beforeAll(async () => {
  ({ work, waiting, fresh } = await makeNewHalves(good, ['manager', 'lead']));
  await using other = new World();
  otherKit = (await found(other)).recoveryHalves;
});

afterAll(async () => {
  for (const world of [good, waiting]) await world[Symbol.asyncDispose]();
});

describe('new halves that wait', () => {
  it('open nothing yet, while those of before go on working', async () => {
    await using world = copyOf(waiting);
    await as(world, 'lead');
    expect(await recoveryOf(world)).toMatchObject({
      proposed: { by: work.manager, mayConfirm: true, mayWithdraw: true },
      replaced: null,
    });
    expect(await wordFor(tryBoth(world, fresh))).toBe('recoveryNotOurs');
    await must(tryBoth(world, work.recoveryHalves));
    await world.lock();
    expect(await wordFor(recover(world, fresh))).toBe('recoveryNotOurs');
    await must(recover(world, work.recoveryHalves));
    // They were to follow the key that was used, and end with it.
    expect(recoverySlots(world)).toHaveLength(1);
    await must(signIn(world, work.lead, next));
    expect((await recoveryOf(world)).proposed).toBeNull();
    expect(await wordFor(confirm(world, fresh))).toBe('No new recovery key waits to be confirmed.');
    expect(world.mistakes).toEqual([]);
  });

  it('are kept by every sign-in, and when a colleague leaves', async () => {
    await using world = copyOf(waiting);
    await as(world, 'manager');
    const leaves = { staff: work.otherWorker, reason: 'moved-on', cannotSignIn: false } as const;
    await must(world.log.register.leave({ ...leaves, lastDay: '2026-10-01' as IsoDate }));
    await world.lock();
    for (const who of ['worker', 'supervisor'] as const) {
      await as(world, who);
      await world.lock();
    }
    expect(recoverySlots(world)).toHaveLength(2);
    await as(world, 'deputy');
    expect(await must(confirm(world, fresh))).toMatchObject({ sealedOff: true });
    await must(tryBoth(world, fresh));
  });

  it('are overtaken by others, and end when they are withdrawn, with their slot', async () => {
    await using world = copyOf(waiting);
    const again = await propose(world, work, 'lead');
    expect(recoverySlots(world)).toHaveLength(2);
    await as(world, 'manager');
    expect(await wordFor(confirm(world, fresh))).toBe('recoveryNotOurs');
    await must(world.log.register.withdrawRecovery({}));
    expect(recoverySlots(world)).toHaveLength(1);
    expect((await recoveryOf(world)).proposed).toBeNull();
    for (const call of [() => confirm(world, again), () => world.log.register.withdrawRecovery({})])
      expect(await wordFor(call())).toBe('No new recovery key waits to be confirmed.');
    await must(tryBoth(world, work.recoveryHalves));
    expect((await entries(world, 'recovery.withdrawn')).lines).toMatchObject([
      { what: 'New recovery key withdrawn', who: { name: people.manager } },
    ]);
  });

  it('are not for a link worker, and not where nobody could be the second', async () => {
    await using world = copyOf(waiting);
    const before = readVault(world.folder);
    await as(world, 'worker');
    for (const call of [
      () => world.log.register.replaceRecovery({}),
      () => confirm(world, fresh),
      () => world.log.register.withdrawRecovery({}),
    ])
      expect(await wordFor(call())).toMatch(/^Only a practice manager/);
    expect((await reachOf(world)).whyNotReplace).toMatch(/^Only a practice manager/);
    expect(readVault(world.folder).vault.slots).toEqual(before.vault.slots);
    await using alone = new World();
    const { founder } = await found(alone);
    await must(signIn(alone, founder));
    expect(await wordFor(alone.log.register.replaceRecovery({}))).toMatch(/^Two people are needed/);
    expect((await reachOf(alone)).whyNotReplace).toMatch(/^Two people are needed/);
    expect(recoverySlots(alone)).toHaveLength(1);
  });
});

describe('confirming new halves', () => {
  it('ends those of before, and the new ones let somebody in with all that they should read', async () => {
    await using world = await confirmedBy('deputy');
    expect(recoverySlots(world)).toHaveLength(1);
    expect(readVault(world.folder).vault.log).toBe(2);
    expect(await wordFor(recover(world, work.recoveryHalves))).toBe('recoveryNotOurs');
    await as(world, 'lead');
    expect(await recoveryOf(world)).toMatchObject({
      tried: { by: work.deputy },
      used: null,
      replaced: { proposedBy: work.manager, confirmedBy: work.deputy },
      proposed: null,
    });
    expect(await wordFor(tryBoth(world, work.recoveryHalves))).toBe('recoveryNotOurs');
    await must(tryBoth(world, fresh));
    expect(await wordFor(confirm(world, fresh))).toBe('No new recovery key waits to be confirmed.');
    await must(world.log.audit.check({}));
    const { file } = await must(world.log.audit.export({ from: null, to: null, why: 'Check', folder: world.root }));
    expect(verifyBundle(readBundle(readFileSync(file)))).toMatchObject({ ok: true, fails: [] });
    expect((await entries(world, 'recovery.proposed')).lines).toMatchObject([{ who: { name: people.manager } }]);
    expect((await entries(world, 'recovery.replaced')).lines).toMatchObject([
      { what: 'New recovery key confirmed by a second person: the old one ended', who: { name: people.deputy } },
    ]);
    await world.lock();
    await must(recover(world, fresh, work.worker));
    await must(signIn(world, work.worker, next));
    expect(await must(world.log.concerns.list({}))).toHaveLength(2);
    expect(world.mistakes).toEqual([]);
  });

  it('reads what colleagues read once one of them has signed in, and says how much waits', async () => {
    await using world = await confirmedBy('supervisor');
    await using early = copyOf(world);
    await as(world, 'manager');
    expect(await reachOf(world)).toMatchObject({ keyAlone: 0, earlierAlone: 0, whyNotReplace: null });
    await world.lock();
    await as(world, 'lead');
    await world.lock();
    await as(world, 'manager');
    expect(await reachOf(world)).toMatchObject({ notYet: 0 });
    await world.lock();
    for (const one of [early, world]) {
      await must(recover(one, fresh, work.lead));
      await must(signIn(one, work.lead, next));
    }
    expect(await must(world.log.concerns.list({}))).toHaveLength(2);
  });

  it('leaves the old halves nothing that is written afterwards, also not with the keys they gave', async () => {
    const [a, b] = work.recoveryHalves.map(parseCode) as [Buffer, Buffer];
    const { vault } = readVault(good.folder);
    const old = openRecovery(vault, joinHalves(a, b));
    const before = readStore(good, { ...old, staff: old.slot.staff, store: vault.store });
    const sql = 'SELECT kid FROM thread_key WHERE reader = ?';
    const kids = before.log.prepare<[string], string>(sql).pluck().all(old.slot.staff);
    before.close();
    await using world = copyOf(waiting);
    await as(world, 'deputy');
    await must(confirm(world, fresh));
    // In the session in which it was confirmed, and in the next one.
    const add = async (note: string): Promise<void> => {
      const { newest } = await must(world.log.concerns.open({ concern: work.bea }));
      await must(world.log.concerns.addInformation({ concern: work.bea, seen: newest, note }));
      await must(
        world.log.register.setContact({ contact: 'mash', name: note, phone: '01632 960100', checkedOn: null }),
      );
    };
    await add('At once.');
    await world.lock();
    await as(world, 'lead');
    await add('Later.');
    await world.lock();
    const store = readStore(world, await keysOf(world, work.lead, passphraseOf(people.lead)));
    try {
      const replaced = "(SELECT n FROM event WHERE type = 'recovery.replaced')";
      const lines = store.log
        .prepare<[], string>(`SELECT line FROM event WHERE n >= ${replaced} AND sealed IS NOT NULL`)
        .pluck()
        .all();
      expect(lines.length).toBeGreaterThan(4);
      const under = lines.map((line) => (JSON.parse(line) as { h: { kid: string } }).h.kid);
      expect(under.filter((kid) => kids.includes(kid))).toEqual([]);
      expect(store.log.prepare(sql).all(old.slot.staff)).toEqual([]);
      expect(store.troubles).toMatchObject({ refused: [], wrongKeys: [] });
    } finally {
      store.close();
    }
  });

  it('keeps what only the old key reads for it, and says how much', async () => {
    const only = (world: World) =>
      alter(world, work.keys.lead, (db) =>
        db.prepare('DELETE FROM thread_key WHERE thread = ? AND reader != ?').run(work.cal, oldRecovery),
      );
    const oldRecovery = recoverySlots(good)[0] ?? '';
    await using before = copyOf(waiting);
    only(before);
    await as(before, 'manager');
    expect(await reachOf(before)).toMatchObject({ keyAlone: 1, notYet: 0, earlierAlone: 0 });
    await before.lock();
    await using world = await confirmedBy('deputy', before);
    const changes = async (): Promise<number> => (await entries(world, 'access.changed')).lines.length;
    await as(world, 'lead');
    const first = await changes();
    await world.lock();
    await as(world, 'lead');
    expect(await changes()).toBe(first);
    expect(await reachOf(world)).toMatchObject({ keyAlone: 0, notYet: 0, earlierAlone: 1 });
    await world.lock();
    const store = readStore(world, await keysOf(world, work.lead, passphraseOf(people.lead)));
    const left = store.log.prepare('SELECT DISTINCT thread FROM thread_key WHERE reader = ?').pluck().all(oldRecovery);
    store.close();
    expect(left).toEqual([work.cal]);
  });

  it('is refused to whoever made them, and with halves that are not those, and changes nothing', async () => {
    await using world = copyOf(waiting);
    const { slots, log } = readVault(world.folder).vault;
    await as(world, 'manager');
    expect(await recoveryOf(world)).toMatchObject({ proposed: { mayConfirm: false, mayWithdraw: true } });
    expect(await wordFor(confirm(world, fresh))).toMatch(/cannot confirm it too/);
    await world.lock();
    await as(world, 'lead');
    const [a, b] = fresh;
    const wrong: readonly (readonly [Halves, string])[] = [
      [[`${a.slice(0, -1)}${a.endsWith('0') ? '1' : '0'}`, b], 'halves.0'],
      [[a, b.slice(0, 20)], 'halves.1'],
      [[a, a.toLowerCase()], 'recoverySameHalf'],
      [[a, otherKit[1]], 'recoveryNotOurs'],
      [otherKit, 'recoveryNotOurs'],
      [work.recoveryHalves, 'recoveryNotOurs'],
    ];
    for (const [halves, word] of wrong) expect(await wordFor(confirm(world, halves))).toBe(word);
    expect((await recoveryOf(world)).proposed).not.toBeNull();
    expect(readVault(world.folder).vault).toMatchObject({ slots, log });
    expect((await entries(world, 'recovery.replaced')).lines).toEqual([]);
    await must(tryBoth(world, work.recoveryHalves));
    // Case, dashes and order do not matter.
    await must(confirm(world, [b.toLowerCase().replaceAll('-', ' '), a]));
    expect(world.mistakes).toEqual([]);
  });
});
