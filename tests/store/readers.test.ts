import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinHalves, parseCode } from '../../electron/store/crypto/recovery-code.ts';
import { openContent } from '../../electron/store/log/content.ts';
import { openDeviceLog } from '../../electron/store/log/head.ts';
import { readLine } from '../../electron/store/log/header.ts';
import { openKeys, type ThreadKey } from '../../electron/store/log/thread-keys.ts';
import { readable } from '../../electron/store/log/transaction.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { storeKeysFrom } from '../../electron/store/vault/identity.ts';
import type { EventId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { type Casework, makeCasework, type Who } from '../factories/casework.ts';
import { copyOf } from '../factories/folders.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { alter, type Keys, keysOf, readStore, rowsOf } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const anyEvent = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;

let good: World;
let work: Casework;

beforeAll(async () => {
  good = new World();
  work = await makeCasework(good);
});

afterAll(() => good[Symbol.asyncDispose]());

async function as(world: World, who: Who) {
  await world.lock().catch(() => undefined);
  return must(world.log.store.unlock({ staff: work[who], passphrase: passphraseOf(people[who]) }));
}

/** The concerns whose events these keys open, by what is in the log file alone. */
function opens(world: World, keys: Keys): readonly ThreadId[] {
  const store = readStore(world, keys);
  try {
    return [...store.threads]
      .flatMap(([thread, { folded }]) => (folded.state?.kind === 'concern' ? [thread] : []))
      .toSorted();
  } finally {
    store.close();
  }
}

const both = (): readonly ThreadId[] => [work.bea, work.cal].toSorted();

/** Every `access.changed` of a record, by its author. */
function accessChanges(world: World, thread: ThreadId): readonly (StaffId | null)[] {
  return alter(world, work.keys.manager, (db) =>
    rowsOf(db)
      .filter((row) => row.type === 'access.changed' && row.thread === thread)
      .map(({ actor }) => actor),
  );
}

/** The keys that the entries of a record are sealed under, in order, each once. */
function kidsOf(world: World, thread: ThreadId): readonly string[] {
  const lines = alter(world, work.keys.manager, (db) =>
    rowsOf(db)
      .filter((row) => row.thread === thread)
      .map(({ line }) => line),
  );
  return [...new Set(lines.flatMap((line) => readLine(line).header.kid ?? []))];
}

/** What a dishonest program would have kept from an earlier unlock. */
function keysInMemory(world: World, keys: Keys): readonly ThreadKey[] {
  return alter(world, keys, (db) => {
    const { ring } = openKeys(readable(db), keys.store, keys.staff, keys.identity.sealing);
    return [work.bea, work.cal].flatMap((thread) => ring.ofThread(thread));
  });
}

function opensNewest(world: World, thread: ThreadId, { key, kid }: ThreadKey): boolean {
  return alter(world, work.keys.manager, (db) => {
    const { line, seq } =
      rowsOf(db).findLast((row) => row.thread === thread && row.type === 'concern.information-added') ?? {};
    const sealed = db.prepare<[unknown], Buffer>('SELECT sealed FROM event WHERE seq = ?').pluck().get(seq);
    if (line === undefined || sealed === undefined) throw new Error('no such entry');
    const { header } = readLine(line);
    try {
      openContent(key, { ...header, type: 'concern.information-added' }, header.kid ?? kid, sealed);
      return true;
    } catch {
      return false;
    }
  });
}

describe('who reads a concern', () => {
  it("is its raiser, their supervisor and those who decide at the person's practice, and nobody else", () => {
    for (const who of ['worker', 'supervisor', 'lead', 'deputy'] as const)
      expect(opens(good, work.keys[who]), who).toEqual(both());
    for (const who of ['manager', 'otherWorker'] as const) expect(opens(good, work.keys[who]), who).toEqual([]);
  });

  it('is recovery too, with both halves joined', async () => {
    const [a, b] = work.recoveryHalves.map(parseCode) as [Buffer, Buffer];
    const recovery = readVault(good.folder).vault.slots.find(({ type }) => type === 'recovery')?.staff;
    if (recovery === undefined) throw new Error('no recovery');
    expect(opens(good, await keysOf(good, recovery, joinHalves(a, b)))).toEqual(both());
  });

  it('hears of it neither in lists, nor by its id, nor in the person, nor by search', async () => {
    await using world = copyOf(good);
    await as(world, 'otherWorker');
    expect(await must(world.log.concerns.list({}))).toEqual([]);
    expect(await must(world.log.people.list({}))).toEqual([]);
    expect(await must(world.log.people.find({ words: 'Bea' }))).toEqual([]);
    for (const answer of [
      world.log.concerns.open({ concern: work.bea }),
      world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'x' }),
      world.log.concerns.share({ concern: work.bea, with: work.otherWorker, why: 'x' }),
    ])
      expect(await failureOf(answer)).toEqual({ kind: 'notFound' });
  });
});

describe('somebody who comes to read later', () => {
  it('a deputy confirmed later has the older concerns after the next unlock of somebody who holds their keys', async () => {
    await using world = copyOf(good);
    await as(world, 'manager');
    const role = { staff: work.otherWorker, role: 'deputy-safeguarding-lead', practice: work.alderfield } as const;
    await must(world.log.register.grantRole(role));
    await as(world, 'supervisor');
    await world.lock();
    expect(opens(world, work.keys.otherWorker), 'one person alone gives nothing to read').toEqual([]);
    // The supervisor confirms, and holds the keys of both concerns of the worker.
    await as(world, 'supervisor');
    await must(world.log.register.confirmRole(role));
    await world.lock();
    expect(opens(world, work.keys.otherWorker)).toEqual(both());
    expect(accessChanges(world, work.bea)).toEqual([work.supervisor]);
    expect((await as(world, 'lead')).reconciled).toBe(0);
    await as(world, 'otherWorker');
    const page = await must(world.log.concerns.open({ concern: work.bea }));
    expect(page.entries.map(({ type }) => type)).toContain('access.changed');
    expect(page.state.raised.what).toBe('About Bea.');
  });

  it('when the confirmer holds no keys, the next holder hands them over, once', async () => {
    await using world = copyOf(good);
    await as(world, 'manager');
    await must(world.log.register.endSupervisor({ staff: work.worker, supervisor: work.supervisor }));
    await must(world.log.register.assignSupervisor({ staff: work.worker, supervisor: work.lead }));
    const { alderfield: practice } = work;
    await must(world.log.register.grantRole({ staff: work.otherWorker, role: 'safeguarding-lead', practice }));
    await as(world, 'lead');
    await as(world, 'supervisor');
    await must(world.log.register.confirmRole({ staff: work.otherWorker, role: 'safeguarding-lead', practice }));
    await world.lock();
    expect(opens(world, work.keys.otherWorker)).toEqual([]);
    expect((await as(world, 'worker')).reconciled).toBeGreaterThan(0);
    await world.lock();
    expect(opens(world, work.keys.otherWorker)).toEqual(both());
    expect((await as(world, 'deputy')).reconciled).toBe(0);
  });

  it('a colleague with whom it is shared reads it and who it is about, and nothing else', async () => {
    await using world = copyOf(good);
    await as(world, 'lead');
    await must(world.log.concerns.share({ concern: work.bea, with: work.otherWorker, why: 'They visit.' }));
    await world.lock();
    expect(opens(world, work.keys.otherWorker)).toEqual([work.bea]);
    await as(world, 'otherWorker');
    expect((await must(world.log.people.list({}))).map(({ name }) => name)).toEqual(['Bea Exampleton']);
    expect((await must(world.log.concerns.open({ concern: work.bea }))).state.sharedWith).toEqual([work.otherWorker]);
  });

  it('new staff read the register from their first unlock', async () => {
    await using world = copyOf(good);
    await as(world, 'manager');
    const added = await must(
      world.log.register.addStaff({ name: 'New P.', initials: 'NP', passphrase: passphraseOf('New P.') }),
    );
    await world.lock();
    await world.unlock(added, 'New P.');
    const { staff, me } = await must(world.log.register.show({}));
    expect(me).toBe(added);
    expect(staff.map(({ name }) => name)).toEqual([...Object.values(people), 'New P.']);
    expect(await must(world.log.concerns.list({}))).toEqual([]);
  });
});

describe('somebody who should no longer read', () => {
  it('loses the keys, and what is written afterwards is sealed under one that they never held', async () => {
    await using world = copyOf(good);
    await as(world, 'manager');
    await must(
      world.log.register.endRole({ staff: work.deputy, role: 'deputy-safeguarding-lead', practice: work.alderfield }),
    );
    await world.lock();
    const before = kidsOf(world, work.bea);
    const kept = keysInMemory(world, work.keys.deputy);
    expect(await as(world, 'lead')).toMatchObject({ damagedRecords: 0, refusedEntries: 0 });
    await must(world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'Not for the deputy.' }));
    await world.lock();
    const after = kidsOf(world, work.bea);
    expect([before.length, after.length]).toEqual([1, 2]);
    expect(accessChanges(world, work.bea)).toEqual([work.lead]);
    expect(accessChanges(world, work.cal)).toEqual([work.lead]);
    expect(opens(world, work.keys.deputy)).toEqual([]);
    expect(
      kept.some(({ kid }) => kid === before[0]),
      'they held the key of before',
    ).toBe(true);
    expect(kept.filter((key) => opensNewest(world, work.bea, key))).toEqual([]);
    for (const who of ['worker', 'lead', 'supervisor'] as const)
      expect(opens(world, work.keys[who]), who).toEqual(both());
    expect((await as(world, 'worker')).reconciled).toBe(0);
    expect((await must(world.log.concerns.open({ concern: work.bea }))).entries.at(-1)?.content).toMatchObject({
      note: 'Not for the deputy.',
    });
  });

  it('a supervisor who is no longer named stops reading; the worker goes on', async () => {
    await using world = copyOf(good);
    await as(world, 'manager');
    await must(world.log.register.endSupervisor({ staff: work.worker, supervisor: work.supervisor }));
    await as(world, 'worker');
    await world.lock();
    expect(opens(world, work.keys.supervisor)).toEqual([]);
    expect(opens(world, work.keys.worker)).toEqual(both());
  });

  /** The lead and the raiser of the first concern both know its person. */
  async function declareConnections(world: World): Promise<void> {
    await as(world, 'lead');
    const person = (await must(world.log.concerns.open({ concern: work.bea }))).person;
    await must(world.log.register.declareConnection({ staff: work.lead, person }));
    await must(world.log.register.declareConnection({ staff: work.worker, person }));
  }

  it('a lead who declares a connection with the person stops reading about them; its raiser keeps it all the same', async () => {
    await using world = copyOf(good);
    await declareConnections(world);
    await as(world, 'deputy');
    await must(world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'Between us.' }));
    const shared = await failureOf(world.log.concerns.share({ concern: work.bea, with: work.lead, why: 'x' }));
    expect(shared).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('connection') });
    await world.lock();
    expect(opens(world, work.keys.lead)).toEqual([work.cal]);
    expect(opens(world, work.keys.worker)).toEqual(both());
  });

  // A fault that is known: `ageOf` in electron/concerns/queries.ts asks for the person, whom a connected raiser no longer reads.
  it('a raiser who declared a connection opens the page of their own concern', async () => {
    await using world = copyOf(good);
    await declareConnections(world);
    await as(world, 'deputy');
    await must(world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'Between us.' }));
    await as(world, 'worker');
    const mine = await must(world.log.concerns.open({ concern: work.bea }));
    expect(mine.entries.at(-1)?.content).toMatchObject({ note: 'Between us.' });
  });
});

describe('a practice that nobody leads', () => {
  it('is read by the fallback reader named in settings, until somebody leads it', async () => {
    await using world = copyOf(good);
    await as(world, 'manager');
    const fenwick = await must(world.log.register.addPractice({ name: 'Fenwick Road' }));
    await must(world.log.register.changeSetting({ change: { setting: 'fallback-reader', value: work.supervisor } }));
    await as(world, 'otherWorker');
    const { concern, readers } = await must(world.log.concerns.raise(concernForm('Dot', fenwick)));
    const unknown = await must(world.log.concerns.raise(concernForm('Eve', null)));
    expect(readers.toSorted()).toEqual([work.otherWorker, work.supervisor].toSorted());
    expect(unknown.readers.toSorted()).toEqual([work.otherWorker, work.supervisor].toSorted());
    await world.lock();
    expect(opens(world, work.keys.supervisor)).toEqual([...both(), concern, unknown.concern].toSorted());
    await as(world, 'manager');
    const role = { staff: work.lead, role: 'safeguarding-lead', practice: fenwick } as const;
    await must(world.log.register.grantRole(role));
    await as(world, 'supervisor');
    await must(world.log.register.confirmRole(role));
    await as(world, 'otherWorker');
    await world.lock();
    expect(opens(world, work.keys.supervisor)).toEqual([...both(), unknown.concern].toSorted());
    expect(opens(world, work.keys.lead)).toEqual([...both(), concern].toSorted());
  });
});

it('a key is sealed to nobody under a name that is not in the register', () => {
  const store = readStore(good, work.keys.lead);
  const known = new Set<string>([...store.register.staff.keys(), store.register.recovery.id]);
  const readers = store.log.prepare<[], string>('SELECT DISTINCT reader FROM thread_key').pluck().all();
  expect(readers.filter((reader) => !known.has(reader))).toEqual([]);
  expect(openDeviceLog(readable(store.log), storeKeysFrom(work.keys.lead.storeKey).seeds).own.log).toBe(store.own.log);
  store.close();
});
