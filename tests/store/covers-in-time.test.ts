import { describe, expect, it } from 'vitest';
import { everyKeyHeld } from '../../electron/store/log/thread-keys.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { keysOf, readStore } from '../factories/insider.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';

const day = (text: string) => text as IsoDate;
const oneDay = 86_400_000;

/** A concern at Wren Street, where the lead is alone and goes away tomorrow; the supervisor is to stand in. */
async function begin(world: World, until = '2026-10-20') {
  const practice = await makePractice(world);
  const { lead, wrenStreet, supervisor, as } = practice;
  let log = await as('otherWorker');
  const { concern, person } = await must(log.concerns.raise(concernForm('Walter', wrenStreet)));
  log = await as('lead');
  const absence = { absent: lead, practice: wrenStreet, cover: supervisor, reason: 'On leave' };
  const cover = await must(log.register.coverAbsence({ ...absence, from: day('2026-10-02'), until: day(until) }));
  return { ...practice, concern, person, cover };
}

async function holds(world: World, { supervisor, manager }: Practice, concern: string): Promise<boolean> {
  await world.lock();
  const store = readStore(world, await keysOf(world, manager, passphraseOf(people.manager)));
  try {
    return everyKeyHeld(store.log).some(({ thread, reader }) => thread === concern && reader === supervisor);
  } finally {
    store.close();
    await world.unlock(manager, people.manager);
  }
}

describe('whoever covers a planned absence', () => {
  it('reads on the first day though the lead has gone, and not before', async () => {
    await using world = new World();
    const { concern, person, as } = await begin(world);
    let log = await as('supervisor');
    expect(await must(log.concerns.list({}))).toEqual([]);
    expect(await must(log.people.find({ words: 'walter' }))).toEqual([]);
    for (const call of [log.concerns.open({ concern }), log.people.show({ person }), log.concerns.trail({ concern })])
      expect(await failureOf(call)).toEqual({ kind: 'notFound' });
    world.clock += oneDay;
    log = await as('supervisor');
    const page = await must(log.concerns.open({ concern }));
    expect(page).toMatchObject({ mayDecide: true });
    expect(await must(log.people.find({ words: 'walter' }))).toHaveLength(1);
    expect((await must(log.register.waiting({}))).sentences).toEqual([]);
    expect(world.mistakes).toEqual([]);
  });

  it('reads what is raised before the first day, and has no keys left when it is called off', async () => {
    await using world = new World();
    const { wrenStreet, as, cover, concern, ...practice } = await begin(world);
    let log = await as('otherWorker');
    const { concern: later } = await must(log.concerns.raise(concernForm('Ivor', wrenStreet)));
    expect(await holds(world, { ...practice, wrenStreet, as }, concern)).toBe(true);
    expect(await holds(world, { ...practice, wrenStreet, as }, later)).toBe(true);
    log = await as('lead');
    await must(log.register.endCover({ cover }));
    expect(await holds(world, { ...practice, wrenStreet, as }, concern)).toBe(false);
    world.clock += oneDay;
    log = await as('supervisor');
    expect(await must(log.concerns.list({}))).toEqual([]);
  });

  it('begins and stops reading at the moment, while they are signed in', async () => {
    await using world = new World();
    const { concern, as } = await begin(world, '2026-10-02');
    const log = await as('supervisor');
    expect(await must(log.concerns.list({}))).toEqual([]);
    world.clock += oneDay;
    expect(await must(log.concerns.list({}))).toMatchObject([{ concern }]);
    await must(log.concerns.open({ concern }));
    world.clock += oneDay;
    expect(await must(log.concerns.list({}))).toEqual([]);
    expect(await failureOf(log.concerns.open({ concern }))).toEqual({ kind: 'notFound' });
    expect((await log.audit.notePrint({ record: concern })).ok).toBe(false);
    await as('lead');
    await must(world.log.audit.check({}));
    expect(world.mistakes).toEqual([]);
  });
});
