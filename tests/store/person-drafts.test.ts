import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import { failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const draftOf = async (log: LogClient) =>
  (await must(log.drafts.save({ kind: 'person', form: { details: { givenName: 'Bea' } } }))).draft;

it('ends the draft with the person who was typed in it, and with the change', async () => {
  const log = await practice.as('worker');
  const details = { standing: 'registered', givenName: 'Bea', practice: practice.alderfield } as const;
  const person = await must(log.people.add({ details, draft: await draftOf(log) }));
  expect(await must(log.drafts.mine({}))).toEqual([]);
  const { newest: seen } = await must(log.people.show({ person }));
  await must(
    log.people.change({ person, seen, details: { ...details, phone: '01632 960001' }, draft: await draftOf(log) }),
  );
  expect(await must(log.drafts.mine({}))).toEqual([]);
});

it('adds nobody when the draft is not there any more', async () => {
  const log = await practice.as('worker');
  const draft = await draftOf(log);
  await must(log.drafts.discard({ draft, reason: 'not-needed' }));
  const before = (await must(log.people.list({}))).length;
  const details = { standing: 'registered', givenName: 'Cas', practice: practice.alderfield } as const;
  expect(await failureOf(log.people.add({ details, draft }))).toEqual({ kind: 'notFound' });
  expect(await must(log.people.list({}))).toHaveLength(before);
});
