import { beforeEach, describe, expect, it } from 'vitest';
import { openKeys } from '../../electron/store/log/thread-keys.ts';
import { readable } from '../../electron/store/log/transaction.ts';
import { concernForm } from '../factories/forms.ts';
import type { Keys } from '../factories/insider.ts';
import { alter, entryOf, keysOf } from '../factories/insider.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';

// Each of these once worked. The attacker works here: they have a passphrase of their own and know FORMAT.md.

let world: World;
let practice: Practice;
let insider: Keys;

beforeEach(async () => {
  world = new World();
  practice = await makePractice(world);
  insider = await keysOf(world, practice.worker, passphraseOf(people.worker));
  return () => world[Symbol.asyncDispose]();
});

const signIn = (who: 'lead' | 'deputy' | 'manager') =>
  world.log.store.unlock({ staff: practice[who], passphrase: passphraseOf(people[who]) });

describe('somebody who works here', () => {
  it('cannot bring an ended role back by making the entry that ended it unreadable', async () => {
    const log = world.log;
    await must(
      log.register.endRole({ staff: practice.deputy, role: 'deputy-safeguarding-lead', practice: practice.alderfield }),
    );
    await world.lock();
    const entry = alter(world, insider, (db) => {
      const ended = entryOf(db, 'role.ended');
      db.prepare('UPDATE event SET sealed = zeroblob(length(sealed)) WHERE seq = ?').run(ended);
      return ended;
    });

    expect(await signIn('lead')).toEqual({ ok: false, failure: { kind: 'store', problem: 'logDamaged', entry } });
  });

  it('cannot make a colleague throw their own key away by planting a row that does not open', async () => {
    const log = await practice.as('worker');
    const { concern } = await must(log.concerns.raise(concernForm('Bea', practice.alderfield)));
    await world.lock();
    const planted = alter(world, insider, (db) => {
      const good = db.prepare<[string, string], string>('SELECT kid FROM thread_key WHERE reader = ? AND thread = ?');
      const kid = good.pluck().get(practice.lead, concern);
      return db
        .prepare(
          'INSERT INTO thread_key (thread, kid, reader, enc, ct) VALUES (?, ?, ?, randomblob(32), randomblob(48))',
        )
        .run('AAAAAAAAAAAAAAAAAAAAAA', kid, practice.lead).changes;
    });
    expect(planted).toBe(1);

    await must(signIn('lead'));
    await world.lock();
    await must(signIn('lead'));
    expect(await must(world.log.concerns.list({}))).toHaveLength(1);
  });

  it('who no longer should read gives the keys up at their own next sign-in, and what follows is under a new key', async () => {
    let log = await practice.as('worker');
    const { concern, event } = await must(log.concerns.raise(concernForm('Bea', practice.alderfield)));
    log = await practice.as('manager');
    await must(
      log.register.endRole({ staff: practice.deputy, role: 'deputy-safeguarding-lead', practice: practice.alderfield }),
    );
    await world.lock();

    await must(signIn('deputy'));
    expect(await must(world.log.concerns.list({}))).toEqual([]);
    expect(await world.log.concerns.open({ concern })).toEqual({ ok: false, failure: { kind: 'notFound' } });
    expect(await must(world.log.people.list({}))).toEqual([]);

    log = await practice.as('lead');
    await must(log.concerns.addInformation({ concern, seen: event, note: 'Written after the deputy left.' }));
    await world.lock();
    const deputy = await keysOf(world, practice.deputy, passphraseOf(people.deputy));
    const threads = alter(
      world,
      deputy,
      (db) => openKeys(readable(db), deputy.store, practice.deputy, deputy.identity.sealing).ring,
    );
    expect(threads.ofThread(concern)).toEqual([]);
  });
});

it('raising says who decides, and says that nobody does where there is nobody', async () => {
  const log = await practice.as('worker');
  const here = await must(log.concerns.raise(concernForm('Bea', practice.alderfield)));
  expect(here.deciders).toEqual([practice.lead, practice.deputy]);
  const nowhere = await must(log.concerns.raise(concernForm('Cal', null)));
  expect(nowhere.deciders).toEqual([]);
});
