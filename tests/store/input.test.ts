import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../electron/store/context.ts';
import { type Answer, type Failure, sentenceFor } from '../../shared/contract/failures.ts';
import type { LogClient } from '../../shared/contract/index.ts';
import type { EventId, PersonId, PracticeId, ThreadId } from '../../shared/domain/ids.ts';
import { found, logFile, signIn } from '../factories/folders.ts';
import { concernForm, detailsOf, failureOf } from '../factories/forms.ts';
import { watch } from '../factories/watch.ts';
import { must, World } from '../factories/world.ts';

/** Typed into every refused form: no failure may ever say it back. */
const canary = 'Zephyrine Quillfeather';

interface Desk {
  readonly world: World;
  readonly context: () => Context;
  readonly practice: PracticeId;
  readonly concern: ThreadId;
  readonly person: PersonId;
}

async function openDesk(demo: boolean): Promise<Desk> {
  const world = new World();
  const { founder } = await found(world, { demo });
  const context = watch(world);
  await must(signIn(world, founder));
  const practice = await must(world.log.register.addPractice({ name: 'Alderfield' }));
  await must(world.log.register.grantRole({ staff: founder, role: 'practice-manager', practice }));
  await must(world.log.register.grantRole({ staff: founder, role: 'safeguarding-lead', practice }));
  const { concern, person } = await must(world.log.concerns.raise(concernForm('Bea', practice)));
  return { world, context, practice, concern, person };
}

let demo: Desk;
let live: Desk;

beforeAll(async () => {
  [demo, live] = [await openDesk(true), await openDesk(false)];
});

afterAll(async () => {
  for (const { world } of [demo, live]) await world[Symbol.asyncDispose]();
});

function sizesOf({ context, world }: Desk) {
  const { store } = context();
  const drafts = store.log.prepare<[], number>('SELECT count(*) FROM draft').pluck().get();
  // The size alone is asked of the file system: reading the file would drop the lock on it.
  return { entries: store.head.frontier.size, drafts, bytes: statSync(join(world.folder, logFile)).size };
}

/** Refused with a sentence for people that gives nothing back of what was typed, and without writing anything. */
async function refused(desk: Desk, ask: (log: LogClient) => Promise<Answer<unknown>>): Promise<Failure> {
  const before = sizesOf(desk);
  const failure = await failureOf(ask(desk.world.log));
  expect(sizesOf(desk)).toEqual(before);
  const said = [sentenceFor(failure), ...(failure.kind === 'invalid' ? Object.values(failure.fields) : [])];
  for (const sentence of said) expect(sentence).toMatch(/^\S.{10,}/);
  expect(JSON.stringify([said, failure])).not.toContain(canary);
  expect(desk.world.mistakes).toEqual([]);
  return failure;
}

const details = (desk: Desk, more: object) => ({ ...detailsOf(canary, desk.practice), ...more });
const form = (desk: Desk, more: object) => ({ ...concernForm(canary, desk.practice, canary), ...more });
const addPerson = (desk: Desk, more: object) =>
  refused(desk, (log) => log.people.add({ details: details(desk, more) }));
const raise = (desk: Desk, more: object) => refused(desk, (log) => log.concerns.raise(form(desk, more)));

describe('an NHS number', () => {
  it.each([
    ['whose check digit is wrong', '999 012 3013'],
    ['that was never issued, since its check digit would be 10', '9990000010'],
    ['with a digit too few', '999012301'],
    ['with a letter in it', '99901230I2'],
    ['that is a sentence', canary],
  ])('%s is refused', async (_what, nhsNumber) => {
    for (const desk of [demo, live]) {
      expect(await addPerson(desk, { nhsNumber })).toMatchObject({
        kind: 'invalid',
        fields: { 'details.nhsNumber': expect.stringMatching(/NHS number/) },
      });
    }
  });

  it('of a real person is refused in a demonstration, one kept for tests in a log that is used', async () => {
    expect(await addPerson(demo, { nhsNumber: '943 476 5919' })).toMatchObject({
      kind: 'invalid',
      fields: { nhsNumber: expect.stringContaining('demonstration') },
    });
    expect(await addPerson(live, { nhsNumber: '999 012 3012' })).toMatchObject({
      kind: 'invalid',
      fields: { nhsNumber: expect.stringContaining('999') },
    });
    expect(await raise(demo, { about: { details: details(demo, { nhsNumber: '9434765919' }) } })).toMatchObject({
      kind: 'invalid',
    });
    await must(
      demo.world.log.people.add({ details: { ...detailsOf('Cal', demo.practice), nhsNumber: '999 012 3012' } }),
    );
    await must(
      live.world.log.people.add({ details: { ...detailsOf('Cal', live.practice), nhsNumber: '943-476-5919' } }),
    );
  });
});

describe('a date', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '23/11/2026', '1066-10-14', canary, 20261123])(
    '%s does not exist and is refused',
    async (day) => {
      expect(await addPerson(demo, { dateOfBirth: day })).toMatchObject({
        kind: 'invalid',
        fields: { 'details.dateOfBirth': expect.stringContaining('real date') },
      });
      expect(await raise(demo, { when: 'on-that-day', happenedOn: day })).toMatchObject({
        kind: 'invalid',
        fields: { happenedOn: expect.any(String) },
      });
    },
  );

  it('that lies ahead is refused where something has happened', async () => {
    const ahead = 'The date must be today or in the past';
    expect(await addPerson(demo, { dateOfBirth: '2026-10-02' })).toEqual({
      kind: 'invalid',
      fields: { dateOfBirth: ahead },
    });
    expect(await raise(demo, { when: 'on-that-day', happenedOn: '2026-10-02' })).toEqual({
      kind: 'invalid',
      fields: { happenedOn: ahead },
    });
    const told = [{ who: canary, how: 'phone', at: '2026-10-02T09:00:00.000Z', reached: true }];
    expect(await raise(demo, { told })).toMatchObject({
      kind: 'invalid',
      fields: { told: expect.stringContaining('past') },
    });
  });

  it('is judged by the clock in England: shortly after midnight in summer it is the next day', async () => {
    const clock = demo.world.clock;
    demo.world.clock = Date.parse('2027-06-30T23:30:00.000Z');
    await must(
      demo.world.log.people.add({
        details: { ...detailsOf('Born today', demo.practice), dateOfBirth: '2027-07-01' as never },
      }),
    );
    expect(await addPerson(demo, { dateOfBirth: '2027-07-02' })).toMatchObject({ kind: 'invalid' });
    demo.world.clock = clock;
  });
});

describe('a text', () => {
  it('over its limit is refused, one at its limit is kept letter for letter', async () => {
    const long = `${canary} `.repeat(1_000).slice(0, 20_001).replace(/.$/, 'x');
    expect(await raise(demo, { what: long })).toEqual({
      kind: 'invalid',
      fields: { what: 'Must be 20,000 characters or less' },
    });
    const { concern } = await must(
      demo.world.log.concerns.raise(concernForm('Dot', demo.practice, long.slice(0, 20_000))),
    );
    expect((await must(demo.world.log.concerns.open({ concern }))).state.raised.what).toBe(
      long.slice(0, 20_000).trim(),
    );
    expect(await addPerson(demo, { givenName: 'x'.repeat(201) })).toMatchObject({ kind: 'invalid' });
  });

  it.each(['\ud83d', 'a\udc99b', `${canary}\ud800`])(
    'with half a character in it is refused, not changed (%#)',
    async (what) => {
      expect(await raise(demo, { what })).toMatchObject({
        kind: 'invalid',
        fields: { what: expect.stringContaining('damaged') },
      });
      const { concern } = demo;
      const seen = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;
      expect(await refused(demo, (log) => log.concerns.addInformation({ concern, seen, note: what }))).toMatchObject({
        kind: 'invalid',
      });
    },
  );

  it('of nothing but blanks is none', async () => {
    expect(await raise(demo, { what: ' \u0000\n\t ' })).toEqual({
      kind: 'invalid',
      fields: { what: 'Enter what you saw or heard' },
    });
  });
});

describe('a form', () => {
  it.each<[string, object]>([
    ['a field too many', { extra: canary }],
    ['a category that does not exist', { categories: [canary] }],
    ['no category', { categories: [] }],
    [
      'a practice that does not exist',
      { about: { details: detailsOf(canary, 'AAAAAAAAAAAAAAAAAAAAAA' as PracticeId) } },
    ],
    ['a person that does not exist', { about: { person: 'AAAAAAAAAAAAAAAAAAAAAA' } }],
    ['an id that is none', { about: { person: canary } }],
    ['nobody who told, though somebody did', { know: 'somebody-else-told-me' }],
    ['a draft that does not exist', { draft: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('with %s is refused', async (_what, more) => {
    expect(['invalid', 'refused', 'notFound']).toContain((await raise(demo, more)).kind);
  });

  it('with a field of its own that is called __proto__ is refused', async () => {
    const asked = JSON.parse(JSON.stringify(form(demo, { marker: 1 })).replace('"marker"', '"__proto__"')) as never;
    expect((await refused(demo, (log) => log.concerns.raise(asked))).kind).toBe('invalid');
  });

  it.each([null, undefined, 7, canary, [canary], () => canary])('that is %s is refused', async (asked) => {
    expect((await refused(demo, (log) => log.concerns.raise(asked as never))).kind).toBe('invalid');
  });

  it('for a call that does not exist is refused', async () => {
    for (const name of [
      'concerns.forget',
      'forget',
      '',
      'constructor.name',
      'concerns.__proto__',
      'concerns.raise.more.',
      canary,
    ]) {
      const { kind } = await refused(demo, () => demo.world.router.dispatch(name, { what: canary }));
      expect(['unknownCall', 'invalid']).toContain(kind);
    }
  });
});

describe('a question that was left out', () => {
  it('counts as not answered, now and when it is read again, though its key came with the form', async () => {
    const { world, concern } = demo;
    const seen = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;
    const nothing = await refused(demo, (log) =>
      log.concerns.addInformation({ concern, seen, facts: { ownWords: undefined } }),
    );
    expect(nothing).toEqual({ kind: 'refused', sentence: 'Enter what you want to add.' });
    await must(world.log.concerns.addInformation({ concern, seen, facts: { ownWords: 'Leave me be.' } }));
    await must(world.log.concerns.addInformation({ concern, seen, facts: { ownWords: undefined, place: 'At home' } }));
    const { state, stillToAdd } = await must(world.log.concerns.open({ concern }));
    expect(state.facts).toStrictEqual({ ownWords: 'Leave me be.', place: 'At home' });
    expect(stillToAdd.map(({ fact }) => fact)).not.toContain('ownWords');
  });
});

describe('somebody wrote meanwhile', () => {
  it('a decision on what was shown before is stale; information added is kept', async () => {
    const { world, concern } = demo;
    const { newest: seen } = await must(world.log.concerns.open({ concern }));
    const newest = await must(world.log.concerns.addInformation({ concern, seen, note: 'Between.' }));
    const decision = {
      concern,
      seen,
      decision: 'internal-action',
      reason: canary,
      sharing: 'they-agree',
      reviewOn: null,
      agreesOutside: 'yes',
    } as const;
    expect(await refused(demo, (log) => log.concerns.decide(decision))).toEqual({ kind: 'stale', newest });
    expect(await refused(demo, (log) => log.concerns.acknowledge({ concern, seen, owner: demo.context().me }))).toEqual(
      { kind: 'stale', newest },
    );
    const added = await must(world.log.concerns.addInformation({ concern, seen, note: 'Seen before, written after.' }));
    await must(world.log.concerns.decide({ ...decision, seen: added, reason: 'Read it all.' }));
  });

  it('a change of details on what was shown before is stale', async () => {
    const { world, person } = demo;
    const { newest: seen, details: shown } = await must(world.log.people.show({ person }));
    await must(world.log.people.change({ person, seen, details: { ...shown, familyName: 'Other' } }));
    expect(
      (await refused(demo, (log) => log.people.change({ person, seen, details: { ...shown, familyName: canary } })))
        .kind,
    ).toBe('stale');
  });
});

it('nothing that was refused is anywhere in the folder, and both logs hold', async () => {
  for (const { world } of [demo, live]) {
    await must(world.log.audit.check({}));
    await world.lock();
    expect(readFileSync(join(world.folder, logFile)).includes(canary)).toBe(false);
    expect(world.mistakes).toEqual([]);
  }
});
