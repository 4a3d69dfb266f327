import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { concernForm, detailsOf, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';

const { about: _, ...words } = concernForm('', null);

describe('a practice run', () => {
  it('is raised once about somebody invented, marked wherever it shows, and counted nowhere', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    let log = await practice.as('worker');
    const { person, concern: none } = await must(log.concerns.startPracticeRun({}));
    expect(none).toBeNull();
    expect(await must(log.concerns.startPracticeRun({}))).toEqual({ person, concern: null });
    const { concern, deciders } = await must(log.concerns.raise({ ...words, about: { person } }));
    expect(deciders).toContain(practice.lead);
    expect(await must(log.concerns.startPracticeRun({}))).toEqual({ person, concern });
    expect(await failureOf(log.concerns.raise({ ...words, about: { person } }))).toMatchObject({ kind: 'refused' });
    const referral = { person, to: 'GP', purpose: 'review', ask: 'Look', urgency: 'routine', agrees: 'yes' } as const;
    expect(
      await failureOf(log.referrals.send({ ...referral, sentBy: 'phone', sentOn: '2026-10-01' as IsoDate })),
    ).toMatchObject({ kind: 'refused' });

    log = await practice.as('lead');
    expect(await must(log.concerns.list({}))).toMatchObject([{ concern, practiceRun: true }]);
    expect(await must(log.people.list({}))).toMatchObject([{ person, practiceRun: true }]);
    const shown = await must(log.people.show({ person }));
    expect(shown).toMatchObject({ practiceRun: true });
    expect(shown.readers).toEqual(expect.arrayContaining([practice.worker, practice.lead]));
    expect(shown.readers).not.toContain(practice.otherWorker);
    expect(await must(log.concerns.waiting({}))).toEqual({ waiting: 0, since: null });
    const page = await must(log.concerns.open({ concern }));
    expect(page).toMatchObject({ practiceRun: true, readBy: [], hearsBack: [practice.worker] });
    await must(log.concerns.acknowledge({ concern, seen: page.newest, owner: practice.lead }));
    expect((await must(log.register.leaving({ staff: practice.lead }))).openWork).toEqual([]);

    log = await practice.as('worker');
    const mine = () => must(log.concerns.list({}));
    expect(await mine()).toMatchObject([{ concern, acknowledgedUnseenBy: practice.lead }]);
    expect((await must(log.concerns.open({ concern }))).readBy).toMatchObject([{ staff: practice.lead }]);
    expect(await mine(), 'once she has looked').toMatchObject([{ concern, acknowledgedUnseenBy: null }]);
    await practice.as('otherWorker');
    expect((await must(world.log.concerns.startPracticeRun({}))).person).not.toBe(person);
  });
});

describe('somebody invented to practise on', () => {
  it('never becomes somebody real, and swallows no real concern of a colleague', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    let log = await practice.as('worker');
    const { person } = await must(log.concerns.startPracticeRun({}));
    const { newest: seen } = await must(log.people.show({ person }));
    const details = detailsOf('Walter', practice.alderfield);
    const invented = { kind: 'refused', sentence: expect.stringContaining('nobody real') as string };
    expect(await failureOf(log.people.change({ person, seen, details }))).toMatchObject(invented);
    log = await practice.as('deputy');
    expect(await failureOf(log.concerns.raise({ ...words, about: { person } }))).toMatchObject(invented);
    expect(await must(log.concerns.list({}))).toEqual([]);
    log = await practice.as('worker');
    await must(log.concerns.raise({ ...words, about: { person } }));
    expect(world.mistakes).toEqual([]);
  });
});

describe('what waits', () => {
  it('is the concerns of the whole log that nobody has acknowledged or decided, since the oldest', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    const log = await practice.as('worker');
    const { concern } = await must(log.concerns.raise(concernForm('Bea', practice.alderfield)));
    await must(log.concerns.raise(concernForm('Cal', practice.alderfield)));
    const [, oldest] = await must(log.concerns.list({}));
    expect(await must(log.concerns.waiting({}))).toEqual({ waiting: 2, since: oldest?.raisedAt });
    await practice.as('manager');
    expect(await must(world.log.concerns.waiting({})), 'who reads neither').toEqual({
      waiting: 2,
      since: oldest?.raisedAt,
    });
    await practice.as('lead');
    const { newest } = await must(world.log.concerns.open({ concern }));
    await must(world.log.concerns.acknowledge({ concern, seen: newest, owner: practice.lead }));
    expect(await must(world.log.concerns.waiting({}))).toMatchObject({ waiting: 1 });
    await practice.as('manager');
    expect(await must(world.log.concerns.waiting({}))).toMatchObject({ waiting: 1 });
    await practice.as('otherWorker');
    const { person, concern: none } = await must(world.log.concerns.startPracticeRun({}));
    expect(none).toBeNull();
    await must(world.log.concerns.raise({ ...words, about: { person } }));
    await practice.as('manager');
    expect(await must(world.log.concerns.waiting({})), 'a practice run of somebody else').toMatchObject({ waiting: 1 });
  });
});

const doneOf = async ({ world }: Practice) =>
  Object.fromEntries((await must(world.log.register.settingUp({}))).map(({ item, done }) => [item, done]));

describe('finish setting up', () => {
  it('says from the first moment what is left', async () => {
    await using world = new World();
    const founder = { name: people.manager, initials: 'JS', passphrase: passphraseOf(people.manager) };
    const made = await must(world.log.store.create({ name: 'Harrowmere PCN', demo: true, founder }));
    await world.unlock(made.founder, people.manager);
    const { log } = world;
    const lines = await must(log.register.settingUp({}));
    expect(lines.filter(({ done }) => done).map(({ item }) => item)).toEqual(['roles-confirmed', 'supervisors']);
    expect(lines.find(({ item }) => item === 'readers')).toMatchObject({ mine: true });
    const due = lines.filter(({ dueOn }) => dueOn !== null).map(({ item, dueOn }) => [item, dueOn]);
    expect(Object.fromEntries(due)).toEqual({ 'recovery-tried': '2026-10-08', 'backup-place': '2026-10-01' });
  });

  it('names who and where, and is done when it is', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    const { log } = world;
    const { otherWorker, supervisor } = practice;
    expect(await doneOf(practice)).toEqual({
      readers: true,
      'roles-confirmed': true,
      'first-review': true,
      supervisors: false,
      'supervision-interval': false,
      contacts: false,
      'recovery-tried': false,
      'backup-place': false,
      'backup-verified': false,
      'practice-run': false,
    });
    const lines = await must(log.register.settingUp({}));
    expect(lines.find(({ item }) => item === 'supervisors')).toMatchObject({ staff: [otherWorker], mine: true });
    await must(log.register.assignSupervisor({ staff: otherWorker, supervisor }));
    await must(log.register.changeSetting({ change: { setting: 'supervision-interval-days', value: 31 } }));
    expect(await doneOf(practice)).toMatchObject({ supervisors: true, 'supervision-interval': true });
    await must(log.register.tryRecovery({ halves: [...practice.recoveryHalves] }));
    await must(log.backup.setPlace({ folder: world.root }));
    expect(await doneOf(practice)).toMatchObject({
      'recovery-tried': true,
      'backup-place': true,
      'backup-verified': false,
    });
    await must(log.backup.make({}));
    expect(await doneOf(practice)).toMatchObject({ 'backup-verified': true });
    const fenwick = await must(log.register.addPractice({ name: 'Fenwick Road' }));
    const unread = (await must(log.register.settingUp({}))).find(({ item }) => item === 'readers');
    expect(unread).toMatchObject({ done: false, practices: [fenwick] });
  });

  it('records who reads when the lead is away in one call', async () => {
    await using world = new World();
    const { wrenStreet, deputy, supervisor, as } = await makePractice(world);
    const log = await as('manager');
    expect(await must(log.register.nameAwayReader({ practice: wrenStreet, staff: deputy }))).toEqual({ stands: false });
    expect(await must(log.register.nameAwayReader({ practice: wrenStreet, staff: deputy }))).toEqual({ stands: false });
    await as('supervisor');
    const role = { staff: deputy, role: 'deputy-safeguarding-lead', practice: wrenStreet } as const;
    await must(world.log.register.confirmRole(role));
    await as('manager');
    expect(await must(log.register.nameAwayReader({ practice: wrenStreet, staff: deputy }))).toEqual({ stands: true });
    await as('worker');
    const ask = { practice: wrenStreet, staff: supervisor };
    expect(await failureOf(world.log.register.nameAwayReader(ask))).toMatchObject({ kind: 'refused' });
  });
});

describe('settings and connections', () => {
  it('take how long an idle log stays open and when the practice is, within bounds', async () => {
    await using world = new World();
    await makePractice(world);
    const { log } = world;
    const set = (change: unknown) =>
      log.register.changeSetting({ change } as Parameters<typeof log.register.changeSetting>[0]); // `as`: wrong ones too.
    await must(set({ setting: 'idle-minutes', value: 12 }));
    const value = { days: [1, 2, 3, 4], from: '07:30', until: '19:00' };
    await must(set({ setting: 'opening-hours', value }));
    expect((await must(log.register.show({}))).settings).toMatchObject({ idleMinutes: 12, openingHours: value });
    for (const minutes of [1, 16, 2.5]) {
      expect(await failureOf(set({ setting: 'idle-minutes', value: minutes }))).toMatchObject({ kind: 'invalid' });
    }
    for (const wrong of [{ days: [] }, { days: [1, 1] }, { days: [8] }, { from: '19:00' }, { until: '24:00' }]) {
      const asked = set({ setting: 'opening-hours', value: { ...value, ...wrong } });
      expect(await failureOf(asked)).toMatchObject({ kind: 'invalid' });
    }
  });

  it('show a connection to the one it is of, and let a colleague who reads end it', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    let log = await practice.as('worker');
    const { person } = await must(log.concerns.raise(concernForm('Bea', practice.alderfield)));
    log = await practice.as('deputy');
    const connection = { staff: practice.deputy, person };
    await must(log.register.declareConnection(connection));
    expect((await must(log.register.show({}))).connections).toEqual([{ ...connection, name: null, mayEnd: false }]);
    expect(await failureOf(log.register.endConnection(connection))).toMatchObject({ kind: 'refused' });
    expect(await must(log.concerns.list({}))).toEqual([]);
    log = await practice.as('lead');
    expect((await must(log.register.show({}))).connections).toEqual([
      { ...connection, name: 'Bea Exampleton', mayEnd: true },
    ]);
    await must(log.register.endConnection(connection));
    log = await practice.as('deputy');
    expect(await must(log.concerns.list({}))).toHaveLength(1);
  });

  it('keep the last who reads concerns at a practice in their role', async () => {
    await using world = new World();
    const { lead, wrenStreet, supervisor } = await makePractice(world);
    const { log } = world;
    const role = { staff: lead, role: 'safeguarding-lead', practice: wrenStreet } as const;
    expect(await failureOf(log.register.endRole(role))).toMatchObject({ kind: 'refused' });
    await must(log.register.changeSetting({ change: { setting: 'fallback-reader', value: supervisor } }));
    await must(log.register.endRole(role));
  });
});
