import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { found, signIn } from '../factories/folders.ts';
import { concernForm, failureOf, troubleOf } from '../factories/forms.ts';
import { makePractice, must, passphraseOf, people, World } from '../factories/world.ts';

const day = (text: string) => text as IsoDate;
const oneDay = 86_400_000;
const sentence = (words: string) => ({ kind: 'refused', sentence: expect.stringContaining(words) as string });

describe('a role of two', () => {
  /** A founder who manages, and the one supervisor by whom the set-up ended. */
  async function withOneSupervisor(world: World) {
    const { founder } = await found(world);
    await must(signIn(world, founder));
    const { register } = world.log;
    const practice = await must(register.addPractice({ name: 'Alderfield' }));
    const add = (name: string, initials: string) =>
      must(register.addStaff({ name, initials, passphrase: passphraseOf(name) }));
    const [supervisor, lead] = [await add(people.supervisor, 'HAP'), await add(people.lead, 'MF')];
    await must(register.grantRole({ staff: founder, role: 'practice-manager', practice }));
    const held = { staff: supervisor, role: 'supervisor' as const, practice };
    await must(register.grantRole(held));
    return { register, founder, practice, supervisor, lead, held };
  }

  it('stays with the last person by whom another could be confirmed', async () => {
    await using world = new World();
    const { register, practice, supervisor, lead, held } = await withOneSupervisor(world);
    expect(await failureOf(register.endRole(held))).toEqual(sentence('who can confirm a role'));
    expect((await must(register.leaving({ staff: supervisor }))).hindrances).toMatchObject([
      { what: 'last-to-confirm' },
    ]);
    const leaving = { staff: supervisor, lastDay: day('2026-10-01'), reason: 'added-by-mistake' as const };
    expect(await failureOf(register.leave({ ...leaving, cannotSignIn: true }))).toEqual(sentence('confirm a role'));

    const leads = { staff: lead, role: 'safeguarding-lead' as const, practice };
    await must(register.grantRole(leads));
    expect(await failureOf(register.endRole(held)), 'the other one waits still').toEqual(sentence('confirm a role'));
    await world.lock();
    await must(signIn(world, supervisor, passphraseOf(people.supervisor)));
    await must(register.confirmRole(leads));
    await world.lock();
    const { signIns } = await must(world.log.store.status({}));
    const manager = signIns.find(({ label }) => label === 'JS');
    await must(signIn(world, manager?.staff ?? lead));
    expect(await troubleOf(register.endRole(held))).toBe('none');
  });

  it('is given by the founder alone while the log is set up, and the founder stays until then', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    const { register } = world.log;
    const practice = await must(register.addPractice({ name: 'Alderfield' }));
    const name = people.lead;
    const other = await must(register.addStaff({ name, initials: 'MF', passphrase: passphraseOf(name) }));
    await must(register.grantRole({ staff: other, role: 'practice-manager', practice }));
    await world.lock();
    await must(signIn(world, other, passphraseOf(name)));
    const leaving = { staff: founder, lastDay: day('2026-10-01'), reason: 'moved-on' as const, cannotSignIn: true };
    expect(await failureOf(register.leave(leaving))).toEqual(sentence('They set the log up'));
    const own = { staff: other, role: 'safeguarding-lead' as const, practice };
    expect(await failureOf(register.grantRole(own))).toEqual(sentence('Nobody can give themselves a role'));
  });
});

describe('somebody who would gain by it', () => {
  it('does not share a concern with themselves while they stand in, nor with who reads it', async () => {
    await using world = new World();
    const { lead, supervisor, deputy, wrenStreet, as } = await makePractice(world);
    let log = await as('otherWorker');
    const { concern } = await must(log.concerns.raise(concernForm('Walter', wrenStreet)));
    log = await as('lead');
    const absence = { absent: lead, practice: wrenStreet, cover: supervisor, reason: 'On leave' };
    await must(log.register.coverAbsence({ ...absence, from: day('2026-10-01'), until: day('2026-10-03') }));
    log = await as('supervisor');
    for (const reader of [supervisor, lead])
      expect(await failureOf(log.concerns.share({ concern, with: reader, why: 'Needs it' }))).toEqual(
        sentence('They read it already'),
      );
    await must(log.concerns.share({ concern, with: deputy, why: 'Needs it' }));
    world.clock += 10 * oneDay;
    await as('lead');
    log = await as('supervisor');
    expect(await failureOf(log.concerns.open({ concern }))).toEqual({ kind: 'notFound' });
  });

  it('neither supervises nor reads for a practice by their own word, and is not left alone by ending others', async () => {
    await using world = new World();
    const { manager, lead, supervisor, otherWorker, alderfield, wrenStreet, as } = await makePractice(world);
    const grant = { staff: supervisor, role: 'practice-manager' as const, practice: alderfield };
    await must(world.log.register.grantRole(grant));
    const { register } = await as('lead');
    await must(register.confirmRole(grant));
    await as('supervisor');
    const toSelf = { setting: 'fallback-reader', value: supervisor } as const;
    expect(await failureOf(register.assignSupervisor({ staff: otherWorker, supervisor }))).toEqual(
      sentence('Nobody names themselves'),
    );
    expect(await failureOf(register.changeSetting({ change: toSelf }))).toEqual(sentence('Nobody names themselves'));
    await must(register.endRole({ staff: manager, role: 'practice-manager', practice: alderfield }));
    expect(
      await failureOf(register.changeSetting({ change: toSelf })),
      'nor just after the other manager ended',
    ).toEqual(sentence('Nobody names themselves'));
    world.clock += 29 * oneDay;
    await as('supervisor');
    await must(register.changeSetting({ change: toSelf }));
    expect(await failureOf(register.endRole({ staff: lead, role: 'safeguarding-lead', practice: wrenStreet }))).toEqual(
      sentence('Nobody would be left to read concerns'),
    );
  });

  it('types the passphrase to take a record from a colleague', async () => {
    await using world = new World();
    const { lead, wrenStreet, as } = await makePractice(world);
    const log = await as('otherWorker');
    const { person } = await must(log.concerns.raise(concernForm('Walter', wrenStreet)));
    await as('deputy');
    const asked = await world.router.dispatch('register.declareConnection', { staff: lead, person });
    expect(asked).toEqual({ ok: false, failure: { kind: 'passphraseNeeded', proof: 'always' } });
  });
});

it('a concern that nobody who works here can open any more is said to those who can do something about it', async () => {
  await using world = new World();
  const { otherWorker, as } = await makePractice(world);
  let log = await as('otherWorker');
  await must(log.concerns.raise(concernForm('Walter', null)));
  log = await as('manager');
  expect((await must(log.register.waiting({}))).onlyRecovery).toBe(0);
  const leaving = { staff: otherWorker, lastDay: day('2026-10-01'), reason: 'other' as const, cannotSignIn: true };
  await must(log.register.leave(leaving));
  for (const who of ['manager', 'lead'] as const) {
    log = await as(who);
    const { onlyRecovery, sentences } = await must(log.register.waiting({}));
    expect([onlyRecovery, sentences]).toEqual([1, [expect.stringContaining('1 concern is open to nobody')]]);
  }
  log = await as('worker');
  expect(await must(log.register.waiting({}))).toMatchObject({ onlyRecovery: 0, sentences: [] });
});

describe('the clock', () => {
  it('is asked about before a recovery that it would date wrongly', async () => {
    await using world = new World();
    const { founder, recoveryHalves } = await found(world, { demo: false });
    await must(signIn(world, founder));
    await must(world.log.register.addPractice({ name: 'Alderfield' }));
    await world.lock();
    world.clock += 1_000 * oneDay;
    const asked = { halves: [...recoveryHalves] as [string, string], staff: founder };
    const recover = () => world.log.store.recover({ ...asked, passphrase: 'otter canyon mustard violin' });
    expect(await troubleOf(recover())).toBe('clockAhead');
    expect(await troubleOf(signIn(world, founder)), 'the old halves and passphrase are as they were').toBe('none');
    await world.lock();
    expect(await troubleOf(recover())).toBe('none');
  });
});

it('a rehearsal that was cut off leaves nothing behind from the next sign-in on', async () => {
  await using world = new World();
  const { founder } = await found(world);
  const left = join(world.profile, 'drill-abc123');
  mkdirSync(join(left, 'store'), { recursive: true });
  writeFileSync(join(left, 'store', 'vault.a'), 'an old key file');
  await must(signIn(world, founder));
  expect(readdirSync(world.profile).filter((name) => name.startsWith('drill-'))).toEqual([]);
});

it('a backup is not called old for the one entry that says it was made', async () => {
  await using world = new World();
  const { founder } = await found(world);
  await must(signIn(world, founder));
  const folder = join(world.root, 'backups');
  mkdirSync(folder);
  await must(world.log.backup.setPlace({ folder }));
  const { name } = await must(world.log.backup.make({}));
  await world.lock();
  const ask = { file: join(folder, name), into: null, older: false, other: false };
  expect(await troubleOf(world.log.backup.restore(ask))).toBe('none');
  await must(signIn(world, founder));
  await must(world.log.backup.setPlace({ folder }));
  const second = await must(world.log.backup.make({}));
  await must(world.log.register.addPractice({ name: 'Alderfield' }));
  await world.lock();
  expect(await troubleOf(world.log.backup.restore({ ...ask, file: join(folder, second.name) }))).toBe('backupOlder');
});
