import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { concernForm, detailsOf, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;
let first: PersonId;
let second: PersonId;
const why = 'The same number on both letters.';

const namesFound = async (log: LogClient, words: string) =>
  (await must(log.people.find({ words }))).map(({ person }) => person);

/** Two link workers each raise a concern about the same woman, neither seeing the other's. */
beforeAll(async () => {
  practice = await makePractice(world);
  const { alderfield } = practice;
  let log = await practice.as('worker');
  ({ person: first } = await must(log.concerns.raise(concernForm('Josephine', alderfield))));
  log = await practice.as('otherWorker');
  ({ person: second } = await must(log.concerns.raise(concernForm('Josephine', alderfield))));
});
afterAll(() => world[Symbol.asyncDispose]());

it('somebody is found although a letter or two are wrong, after those who fit as typed, and only by a reader', async () => {
  let log = await practice.as('worker');
  const { person: near } = { person: await must(log.people.add({ details: detailsOf('Josefine', null) })) };
  expect(await namesFound(log, 'josephine')).toEqual([first, near]);
  expect(await must(log.people.find({ words: 'josefine exampelton' }))).toMatchObject([
    { nearly: true },
    { nearly: true },
  ]);
  log = await practice.as('otherWorker');
  expect(await namesFound(log, 'josephine')).toEqual([second]);
});

it('a colleague who does not read a record learns nothing of it by asking for somebody like it', async () => {
  const details = { givenName: 'Josephine', familyName: 'Exampleton' };
  const log = await practice.as('otherWorker');
  expect((await must(log.people.like(details))).map(({ person }) => person)).toEqual([second]);
  expect(await must(log.people.pairs({}))).toEqual([]);
  for (const asked of [log.people.timeline({ person: first }), log.people.chronology({ person: first })])
    expect(await failureOf(asked)).toMatchObject({ kind: 'notFound' });
});

it('the lead is shown the pair, joins it, and sees one timeline; a reader of one sees no change', async () => {
  let log = await practice.as('lead');
  const [pair] = await must(log.people.pairs({}));
  expect(pair).toMatchObject({ one: { person: first }, other: { person: second }, likeness: 'same-name' });
  const before = await must(log.people.timeline({ person: first }));
  const other = await must(log.people.timeline({ person: second }));
  await must(log.people.join({ person: second, with: first, why }));
  expect(await must(log.people.pairs({}))).toEqual([]);
  // Both, and the entry that joined them.
  expect((await must(log.people.timeline({ person: first }))).all).toBe(before.all + other.all + 1);
  expect(await must(log.people.show({ person: first }))).toMatchObject({ joined: [{ person: second, why }] });
  expect(await must(log.people.show({ person: second }))).toMatchObject({ joinedTo: { person: first } });
  expect(await namesFound(log, 'josephine')).toEqual([first]);

  log = await practice.as('otherWorker');
  expect((await must(log.people.timeline({ person: second }))).all).toBe(other.all);
  expect(await must(log.people.show({ person: second }))).toMatchObject({ joinedTo: null, joined: [] });
  expect(await failureOf(log.people.show({ person: first }))).toMatchObject({ kind: 'notFound' });
});

it('joining is taken back by a later entry, and nothing is joined in a circle', async () => {
  const log = await practice.as('lead');
  expect(await failureOf(log.people.join({ person: first, with: second, why }))).toMatchObject({ kind: 'refused' });
  await must(log.people.part({ person: second, why: 'Mother and daughter.' }));
  expect(await must(log.people.pairs({}))).toHaveLength(1);
  await must(log.people.keepApart({ person: first, from: second, why: 'Mother and daughter.' }));
  expect(await must(log.people.pairs({}))).toEqual([]);
});

it('a timeline is narrowed by kind, by day and by what is open, and says how many there are', async () => {
  const log = await practice.as('worker');
  const page = await must(log.people.timeline({ person: first, kinds: ['concern'], stands: 'open' }));
  expect(page.entries.map(({ type }) => type)).toEqual(['concern.raised']);
  expect(page.total).toBeLessThan(page.all);
  expect((await must(log.people.timeline({ person: first, stands: 'closed' }))).total).toBe(0);
  expect((await must(log.people.timeline({ person: first, to: '2026-09-01' as never }))).total).toBe(0);
});

it('who lives there is shown from both sides to those who read both, and in no timeline of others', async () => {
  let log = await practice.as('worker');
  const son = await must(log.people.add({ details: detailsOf('Ned', practice.alderfield) }));
  await must(log.people.linkHousehold({ person: first, with: son, relation: 'Son' }));
  expect((await must(log.people.show({ person: first }))).household).toMatchObject([{ person: son, relation: 'Son' }]);
  expect((await must(log.people.show({ person: son }))).household).toMatchObject([{ person: first, relation: null }]);
  await must(log.people.unlinkHousehold({ person: son, with: first, why: 'He moved out.' }));
  expect((await must(log.people.show({ person: first }))).household).toEqual([]);
  log = await practice.as('otherWorker');
  expect(await failureOf(log.people.linkHousehold({ person: second, with: son }))).toMatchObject({ kind: 'notFound' });
});

it('a chronology puts what happened elsewhere into its place, until it is taken back', async () => {
  const log = await practice.as('worker');
  const fire = {
    on: '2019-12-01' as never,
    what: 'Fire at the flat.',
    source: 'Fire service',
    impact: 'negative',
  } as const;
  await must(log.people.addEvent({ person: first, ...fire }));
  const [oldest, ...others] = await must(log.people.chronology({ person: first }));
  expect(oldest).toMatchObject({ type: 'person.event-added', day: '2019-12-01', late: true });
  expect(others.map(({ type }) => type)).toEqual(['concern.raised']);
  if (oldest === undefined) throw new Error('nothing');
  await must(log.people.withdrawEvent({ person: first, event: oldest.event, why: 'Another flat.' }));
  expect((await must(log.people.chronology({ person: first }))).map(({ type }) => type)).toEqual(['concern.raised']);
});
