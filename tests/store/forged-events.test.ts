import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLine } from '../../electron/store/log/header.ts';
import type { Sqlite } from '../../electron/store/log/open.ts';
import { sealKeyTo } from '../../electron/store/log/thread-keys.ts';
import { inTransaction, readable } from '../../electron/store/log/transaction.ts';
import type { Ground } from '../../electron/store/log/write.ts';
import type { EventId, KeyId, ThreadId } from '../../shared/domain/ids.ts';
import { type RegisterState, sealingKeyOf } from '../../shared/policy/register-state.ts';
import { type Casework, makeCasework, type Who } from '../factories/casework.ts';
import { copyOf, flipBit } from '../factories/folders.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { alter, appendAs, entryOf, readStore, rowsOf } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const anyEvent = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;

let good: World;
let work: Casework;
let register: RegisterState;

beforeAll(async () => {
  good = new World();
  work = await makeCasework(good, ['lead', 'manager', 'worker', 'otherWorker']);
  const store = readStore(good, work.keys.lead);
  ({ register } = store);
  store.close();
});

afterAll(() => good[Symbol.asyncDispose]());

const unlockAs = (world: World, who: Who) =>
  world.log.store.unlock({ staff: work[who], passphrase: passphraseOf(people[who]) });

/** The same ground with a register in which the forger is the founder, who may still do everything alone. */
const asFounder =
  (who: Who) =>
  (honest: Ground): Ground => ({ ...honest, register: { ...honest.register, founding: true, founder: work[who] } });

describe('an event of somebody who may not write it, correctly sealed, signed and chained,', () => {
  it('gives its author no role: it is counted as refused and changes nothing', async () => {
    await using world = copyOf(good);
    appendAs(world, work.keys.otherWorker, asFounder('otherWorker'), (writing) => {
      const place = { thread: register.thread, about: null };
      for (const role of ['practice-manager', 'safeguarding-lead'] as const) {
        writing.append('role.granted', place, { staff: work.otherWorker, role, practice: work.alderfield });
      }
    });
    const report = await must(unlockAs(world, 'otherWorker'));
    expect(report).toMatchObject({ refusedEntries: 2, damagedRecords: 0 });
    expect(await must(world.log.concerns.list({}))).toEqual([]);
    const { staff } = await must(world.log.register.show({}));
    expect(staff.find((one) => one.staff === work.otherWorker)?.roles.map(({ role }) => role)).toEqual(['link-worker']);
    expect((await failureOf(world.log.register.addPractice({ name: 'Mine' }))).kind).toBe('refused');
  });

  it.each(['lead', 'manager', 'worker'] as const)('stands for nobody who reads it: not for %s', async (who) => {
    await using world = copyOf(good);
    appendAs(world, work.keys.otherWorker, asFounder('otherWorker'), (writing) => {
      writing.append(
        'supervisor.assigned',
        { thread: register.thread, about: null },
        { staff: work.worker, supervisor: work.deputy },
      );
      writing.append(
        'supervisor.ended',
        { thread: register.thread, about: null },
        { staff: work.worker, supervisor: work.supervisor },
      );
    });
    const store = readStore(world, work.keys[who]);
    expect({ ...store.register, newest: null }).toStrictEqual({ ...register, newest: null });
    expect(store.troubles.refused.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('practice manager')),
    );
    store.close();
  });

  it('decides nothing on a concern that its author reads without being a lead', async () => {
    await using world = copyOf(good);
    const asLead = (honest: Ground): Ground => {
      const held = {
        staff: work.worker,
        role: 'safeguarding-lead',
        practice: work.alderfield,
        grantedBy: work.manager,
        confirmedBy: work.lead,
        stands: true,
      } as const;
      return { ...honest, register: { ...honest.register, roles: [...honest.register.roles, held] } };
    };
    const before = readStore(world, work.keys.lead);
    const state = before.stateOf(work.bea);
    before.close();
    appendAs(world, work.keys.worker, asLead, (writing) => {
      writing.append(
        'concern.decided',
        { thread: work.bea, about: state?.about ?? null },
        {
          decision: 'no-further-action',
          reason: 'Nothing to see.',
          sharing: 'not-shared',
          reviewOn: null,
          seen: anyEvent,
          forRaiser: undefined,
        },
      );
    });
    const after = readStore(world, work.keys.lead);
    expect(after.stateOf(work.bea)?.facts).toStrictEqual(state?.facts);
    expect(after.troubles.refused).toHaveLength(1);
    after.close();
  });
});

describe('a key that somebody made who does not read the record', () => {
  it('seals nothing that others write in it afterwards', async () => {
    await using world = copyOf(good);
    const reader = readStore(world, work.keys.lead);
    const about = reader.stateOf(work.bea)?.about ?? null;
    const threads = new Map(reader.threads);
    reader.close();
    // All that a rule lets them say in a record that is not theirs, under a key that they give to all its readers.
    const { keys } = appendAs(
      world,
      work.keys.otherWorker,
      (honest) => ({ ...honest, threads }),
      (writing) => {
        writing.append('access.changed', { thread: work.bea, about }, { added: [], removed: [work.otherWorker] });
      },
    );
    const [theirs] = keys;
    expect(theirs?.thread).toBe(work.bea);
    await must(unlockAs(world, 'deputy'));
    await must(world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'For readers only.' }));
    await world.lock();
    const newest = alter(world, work.keys.otherWorker, (db) =>
      readLine(rowsOf(db).findLast(({ thread }) => thread === work.bea)?.line ?? ''),
    );
    expect(newest.header).toMatchObject({ type: 'concern.information-added', kc: expect.any(String) });
    expect(newest.header.kid).not.toBe(theirs?.kid);
    const again = readStore(world, work.keys.otherWorker);
    expect(again.stateOf(work.bea)).toBeUndefined();
    again.close();
  });
});

const sealedOf = (db: Sqlite, seq: number) =>
  db.prepare<[number], Buffer>('SELECT sealed FROM event WHERE seq = ?').pluck().get(seq) ?? Buffer.alloc(0);
const putSealed = (db: Sqlite, seq: number, sealed: Buffer) =>
  db.prepare('UPDATE event SET sealed = ? WHERE seq = ?').run(sealed, seq);
const entriesOf = (db: Sqlite, thread: ThreadId) =>
  rowsOf(db)
    .filter((row) => row.thread === thread && row.type !== 'concern.viewed')
    .map(({ seq }) => seq);

describe('sealed bytes that are not those that were signed', () => {
  it('damage their own record and no other: unlocking works, writing to it is refused, others take more', async () => {
    await using world = copyOf(good);
    alter(world, work.keys.otherWorker, (db) => {
      const entry = entriesOf(db, work.bea).at(-1) ?? 0;
      putSealed(db, entry, flipBit(sealedOf(db, entry), 77));
    });
    expect(await must(unlockAs(world, 'deputy'))).toMatchObject({ damagedRecords: 1, refusedEntries: 0 });
    expect(
      await failureOf(world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'More.' })),
    ).toEqual({ kind: 'store', problem: 'damagedRecord' });
    const cal = await must(world.log.concerns.open({ concern: work.cal }));
    expect(cal.state.raised.what).toBe('About Cal.');
    await must(world.log.concerns.addInformation({ concern: work.cal, seen: cal.newest, note: 'More.' }));
    await must(world.log.concerns.raise(concernForm('Dot', work.alderfield)));
    expect(world.mistakes).toEqual([]);
  });

  it('in the first event of a record leave it named as damaged, not as one that does not exist', async () => {
    await using world = copyOf(good);
    alter(world, work.keys.otherWorker, (db) => {
      const entry = entriesOf(db, work.bea)[0] ?? 0;
      putSealed(db, entry, flipBit(sealedOf(db, entry), 77));
    });
    expect(await must(unlockAs(world, 'deputy'))).toMatchObject({ damagedRecords: 1 });
    for (const answer of [
      world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'More.' }),
      world.log.concerns.open({ concern: work.bea }),
    ])
      expect(await failureOf(answer)).toEqual({ kind: 'store', problem: 'damagedRecord' });
    expect((await must(world.log.concerns.list({}))).map(({ concern }) => concern)).toEqual([work.cal]);
  });

  it('exchanged between two events open neither', async () => {
    await using world = copyOf(good);
    alter(world, work.keys.otherWorker, (db) => {
      const [a = 0, b = 0] = [entriesOf(db, work.bea)[0], entriesOf(db, work.cal)[0]];
      const [one, other] = [sealedOf(db, a), sealedOf(db, b)];
      putSealed(db, a, other);
      putSealed(db, b, one);
    });
    const store = readStore(world, work.keys.lead);
    expect([...store.troubles.damaged.keys()].toSorted()).toEqual([work.bea, work.cal].toSorted());
    expect([work.bea, work.cal].map((concern) => store.stateOf(concern))).toEqual([undefined, undefined]);
    store.close();
  });

  it('in the register stop the unlock: with a part of it missing, keys would go to the wrong people', async () => {
    await using world = copyOf(good);
    const entry = alter(world, work.keys.otherWorker, (db) => {
      const assigned = entryOf(db, 'supervisor.assigned');
      putSealed(db, assigned, flipBit(sealedOf(db, assigned), 77));
      return assigned;
    });
    expect(await failureOf(unlockAs(world, 'lead'))).toEqual({ kind: 'store', problem: 'logDamaged', entry });
  });
});

describe('a row of a key exchanged for one to another key', () => {
  function exchangeKey(world: World): void {
    alter(world, work.keys.otherWorker, (db) => {
      const kid = db
        .prepare<[string], KeyId>('SELECT DISTINCT kid FROM thread_key WHERE thread = ?')
        .pluck()
        .get(work.bea);
      const kem = sealingKeyOf(register, work.lead);
      if (kid === undefined || kem === undefined) throw new Error('no key');
      inTransaction(readable(db), (log) => {
        log.prepare('DELETE FROM thread_key WHERE thread = ? AND reader = ?').run(work.bea, work.lead);
        sealKeyTo(log, work.keys.lead.store, { thread: work.bea, kid, key: randomBytes(32) }, work.lead, kem);
      });
    });
  }

  it('is noticed by its commitment, dropped and reported; the next reader makes it whole', async () => {
    await using world = copyOf(good);
    exchangeKey(world);
    const store = readStore(world, work.keys.lead);
    expect(store.troubles.wrongKeys).toHaveLength(1);
    expect(store.stateOf(work.bea)).toBeUndefined();
    expect(store.stateOf(work.cal)).toBeDefined();
    store.close();
    expect(rowsOfKeys(world)).not.toContain(work.lead);
    expect((await must(unlockAs(world, 'deputy'))).reconciled).toBe(1);
    await world.lock();
    const healed = readStore(world, work.keys.lead);
    expect(healed.stateOf(work.bea)).toMatchObject({ facts: { raised: { what: 'About Bea.' } } });
    expect(healed.troubles.wrongKeys).toEqual([]);
    healed.close();
  });

  it('is reported at the unlock that met it', async () => {
    await using world = copyOf(good);
    exchangeKey(world);
    expect((await must(unlockAs(world, 'lead'))).damagedRecords).toBe(1);
  });

  it('that does not open at all is dropped and reported too', async () => {
    await using world = copyOf(good);
    alter(world, work.keys.otherWorker, (db) =>
      db.prepare('UPDATE thread_key SET ct = zeroblob(48) WHERE thread = ? AND reader = ?').run(work.bea, work.lead),
    );
    const store = readStore(world, work.keys.lead);
    expect(store.troubles.wrongKeys).toHaveLength(1);
    store.close();
    expect(rowsOfKeys(world)).not.toContain(work.lead);
  });

  function rowsOfKeys(world: World): readonly string[] {
    return alter(world, work.keys.otherWorker, (db) =>
      db.prepare<[string], string>('SELECT reader FROM thread_key WHERE thread = ?').pluck().all(work.bea),
    );
  }
});
