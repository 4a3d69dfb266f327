import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLine } from '../../electron/store/log/header.ts';
import type { EventId, ThreadId } from '../../shared/domain/ids.ts';
import type { ContentOf } from '../../shared/events/index.ts';
import { type Casework, makeCasework } from '../factories/casework.ts';
import { copyOf } from '../factories/folders.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { alter, appendAs, readStore, rowsOf } from '../factories/insider.ts';
import { must, people, World } from '../factories/world.ts';

const words = 'The volunteer sent her messages at night.';
const anyEvent = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;

let good: World;
let work: Casework;
let ruth: ThreadId;

function form(readers: readonly string[], other: object = {}) {
  return {
    ...concernForm('Ruth', work.alderfield, words),
    keptFrom: [work.otherWorker],
    readers: readers as (typeof work.lead)[], // `as`: ids of staff.
    holdsHalf: 'no' as const,
    ...other,
  };
}

/** Raised by the link worker, kept from the other one; the lead and the manager are named. */
beforeAll(async () => {
  good = new World();
  work = await makeCasework(good, ['lead', 'manager', 'worker', 'otherWorker', 'deputy', 'supervisor']);
  await good.unlock(work.worker, people.worker);
  ({ concern: ruth } = await must(good.log.restricted.raise(form([work.lead, work.manager]))));
  await good.lock();
});
afterAll(() => good[Symbol.asyncDispose]());

const linesOf = (world: World, thread = ruth) =>
  alter(world, work.keys.otherWorker, (db) =>
    rowsOf(db)
      .filter((row) => row.thread === thread)
      .map(({ line }) => readLine(line).header),
  );
const holders = (world: World) =>
  alter(world, work.keys.otherWorker, (db) =>
    db.prepare<[string], string>('SELECT DISTINCT reader FROM thread_key WHERE thread = ?').pluck().all(ruth),
  );
const signIn = async (world: World, who: 'lead' | 'manager' | 'worker' | 'deputy' | 'supervisor' | 'otherWorker') => {
  await world.unlock(work[who], people[who]);
  return world.log;
};

describe('the log of a restricted concern', () => {
  it('says of none of its entries what it is, whose, or about whom', async () => {
    await using world = copyOf(good);
    const log = await signIn(world, 'lead');
    const { newest } = await must(log.concerns.open({ concern: ruth }));
    await must(log.concerns.acknowledge({ concern: ruth, seen: newest, owner: work.lead }));
    await must(log.concerns.addInformation({ concern: ruth, seen: newest, note: 'PiPoT lead told.' }));
    await must(log.restricted.addReader({ concern: ruth, reader: work.deputy, why: 'Stands in for me.' }));
    await must(log.audit.notePrint({ record: ruth }));
    await world.lock();
    const headers = linesOf(world);
    expect(headers).toHaveLength(6);
    for (const header of headers) expect(header).toMatchObject({ type: 'restricted', actor: null, about: null });
  });

  it('is read with the keys of those who were named, and of nobody else', () => {
    for (const who of ['worker', 'lead', 'manager'] as const) {
      const store = readStore(good, work.keys[who]);
      expect(store.stateOf(ruth)).toMatchObject({ kind: 'restricted', facts: { raised: { what: words } } });
      store.close();
    }
    for (const who of ['otherWorker', 'deputy', 'supervisor'] as const) {
      const store = readStore(good, work.keys[who]);
      expect(store.stateOf(ruth)).toBeUndefined();
      expect(store.troubles).toMatchObject({ refused: [], wrongKeys: [] });
      store.close();
    }
  });

  it('stays so through everybody’s sign-in, which gives keys to whoever reads by a role', async () => {
    await using world = copyOf(good);
    const before = holders(world).toSorted();
    for (const who of ['deputy', 'supervisor', 'lead', 'worker'] as const) {
      await signIn(world, who);
      await world.lock();
    }
    expect(holders(world).toSorted()).toEqual(before);
  });

  it('holds when all of it is read again', async () => {
    await using world = copyOf(good);
    const log = await signIn(world, 'manager');
    await must(log.audit.check({}));
    await world.lock();
    await signIn(world, 'supervisor');
    expect(world.mistakes).toEqual([]);
  });
});

describe('readers who change', () => {
  it('read all of it once they are added, and nothing new once they are taken out', async () => {
    await using world = copyOf(good);
    const log = await signIn(world, 'lead');
    await must(log.restricted.addReader({ concern: ruth, reader: work.deputy, why: 'Stands in for me.' }));
    await must(log.restricted.removeReader({ concern: ruth, reader: work.manager, why: 'Too near to him.' }));
    await must(log.concerns.addInformation({ concern: ruth, seen: anyEvent, note: 'Stood down today.' }));
    await world.lock();
    const deputy = readStore(world, work.keys.deputy);
    expect(deputy.stateOf(ruth)).toMatchObject({ facts: { raised: { what: words } } });
    deputy.close();
    const manager = readStore(world, work.keys.manager);
    expect(manager.stateOf(ruth)).toBeUndefined();
    manager.close();
    expect(new Set(linesOf(world).flatMap(({ kid = [] }) => kid)).size).toBe(2);
  });

  it('are refused where it is kept from them, and by whoever does not decide', async () => {
    await using world = copyOf(good);
    const log = await signIn(world, 'manager');
    const add = (reader: typeof work.lead) => log.restricted.addReader({ concern: ruth, reader, why: 'Near.' });
    expect((await failureOf(add(work.otherWorker))).kind).toBe('refused');
    expect((await failureOf(add(work.deputy))).kind).toBe('refused');
  });
});

describe('the recovery key', () => {
  const recovery = () => {
    const store = readStore(good, work.keys.worker);
    const { id } = store.register.recovery;
    store.close();
    return id;
  };

  it('is sealed to a restricted concern, unless those it is kept from may hold half of it', async () => {
    await using world = copyOf(good);
    expect(holders(world)).toContain(recovery());
    const log = await signIn(world, 'worker');
    const kept = await must(log.restricted.raise(form([work.lead, work.deputy], { holdsHalf: 'not-sure' })));
    await world.lock();
    const sealedTo = alter(world, work.keys.worker, (db) =>
      db.prepare<[string], string>('SELECT reader FROM thread_key WHERE thread = ?').pluck().all(kept.concern),
    );
    expect(sealedTo.toSorted()).toEqual([work.worker, work.lead, work.deputy].toSorted());
  });
});

describe('somebody who forges', () => {
  it('writes nothing as somebody else, though all may sign with the computer’s key', async () => {
    await using world = copyOf(good);
    const { signing } = work.keys.worker.identity;
    const about = aboutOf(world);
    const said: Omit<ContentOf<'concern.information-added'>, 'v'> = { note: 'I was told that all is well.' };
    appendAs(
      world,
      work.keys.worker,
      (honest) => ({ ...honest, author: { staff: work.lead, signing } }),
      (writing) => {
        writing.append('concern.information-added', { thread: ruth, about }, said);
      },
    );
    const store = readStore(world, work.keys.lead);
    expect(store.troubles.refused.map(({ reason }) => reason)).toEqual(['It is not signed by its author.']);
    expect(store.troubles.damaged.size).toBe(0);
    store.close();
    const log = await signIn(world, 'manager');
    const page = await must(log.concerns.open({ concern: ruth }));
    expect(JSON.stringify(page.entries)).not.toContain('all is well');
  });

  it('begins nothing in a record that is not theirs, and stops nobody from going on', async () => {
    await using world = copyOf(good);
    appendAs(
      world,
      work.keys.otherWorker,
      (honest) => honest,
      (writing) => {
        const { about: _, draft: __, ...asked } = form([]);
        const details = { standing: 'registered' as const, givenName: 'Ruth', practice: null };
        const person = aboutOf(good);
        writing.append(
          'restricted.raised',
          { thread: ruth, about: person },
          { ...asked, keptFrom: [], readers: [work.lead], person, practice: null, details, toldBy: undefined },
        );
      },
    );
    const log = await signIn(world, 'lead');
    const page = await must(log.concerns.open({ concern: ruth }));
    expect(page.state.raised.what).toBe(words);
    await must(log.concerns.addInformation({ concern: ruth, seen: page.newest, note: 'Going on.' }));
  });
});

function aboutOf(world: World) {
  const store = readStore(world, work.keys.worker);
  const about = store.stateOf(ruth)?.about ?? null;
  store.close();
  if (about === null) throw new Error('about nobody');
  return about;
}
