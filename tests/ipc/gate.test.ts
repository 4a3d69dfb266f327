import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVault } from '../../electron/store/vault/files.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';
import { calls, namesOf, noSuchField } from './calls.ts';
import { cell, columns, type Expected, everybody, table, unlockedOnly } from './permissions.ts';
import { type Records, recordsOf, soundInputs, soundWhenLocked } from './samples.ts';

/** What the gate made of a call: what it lets through meets the schema, or did what it asks. */
const outcome = (kind: string): Expected =>
  kind === 'locked' || kind === 'notYours' || kind === 'alreadyUnlocked' ? kind : 'allowed';

const kindOf = async (world: World, name: string, input: unknown): Promise<string> => {
  const answer = await world.router.dispatch(name, input);
  return answer.ok ? 'let through' : answer.failure.kind;
};

const names = calls.map(([name]) => name);

/** Ids in the places of records: the gate never looks at them. */
const noRecords = ({ worker }: Practice): Records =>
  ({ person: worker, concern: worker, referral: worker, session: worker, seen: worker }) as unknown as Records; // `as`: likewise.

describe('the table', () => {
  it('has a cell for every call of the contract, role and state, and none for a call that is gone', () => {
    expect(Object.keys(table).sort()).toEqual(names.toSorted());
    for (const name of names) {
      for (const letter of unlockedOnly) expect(() => cell(name, letter, 'unlocked')).not.toThrow();
      for (const letter of everybody) expect(() => cell(name, letter, 'locked')).not.toThrow();
    }
  });
});

describe('the gate of the router', () => {
  const world = new World();
  let practice: Practice;
  let outside: Readonly<Record<'r' | 'g', StaffId>>;

  beforeAll(async () => {
    practice = await makePractice(world);
    const log = await practice.as('manager');
    const passphrase = passphraseOf('Grace O.');
    const gone = await must(log.register.addStaff({ name: 'Grace O.', initials: 'GO', passphrase }));
    await must(
      log.register.leave({ staff: gone, reason: 'moved-on', lastDay: '2026-10-01' as IsoDate, cannotSignIn: false }),
    );
    const recovery = readVault(world.folder).vault.slots.find(({ type }) => type === 'recovery');
    if (recovery === undefined) throw new Error('no recovery');
    outside = { r: recovery.staff, g: gone };
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  it('meets a sound sample of every call', async () => {
    const sound = soundInputs(practice, await recordsOf(practice));
    expect([...Object.keys(sound), ...Object.keys(soundWhenLocked)].sort()).toEqual(names.toSorted());
  });

  describe.each(['w', 's', 'l', 'd', 'm'] as const)('to a signed-in %s', (letter) => {
    beforeAll(async () => {
      await practice.as(columns[letter]);
    });

    it.each(names)('%s is open or shut as the table says', async (name) => {
      const kind = await kindOf(world, name, noSuchField);
      expect(outcome(kind)).toBe(cell(name, letter, 'unlocked'));
      if (outcome(kind) === 'allowed') expect(kind).toBe('invalid');
    });

    it('is shut to a sound call without the role too, and nothing is written', async () => {
      const sound = { ...soundWhenLocked, ...soundInputs(practice, noRecords(practice)) };
      const before = await world.router.dispatch('audit.page', { from: null, to: null });
      for (const name of names) {
        const expected = cell(name, letter, 'unlocked');
        if (expected !== 'allowed') expect([name, await kindOf(world, name, sound[name])]).toEqual([name, expected]);
      }
      expect(await world.router.dispatch('audit.page', { from: null, to: null })).toEqual(before);
    });
  });

  describe.each(['w', 's', 'l', 'd', 'm', 'r', 'g'] as const)('before the locked log, to %s', (letter) => {
    beforeAll(async () => {
      await world.router.dispatch('store.lock', {});
    });

    it.each(names)('%s is open or shut as the table says', async (name) => {
      expect(outcome(await kindOf(world, name, noSuchField))).toBe(cell(name, letter, 'locked'));
    });

    it('lets nobody further who has left, or has only half a recovery key', async () => {
      if (letter !== 'r' && letter !== 'g') return;
      const staff = outside[letter];
      for (const passphrase of [passphraseOf('Grace O.'), practice.recoveryHalves.join('-')]) {
        const answer = await world.router.dispatch('store.unlock', { staff, passphrase });
        expect(answer).toEqual({ ok: false, failure: { kind: 'store', problem: 'unknownStaff' } });
      }
      expect(await kindOf(world, 'register.show', {})).toBe('locked');
    });
  });
});

describe('the founder, while founding', () => {
  const world = new World();

  beforeAll(async () => {
    const founder = { name: people.manager, initials: 'JS', passphrase: passphraseOf(people.manager) };
    const made = await must(world.log.store.create({ name: 'Harrowmere PCN', demo: true, founder }));
    for (const name of names) {
      expect(outcome(await kindOf(world, name, noSuchField))).toBe(cell(name, 'f', 'locked'));
    }
    await world.unlock(made.founder, people.manager);
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  it.each(names)('%s is open or shut as the table says', async (name) => {
    expect(outcome(await kindOf(world, name, noSuchField))).toBe(cell(name, 'f', 'unlocked'));
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
