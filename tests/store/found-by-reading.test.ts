import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projections } from '../../electron/features.ts';
import { Refused } from '../../electron/store/log/write.ts';
import { unlockStore } from '../../electron/store/unlock.ts';
import { concernForm, detailsOf, failureOf, troubleOf } from '../factories/forms.ts';
import { alter, entryOf, keysOf } from '../factories/insider.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';

// Each of these was found by a hostile reading of the code, and was wrong.

let world: World;
let practice: Practice;

beforeAll(async () => {
  world = new World();
  practice = await makePractice(world);
});

afterAll(() => world[Symbol.asyncDispose]());

it('a lead with a declared connection does not decide, and the fallback reader steps in', async () => {
  const { supervisor, lead, wrenStreet } = practice;
  let log = await practice.as('manager');
  await must(log.register.changeSetting({ change: { setting: 'fallback-reader', value: supervisor } }));
  log = await practice.as('worker');
  const person = await must(log.people.add({ details: detailsOf('Dee', wrenStreet) }));
  log = await practice.as('lead');
  await must(log.register.declareConnection({ staff: lead, person }));
  log = await practice.as('worker');
  const raised = await must(log.concerns.raise({ ...concernForm('Dee', wrenStreet), about: { person } }));
  expect(raised.deciders).toEqual([supervisor]);
  expect(raised.readers).not.toContain(lead);
});

it('a wrong date inside a new person has its own sentence', async () => {
  const log = await practice.as('worker');
  const form = concernForm('Eve', practice.alderfield);
  const details = { ...detailsOf('Eve', practice.alderfield), dateOfBirth: '2001-02-30' };
  const failure = await failureOf(log.concerns.raise({ ...form, about: { details } } as never));
  expect(failure).toEqual({
    kind: 'invalid',
    fields: { 'about.details.dateOfBirth': 'Enter a real date, such as 23 November 2026' },
  });
});

it('a name is found however its apostrophe and hyphen are typed', async () => {
  const log = await practice.as('worker');
  await must(log.people.add({ details: { ...detailsOf('Zoë', null), familyName: 'O’Brien-Kettle' } }));
  for (const words of ["o'brien-kettle", 'OBRIEN', 'kettle zoe', 'O’Brien']) {
    expect(await must(log.people.find({ words }))).toHaveLength(1);
  }
});

it('everybody of one name is found, however many they are', async () => {
  const log = await practice.as('worker');
  for (let number = 1; number <= 51; number += 1) {
    await must(log.people.add({ details: { ...detailsOf(`Nia${number}`, null), familyName: 'Tolland' } }));
  }
  expect(await must(log.people.find({ words: 'tolland' }))).toHaveLength(51);
});

it('a review needs its date, and a concern is shared with the same colleague once', async () => {
  let log = await practice.as('worker');
  const { concern, event } = await must(log.concerns.raise(concernForm('Fay', practice.alderfield)));
  log = await practice.as('lead');
  const decision = { concern, seen: event, decision: 'keep-open-and-review', reason: 'Invented.' } as const;
  const failure = await failureOf(log.concerns.decide({ ...decision, sharing: 'not-shared', reviewOn: null }));
  expect(failure).toEqual({ kind: 'invalid', fields: { reviewOn: 'Select a next review date' } });
  const share = { concern, with: practice.otherWorker, why: 'Invented.' };
  await must(log.concerns.share(share));
  expect(await failureOf(log.concerns.share(share))).toMatchObject({ kind: 'refused' });
});

it('a draft of information ends with what it became', async () => {
  const log = await practice.as('worker');
  const { concern, event } = await must(log.concerns.raise(concernForm('Gil', practice.alderfield)));
  const { draft } = await must(log.drafts.save({ kind: 'information', form: { note: 'Half' } }));
  await must(log.concerns.addInformation({ concern, seen: event, draft, note: 'Half a page more.' }));
  expect(await must(log.drafts.mine({}))).toEqual([]);
});

it('nobody but a decider hands out who a person is', async () => {
  const log = await practice.as('worker');
  const { person } = await must(log.concerns.raise(concernForm('Ivy', practice.alderfield)));
  await world.lock();
  const place = { folder: world.folder, profile: world.profile };
  const passphrase = passphraseOf(people.worker);
  const now = () => new Date(world.clock);
  const { unlocked, lock } = await unlockStore({
    place,
    staff: practice.worker,
    passphrase,
    projections,
    now,
    onProgress() {},
  });
  const state = [...unlocked.threads.values()]
    .map(({ folded }) => folded.state)
    .find((one) => one?.about === person && one.kind === 'person');
  const citation = state?.kind === 'person' ? state.facts.citations[0] : undefined;
  if (state === null || state === undefined || citation === undefined) throw new Error('not cited');
  const named = { ...citation, named: [practice.otherWorker] };
  expect(() =>
    unlocked.commit((writing) => writing.append('person.cited', { thread: state.thread, about: person }, named)),
  ).toThrow(Refused);
  lock();
  await practice.world.unlock(practice.manager, people.manager);
});

it('an export goes round a file that an earlier one left, and names a folder that cannot be written', async () => {
  const log = await practice.as('manager');
  const ask = { from: null, to: null, why: 'Inspection' };
  const first = await must(log.audit.export({ ...ask, folder: world.root }));
  writeFileSync(`${first.file.replace(/\.zip$/, '-2.zip')}.part`, 'left over');
  const second = await must(log.audit.export({ ...ask, folder: world.root }));
  expect(second.file).not.toBe(first.file);
  expect(await failureOf(log.audit.export({ ...ask, folder: '/proc' }))).toMatchObject({ kind: 'invalid' });
});

it('checking the log compares sealed bytes also where nobody here holds the key', async () => {
  const log = await practice.as('worker');
  await must(log.concerns.raise(concernForm('Hal', practice.alderfield)));
  await world.lock();
  const insider = await keysOf(world, practice.otherWorker, passphraseOf(people.otherWorker));
  const entry = alter(world, insider, (db) => {
    const raised = entryOf(db, 'concern.raised');
    db.prepare('UPDATE event SET sealed = zeroblob(length(sealed)) WHERE seq = ?').run(raised);
    return raised;
  });
  await world.unlock(practice.manager, people.manager);
  expect(await failureOf(world.log.audit.check({}))).toEqual({ kind: 'store', problem: 'logChanged', entry });
});

it('a lock file that is garbage keeps nobody out', async () => {
  await world.lock();
  writeFileSync(join(world.folder, 'lock.db'), 'garbage, and more of it than a header of SQLite has. '.repeat(20));
  const signIn = world.log.store.unlock({ staff: practice.manager, passphrase: passphraseOf(people.manager) });
  expect(await troubleOf(signIn)).toBe('none');
});
