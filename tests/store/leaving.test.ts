import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Header, readLine } from '../../electron/store/log/header.ts';
import { openKeys } from '../../electron/store/log/thread-keys.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import type { LogClient } from '../../shared/contract/index.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf, troubleOf } from '../factories/forms.ts';
import { type Keys, keysOf, readStore, rowsOf } from '../factories/insider.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';

const today = '2026-10-01' as IsoDate;
const goes = { reason: 'moved-on', lastDay: today, cannotSignIn: false } as const;

async function refer(log: LogClient, person: string, more: object = {}) {
  const form = {
    person,
    to: 'Practice pharmacist',
    purpose: 'review',
    ask: 'Please review twelve medicines.',
    urgency: 'routine',
    agrees: 'yes',
    sentBy: 'phone',
    sentOn: '2026-09-21',
    ...more,
  };
  return must(log.referrals.send(form as Parameters<LogClient['referrals']['send']>[0])); // `as`: days are plain text here.
}

interface Work extends Practice {
  readonly concern: ThreadId;
  readonly referral: ThreadId;
}

/** `worker` raised a concern, waits for a referral and has an action to do. Signed in: the lead, who decided. */
async function makeWork(world: World): Promise<Work> {
  const practice = await makePractice(world);
  let log = await practice.as('worker');
  const { concern, person } = await must(log.concerns.raise(concernForm('Walter', practice.alderfield)));
  const { referral } = await refer(log, person);
  log = await practice.as('lead');
  const { newest } = await must(log.concerns.open({ concern }));
  await must(log.concerns.acknowledge({ concern, seen: newest, owner: practice.lead }));
  const { newest: seen } = await must(log.concerns.open({ concern }));
  await must(
    log.concerns.decide({
      concern,
      seen,
      decision: 'internal-action',
      reason: 'Talk first',
      sharing: 'they-agree',
      reviewOn: null,
      agreesOutside: 'yes',
      actions: [{ what: 'Ring him', owner: practice.worker, dueOn: null }],
    }),
  );
  return { ...practice, concern, referral };
}

/** Of the contents written after a copy of the log was taken: all, and those that its owner's keys of then open. */
async function writtenLater(world: World, theirs: Keys, colleague: Keys) {
  const copy = readStore(
    Object.assign(Object.create(world) as World, {
      folder: join(world.root, 'old copy'),
      profile: join(world.root, 'another computer'),
    }),
    theirs,
  );
  const { ring } = openKeys(copy.log, theirs.store, theirs.staff, theirs.identity.sealing);
  const now = readStore(world, colleague);
  const headers = rowsOf(now.log)
    .slice(copy.head.frontier.size)
    .map(({ line }) => readLine(line).header)
    .filter(({ kid }) => kid !== undefined);
  const opens = ({ thread, kid }: Header) =>
    thread !== null && kid !== undefined && ring.get(thread, kid) !== undefined;
  const sealed = headers.map(({ type }) => type);
  const opened = headers.filter(opens).map(({ type }) => type);
  copy.close();
  now.close();
  return { sealed, opened };
}

const whatOf = async (log: LogClient, staff: Practice['worker']) =>
  (await must(log.register.leaving({ staff }))).hindrances.map(({ what, count }) => [what, count]);

describe('a link worker who leaves', () => {
  it('hands over what is open, and then can neither sign in nor read what is written later', async () => {
    await using world = new World();
    const { worker, otherWorker, supervisor, lead, concern, referral, as } = await makeWork(world);
    const before = await keysOf(world, worker, passphraseOf(people.worker));

    let log = await as('manager');
    expect(await whatOf(log, worker)).toEqual([['unchecked', 2]]);
    expect(await failureOf(log.register.leave({ staff: worker, ...goes }))).toMatchObject({
      kind: 'refused',
      sentence: expect.stringMatching(/^Nobody has looked yet/) as string,
    });

    log = await as('worker');
    expect((await must(log.register.leaving({ staff: worker }))).openWork).toMatchObject([
      { kind: 'action', record: concern, what: 'Ring him', name: 'Walter Exampleton' },
      { kind: 'referral', record: referral },
    ]);
    expect(await failureOf(log.register.checkLeaving({ staff: worker }))).toMatchObject({ kind: 'refused' });
    const { draft } = await must(log.drafts.save({ kind: 'concern', form: { what: 'half' } }));
    const handing = { from: worker, why: 'I leave' };
    // Who does not read the concern cannot be given an action of it; a referral lets its new owner read it.
    expect(await must(log.register.handOver({ ...handing, to: otherWorker, kind: 'action' }))).toMatchObject({
      handedOver: 0,
      refused: [{ record: concern, sentence: 'Choose an owner for this action who can read this concern.' }],
    });
    const whole = { handedOver: 1, refused: [] };
    expect(await must(log.register.handOver({ ...handing, to: supervisor, kind: 'action' }))).toEqual(whole);
    expect(await must(log.register.handOver({ ...handing, to: otherWorker, kind: 'referral' }))).toEqual(whole);
    await must(log.register.checkLeaving({ staff: worker }));

    log = await as('manager');
    expect(await whatOf(log, worker)).toEqual([['drafts', 1]]);
    log = await as('worker');
    await must(log.drafts.discard({ draft, reason: 'not-needed' }));

    cpSync(world.folder, join(world.root, 'old copy'), { recursive: true });
    log = await as('manager');
    expect(await must(log.register.leaving({ staff: worker }))).toMatchObject({ hindrances: [], mayLeave: true });
    await must(log.register.leave({ staff: worker, ...goes }));
    expect((await must(log.register.show({}))).staff.find(({ staff }) => staff === worker)).toMatchObject({
      active: false,
      roles: [],
      lastDay: today,
      supervisors: [supervisor],
    });
    expect(readVault(world.folder).vault.slots.map(({ staff }) => staff)).not.toContain(worker);
    await world.lock();
    const passphrase = passphraseOf(people.worker);
    expect(await troubleOf(world.log.store.unlock({ staff: worker, passphrase }))).toBe('unknownStaff');

    await world.unlock(otherWorker, people.otherWorker);
    expect(await must(world.log.referrals.list({}))).toMatchObject([{ referral, chasedBy: otherWorker }]);
    log = await as('lead');
    const { newest, hearsBack } = await must(log.concerns.open({ concern }));
    expect(hearsBack).toEqual([supervisor]);
    await must(log.concerns.addInformation({ concern, seen: newest, note: 'After they left.' }));
    log = await as('supervisor');
    expect(await must(log.concerns.open({ concern }))).toMatchObject({ concern });
    await world.lock();
    // Their store key opens the file no more; did it, the keys of the threads would still keep them out.
    expect(() => readStore(world, before)).toThrow();
    const later = await writtenLater(world, before, await keysOf(world, lead, passphraseOf(people.lead)));
    expect(later.sealed).toEqual(expect.arrayContaining(['access.changed', 'concern.information-added', 'staff.left']));
    expect(later.opened).toEqual([]);
    expect(world.mistakes).toEqual([]);
  });

  it('who cannot sign in any more is let go at once: drafts are lost, what is open shows to those who read it', async () => {
    await using world = new World();
    const { worker, supervisor, concern, as } = await makeWork(world);
    let log = await as('worker');
    await must(log.drafts.save({ kind: 'concern', form: { what: 'half' } }));
    log = await as('manager');
    await must(log.register.leave({ staff: worker, ...goes, cannotSignIn: true }));
    log = await as('lead');
    expect(await must(log.drafts.late({}))).toEqual([]);
    const left = await must(log.register.leaving({ staff: worker }));
    expect(left).toMatchObject({ active: false, hindrances: [], openWork: [{ kind: 'action' }, { kind: 'referral' }] });
    expect(
      await must(
        log.register.handOver({ from: worker, to: supervisor, kind: 'action', records: [concern], why: 'Left' }),
      ),
    ).toEqual({ handedOver: 1, refused: [] });
  });

  it('is checked by colleagues who read the same, until work is given to them again', async () => {
    await using world = new World();
    const { worker, supervisor, lead, concern, referral, as } = await makeWork(world);
    let log = await as('lead');
    await must(log.register.handOver({ from: worker, to: supervisor, kind: 'action', why: 'They leave' }));
    await must(log.register.handOver({ from: worker, to: lead, kind: 'referral', why: 'They leave' }));
    await must(log.register.checkLeaving({ staff: worker }));
    log = await as('manager');
    expect(await whatOf(log, worker)).toEqual([]);
    log = await as('supervisor');
    await must(log.register.handOver({ from: supervisor, to: worker, kind: 'action', why: 'Back to them' }));
    log = await as('manager');
    expect(await whatOf(log, worker)).toEqual([['unchecked', 1]]);
    const [unchecked] = (await must(log.register.leaving({ staff: worker }))).hindrances;
    expect(unchecked?.staff).toContain(lead);
    expect([concern, referral]).toHaveLength(2);
  });

  it('has no work on a concern that was entered in error, and has it again once that is taken back', async () => {
    await using world = new World();
    const { worker, lead, concern, as } = await makeWork(world);
    let log = await as('lead');
    await must(log.register.handOver({ from: worker, to: lead, kind: 'referral', why: 'They leave' }));
    const work = async () => (await whatOf(log, worker)).map(([what]) => what);
    expect(await work()).toContain('open-work');
    await must(log.concerns.enterInError({ concern, why: 'The wrong Walter.' }));
    expect(await work()).not.toContain('open-work');
    await must(log.register.checkLeaving({ staff: worker }));
    await must(log.concerns.takeErrorBack({ concern, why: 'The right Walter.' }));
    expect(await work()).toContain('open-work');
    log = await as('manager');
    expect(await whatOf(log, worker)).toEqual([['unchecked', 1]]);
  });
});

describe('somebody who cannot be done without', () => {
  it('stays until their roles and supervisees have somebody else', async () => {
    await using world = new World();
    const { lead, deputy, supervisor, worker, manager, otherWorker, as } = await makePractice(world);
    const log = await as('manager');
    expect(await whatOf(log, lead)).toEqual([['last-reader', 1]]);
    expect(await whatOf(log, deputy)).toEqual([]);
    expect(await whatOf(log, supervisor)).toEqual([['supervisees', 1]]);
    expect(await whatOf(log, manager)).toEqual([['last-manager', 1]]);
    await must(log.register.changeSetting({ change: { setting: 'fallback-reader', value: supervisor } }));
    expect(await whatOf(log, supervisor)).toEqual([
      ['fallback-reader', 1],
      ['supervisees', 1],
    ]);
    expect(await whatOf(log, lead)).toEqual([]);
    await must(log.register.assignSupervisor({ staff: worker, supervisor: deputy }));
    expect(await whatOf(log, supervisor)).toEqual([['fallback-reader', 1]]);
    expect(await failureOf(log.register.leave({ staff: manager, ...goes }))).toMatchObject({
      sentence: 'Nobody records their own leaving. Ask another practice manager.',
    });
    await as('worker');
    expect(await failureOf(world.log.register.leaving({ staff: otherWorker }))).toMatchObject({ kind: 'refused' });
  });

  it('hands the concerns they own to somebody who decides there', async () => {
    await using world = new World();
    const { lead, deputy, worker, concern, as } = await makeWork(world);
    const log = await as('lead');
    const handing = { from: lead, kind: 'concern', why: 'I leave' } as const;
    expect(await must(log.register.handOver({ ...handing, to: worker }))).toMatchObject({ handedOver: 0 });
    expect(await must(log.register.handOver({ ...handing, to: deputy }))).toEqual({ handedOver: 1, refused: [] });
    expect((await must(log.concerns.open({ concern }))).state.owner).toBe(deputy);
  });
});
