import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePractice, type Practice, World } from '../factories/world.ts';
import { calls, namesOf, noSuchField } from './calls.ts';
import { recordsOf, soundInputs, soundWhenLocked } from './samples.ts';

type Who = 'manager' | 'lead' | 'deputy' | 'supervisor' | 'worker';
const everyone = 'manager lead deputy supervisor worker';
const managers = 'manager';
const overseers = 'manager lead deputy';
const leads = 'lead deputy';
const confirmed = 'lead deputy supervisor';

/** Whom the gate lets call what, by hand. What they may do with a record is the rule of the record, asked afterwards. */
const gate: Readonly<Record<string, string>> = {
  'store.lock': everyone,
  'store.prove': everyone,
  'store.changePassphrase': everyone,
  'register.letInAgain': everyone, // Who vouches for a colleague is the rule of the register.
  'register.confirmKeys': everyone,
  'register.tryRecovery': everyone,
  'register.waiting': everyone,
  'register.show': everyone,
  'register.addPractice': everyone, // In founding the founder has no role yet; the rule of the register refuses others.
  'register.addStaff': everyone,
  'register.grantRole': everyone,
  'register.confirmRole': everyone,
  'register.endRole': managers,
  'register.assignSupervisor': managers,
  'register.endSupervisor': managers,
  'register.declareConnection': everyone,
  'register.setContact': everyone,
  'register.changeSetting': managers,
  'register.reviewFounding': leads,
  'people.add': everyone,
  'people.change': everyone,
  'people.list': everyone,
  'people.find': everyone,
  'people.show': everyone,
  'people.timeline': everyone,
  'concerns.raise': everyone,
  'concerns.tell': everyone,
  'concerns.acknowledge': everyone,
  'concerns.addInformation': everyone,
  'concerns.decide': everyone,
  'concerns.share': everyone,
  'concerns.finishAction': everyone,
  'concerns.reopenAction': everyone,
  'concerns.list': everyone,
  'concerns.open': everyone,
  'concerns.whoReads': everyone,
  'concerns.actions': everyone,
  'concerns.trail': everyone,
  'referrals.send': everyone,
  'referrals.answer': everyone,
  'referrals.list': everyone,
  'referrals.open': everyone,
  'supervision.record': confirmed,
  'supervision.sign': everyone,
  'supervision.comment': everyone,
  'supervision.list': everyone,
  'supervision.open': everyone,
  'supervision.due': everyone, // About oneself, and those whom one supervises.
  'supervision.last': everyone,
  'drafts.save': everyone,
  'drafts.discard': everyone,
  'drafts.mine': everyone,
  'drafts.open': everyone,
  'drafts.late': confirmed,
  'audit.page': overseers,
  'audit.check': overseers,
  'audit.notePrint': everyone,
  'audit.export': overseers,
};

const kindOf = async (world: World, name: string, input: unknown): Promise<string> => {
  const answer = await world.router.dispatch(name, input);
  return answer.ok ? 'let through' : answer.failure.kind;
};

describe('the gate of the router', () => {
  const world = new World();
  let practice: Practice;

  beforeAll(async () => {
    practice = await makePractice(world);
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  it('has a line in the table for every call of an unlocked log, and in the samples for every call', async () => {
    expect(Object.keys(gate).sort()).toEqual([...namesOf('unlocked')].sort());
    const sound = soundInputs(practice, await recordsOf(practice));
    expect([...Object.keys(sound), ...Object.keys(soundWhenLocked)].sort()).toEqual(calls.map(([name]) => name).sort());
  });

  describe.each(['manager', 'lead', 'deputy', 'supervisor', 'worker'] as const)('to a signed-in %s', (who: Who) => {
    beforeAll(async () => {
      await practice.as(who);
    });

    it.each(Object.entries(gate))('%s is open or shut as the table says', async (name, open) => {
      const expected = open.split(' ').includes(who) ? 'invalid' : 'notYours';
      expect(await kindOf(world, name, noSuchField)).toBe(expected);
    });

    it('is shut to a sound call without the role too, and nothing is written', async () => {
      const sound = soundInputs(practice, {
        person: practice.worker,
        concern: practice.worker,
        referral: practice.worker,
        session: practice.worker,
        seen: practice.worker,
      } as never); // `as`: the gate never looks at them.
      const before = await world.router.dispatch('audit.page', { from: null, to: null });
      for (const [name, open] of Object.entries(gate)) {
        if (!open.split(' ').includes(who))
          expect([name, await kindOf(world, name, sound[name])]).toEqual([name, 'notYours']);
      }
      expect(await world.router.dispatch('audit.page', { from: null, to: null })).toEqual(before);
    });

    it.each(namesOf('locked'))('%s is not for an unlocked log', async (name) => {
      for (const input of [soundWhenLocked[name], noSuchField])
        expect(await kindOf(world, name, input)).toBe('alreadyUnlocked');
    });
  });
});

describe('a locked log', () => {
  const world = new World();
  let sound: Readonly<Record<string, unknown>> = {};

  beforeAll(async () => {
    const practice = await makePractice(world);
    sound = soundInputs(practice, await recordsOf(practice));
    await world.lock();
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  it.each(namesOf('unlocked'))('answers %s with "locked", whatever comes with it', async (name) => {
    for (const input of [sound[name], noSuchField, null, undefined])
      expect(await kindOf(world, name, input)).toBe('locked');
  });

  it('answers what a lock screen needs', async () => {
    expect(await kindOf(world, 'store.status', {})).toBe('let through');
    expect(await kindOf(world, 'store.phoneNumbers', {})).toBe('let through');
    expect(await world.router.dispatch('store.create', soundWhenLocked['store.create'])).toEqual({
      ok: false,
      failure: { kind: 'store', problem: 'folderNotEmpty' },
    });
    expect(await world.router.dispatch('store.unlock', soundWhenLocked['store.unlock'])).toEqual({
      ok: false,
      failure: { kind: 'store', problem: 'unknownStaff' },
    });
  });
});

describe('calls that do not exist', () => {
  const strange = [
    '',
    '.',
    '..',
    'people',
    'people.',
    '.list',
    'people.list.more',
    'people..list',
    ' people.list',
    'People.list',
    'people.List',
    'people/list',
    'nobody.list',
    'people.nothing',
    'x'.repeat(1_000_000),
    `people.${'x'.repeat(1_000_000)}`,
    '.'.repeat(100_000),
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'].flatMap((name) => [
      name,
      `${name}.${name}`,
      `people.${name}`,
      `${name}.list`,
      `store.${name}`,
    ]),
  ];

  it.each([false, true])('are not known, the log being unlocked: %s', async (unlocked) => {
    await using world = new World();
    if (unlocked) await makePractice(world);
    for (const name of strange) {
      for (const input of [{}, null, noSuchField]) {
        expect([name.slice(0, 40), await kindOf(world, name, input)]).toEqual([name.slice(0, 40), 'unknownCall']);
      }
    }
    expect(world.mistakes).toEqual([]);
  });
});
