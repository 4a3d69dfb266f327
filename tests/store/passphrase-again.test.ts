import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../shared/domain/ids.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { concernForm } from '../factories/forms.ts';
import { makePractice, must, passphraseOf, people, World } from '../factories/world.ts';

const right = passphraseOf(people.manager);

let good: World;
let founder: StaffId;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
});

afterAll(() => good[Symbol.asyncDispose]());

describe('the passphrase again', () => {
  const role = 'practice-manager';
  const end = (world: World, practice: string) =>
    world.router.dispatch('register.endRole', { staff: founder, role, practice });
  const print = (world: World) => world.router.dispatch('audit.notePrint', { record: null });
  const prove = (world: World, passphrase = right) => world.router.dispatch('store.prove', { passphrase });
  const needed = (proof: string) => ({ ok: false, failure: { kind: 'passphraseNeeded', proof } });

  it('is not asked for in the five minutes after unlocking, and then until it is typed', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    expect((await print(world)).ok).toBe(true);
    world.clock += 5 * 60_000;
    expect(await print(world)).toEqual(needed('recent'));
    expect((await prove(world)).ok).toBe(true);
    expect((await print(world)).ok).toBe(true);
    expect((await print(world)).ok).toBe(true);
    world.clock -= 60 * 60_000;
    expect(await print(world)).toEqual(needed('recent'));
  });

  /** Two roles to end. */
  const begin = async (world: World) => {
    await must(signIn(world, founder));
    const one = await must(world.log.register.addPractice({ name: 'Alderfield' }));
    const two = await must(world.log.register.addPractice({ name: 'Wren Street' }));
    for (const practice of [one, two]) await must(world.log.register.grantRole({ staff: founder, role, practice }));
    return [one, two] as const;
  };

  it('is asked for each change of access, however lately it was typed, and is used up by one', async () => {
    await using world = copyOf(good);
    const [one, two] = await begin(world);
    expect(await end(world, one)).toEqual(needed('always'));
    expect((await prove(world)).ok).toBe(true);
    expect((await end(world, one)).ok).toBe(true);
    expect(await end(world, two)).toEqual(needed('always'));
    await prove(world);
    expect(await end(world, one)).toMatchObject({ failure: { kind: 'refused' } });
    expect(await end(world, two)).toEqual(needed('always'));
    await prove(world);
    world.clock += 5 * 60_000;
    expect(await end(world, two)).toEqual(needed('always'));
  });

  it('typed for one call does not let another through', async () => {
    await using world = copyOf(good);
    const [one] = await begin(world);
    const other = world.router.dispatch('register.endCover', { cover: founder });
    expect(await other).toEqual(needed('always'));
    await prove(world);
    expect(await end(world, one)).toEqual(needed('always'));
    world.clock += 5 * 60_000;
    expect(await print(world)).toEqual(needed('recent'));
    await prove(world);
    expect((await print(world)).ok).toBe(true);
    expect(await end(world, one)).toEqual(needed('always'));
    await prove(world);
    expect((await end(world, one)).ok).toBe(true);
  });

  it('is not asked for what was not entered right, and not used up by it', async () => {
    await using world = copyOf(good);
    const [one] = await begin(world);
    expect(await end(world, 'nowhere')).toMatchObject({ failure: { kind: 'invalid' } });
    expect(await end(world, one)).toEqual(needed('always'));
    await prove(world);
    expect(await end(world, 'nowhere')).toMatchObject({ failure: { kind: 'invalid' } });
    expect((await end(world, one)).ok).toBe(true);
  });

  it('is asked for whatever gives access, but on the first day of the founder, who typed it lately', async () => {
    await using world = new World();
    const { otherWorker, supervisor, worker, lead, alderfield, ...practice } = await makePractice(world);
    const { person, concern } = await (async () => {
      const log = await practice.as('lead');
      const raised = await must(log.concerns.raise(concernForm('Walter', alderfield)));
      await must(log.register.declareConnection({ staff: worker, person: raised.person }));
      return raised;
    })();
    const share = () => world.router.dispatch('concerns.share', { concern, with: otherWorker, why: 'Visits him' });
    world.clock += 5 * 60_000;
    expect(await share()).toEqual(needed('recent'));
    expect(await world.router.dispatch('register.endConnection', { staff: worker, person })).toEqual(needed('always'));
    await practice.as('manager');
    const asked = [
      ['addStaff', { name: 'Grace O.', initials: 'GO', passphrase: 'otter canyon mustard violin' }],
      ['assignSupervisor', { staff: otherWorker, supervisor }],
      ['endSupervisor', { staff: worker, supervisor }],
      ['changeSetting', { change: { setting: 'fallback-reader', value: lead } }],
    ] as const;
    for (const [call, input] of asked)
      expect(await world.router.dispatch(`register.${call}`, input)).toEqual(needed('always'));

    await using first = copyOf(good);
    await must(signIn(first, founder));
    const [, ...later] = asked;
    expect((await first.router.dispatch(`register.${asked[0][0]}`, asked[0][1])).ok).toBe(true);
    first.clock += 5 * 60_000;
    expect(await first.router.dispatch(`register.${later[2][0]}`, later[2][1])).toEqual(needed('recent'));
  });
});
