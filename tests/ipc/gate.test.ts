import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVault } from '../../electron/store/vault/files.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';
import { calls, namesOf, noSuchField } from './calls.ts';
import { type Records, recordsOf, soundInputs, soundWhenLocked } from './samples.ts';

const columns = {
  w: 'worker',
  s: 'supervisor',
  l: 'lead',
  d: 'deputy',
  m: 'manager',
  f: 'founder',
  r: 'recovery',
  g: 'gone',
} as const;
type Letter = keyof typeof columns;
type Expected = 'allowed' | 'notYours' | 'locked' | 'alreadyUnlocked';

/**
 * Whom the gate lets call what, by hand, for every call: first with the log unlocked by a link worker, supervisor, lead,
 * deputy, manager, and the founder while founding; after the bar with the log locked, before the same, somebody with a
 * recovery half (r) and somebody who has left (g), who get no further. A letter is allowed, a dash is not theirs;
 * `locked` and `unlocked` say that nobody is let through in that state. What those let through may do with a record is
 * the rule of the record, asked afterwards: `tests/unit/policy/entitled.test.ts`.
 */
const table: Readonly<Record<string, string>> = {
  'store.lock': 'w s l d m f | locked',
  'register.show': 'w s l d m f | locked',
  'register.addPractice': 'w s l d m f | locked', // In founding the founder has no role yet; the rule of the register refuses others.
  'register.addStaff': 'w s l d m f | locked',
  'register.grantRole': 'w s l d m f | locked',
  'register.confirmRole': 'w s l d m f | locked',
  'register.endRole': '- - - - m f | locked',
  'register.assignSupervisor': '- - - - m f | locked',
  'register.endSupervisor': '- - - - m f | locked',
  'register.declareConnection': 'w s l d m f | locked',
  'register.endConnection': '- s l d - - | locked',
  'register.nameAwayReader': 'w s l d m f | locked',
  'register.coverAbsence': 'w s l d m f | locked',
  'register.appointCover': '- s l d m f | locked',
  'register.confirmCover': 'w s l d m f | locked',
  'register.endCover': 'w s l d m f | locked',
  'register.seenCover': 'w s l d m f | locked',
  'register.leaving': 'w s l d m f | locked',
  'register.checkLeaving': 'w s l d m f | locked',
  'register.handOver': 'w s l d m f | locked',
  'register.leave': '- - - - m f | locked',
  'register.settingUp': 'w s l d m f | locked',
  'register.setContact': 'w s l d m f | locked',
  'register.changeSetting': '- - - - m f | locked',
  'register.reviewFounding': '- - l d - - | locked',
  'people.add': 'w s l d m f | locked',
  'people.change': 'w s l d m f | locked',
  'people.list': 'w s l d m f | locked',
  'people.find': 'w s l d m f | locked',
  'people.show': 'w s l d m f | locked',
  'people.timeline': 'w s l d m f | locked',
  'concerns.raise': 'w s l d m f | locked',
  'concerns.tell': 'w s l d m f | locked',
  'concerns.acknowledge': 'w s l d m f | locked',
  'concerns.addInformation': 'w s l d m f | locked',
  'concerns.decide': 'w s l d m f | locked',
  'concerns.share': 'w s l d m f | locked',
  'concerns.finishAction': 'w s l d m f | locked',
  'concerns.reopenAction': 'w s l d m f | locked',
  'concerns.startPracticeRun': 'w s l d m f | locked',
  'concerns.waiting': 'w s l d m f | locked',
  'concerns.list': 'w s l d m f | locked',
  'concerns.open': 'w s l d m f | locked',
  'concerns.whoReads': 'w s l d m f | locked',
  'concerns.actions': 'w s l d m f | locked',
  'concerns.trail': 'w s l d m f | locked',
  'referrals.send': 'w s l d m f | locked',
  'referrals.answer': 'w s l d m f | locked',
  'referrals.list': 'w s l d m f | locked',
  'referrals.open': 'w s l d m f | locked',
  'supervision.record': '- s l d - - | locked',
  'supervision.sign': 'w s l d m f | locked',
  'supervision.comment': 'w s l d m f | locked',
  'supervision.list': 'w s l d m f | locked',
  'supervision.open': 'w s l d m f | locked',
  'supervision.due': 'w s l d m f | locked', // About oneself, and those whom one supervises.
  'supervision.last': 'w s l d m f | locked',
  'drafts.save': 'w s l d m f | locked',
  'drafts.discard': 'w s l d m f | locked',
  'drafts.mine': 'w s l d m f | locked',
  'drafts.open': 'w s l d m f | locked',
  'drafts.late': '- s l d - - | locked',
  'audit.page': '- - l d m f | locked',
  'audit.check': '- - l d m f | locked',
  'audit.notePrint': 'w s l d m f | locked',
  'audit.export': '- - l d m f | locked',
  'store.status': 'unlocked | w s l d m f r g',
  'store.phoneNumbers': 'unlocked | w s l d m f r g',
  'store.createDemo': 'unlocked | w s l d m f r g',
  'store.create': 'unlocked | w s l d m f r g',
  'store.unlock': 'unlocked | w s l d m f r g',
};

const unlockedOnly: readonly Letter[] = ['w', 's', 'l', 'd', 'm', 'f'];
const everybody: readonly Letter[] = [...unlockedOnly, 'r', 'g'];

/** The cell of a call, of one person in one state. Throws where the table has none. */
function cell(name: string, letter: Letter, state: 'locked' | 'unlocked'): Expected {
  const [unlocked = '', locked = ''] = (table[name] ?? '').split(' | ');
  const side = state === 'unlocked' ? unlocked : locked;
  if (side === 'locked') return 'locked';
  if (side === 'unlocked') return 'alreadyUnlocked';
  const order = state === 'unlocked' ? unlockedOnly : everybody;
  const mark = side.split(' ')[order.indexOf(letter)];
  if (mark !== letter && mark !== '-') throw new Error(`no cell for ${name}, ${columns[letter]}, ${state}`);
  return mark === '-' ? 'notYours' : 'allowed';
}

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
