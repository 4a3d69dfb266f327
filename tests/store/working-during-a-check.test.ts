import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../electron/store/context.ts';
import { concernForm } from '../factories/forms.ts';
import { watch } from '../factories/watch.ts';
import { makePractice, must, type Practice, people, World } from '../factories/world.ts';

// A check of the whole log takes seconds in a large one. Whoever writes meanwhile waits for a part of it, not for all:
// a lock that comes in the middle keeps what is typed.

const world = new World();
const entries = 1_200;
let practice: Practice;
let context: () => Context;

beforeAll(async () => {
  context = watch(world);
  practice = await makePractice(world);
  const log = await practice.as('manager');
  await log.register.show({});
  const { store } = context();
  store.commit((writing) => {
    for (let n = store.head.frontier.size; n < entries; n += 1)
      writing.note('record.printed', { thread: null, about: null });
  });
});
afterAll(() => world[Symbol.asyncDispose]());

it('saves what comes in the middle of it, and then finds the log as it was when it began', async () => {
  const log = await practice.as('manager');
  await log.register.show({});
  const { size } = context().store.head.frontier;
  const order: string[] = [];
  const noting = <T>(what: string, asked: Promise<T>): Promise<T> => asked.finally(() => order.push(what));

  const check = noting('check', log.audit.check({}));
  const draft = noting('draft', log.drafts.save({ kind: 'concern', form: { what: 'Half a sentence' } }));
  // New entries, one of them under a key that did not exist when the check began.
  const raised = noting('concern', log.concerns.raise(concernForm('Bea', practice.alderfield)));
  const added = noting('practice', log.register.addPractice({ name: 'Added meanwhile' }));
  await must(draft);
  const { concern } = await must(raised);
  await must(log.concerns.open({ concern }));
  await must(added);
  expect(order).not.toContain('check');
  expect((await must(check)).entries).toBe(size);
  expect(context().store.head.frontier.size).toBeGreaterThan(size);
  const { value } = (await log.audit.page({ from: null, to: null, limit: 1 })) as {
    readonly value: { readonly checked: { readonly entries: number } };
  };
  expect(value.checked.entries).toBe(size);
  expect((await must(log.audit.check({}))).entries).toBe(context().store.head.frontier.size);
});

it('begins again when somebody leaves in the middle of it, and the log file is another one', async () => {
  const log = await practice.as('manager');
  await log.register.show({});
  const { size } = context().store.head.frontier;
  const check = log.audit.check({});
  // Answered in the middle of the check.
  await must(log.drafts.save({ kind: 'concern', form: { what: 'Another half' } }));
  context().store.replaceLogFile({ without: [] });
  expect((await must(check)).entries).toBe(size);
  expect(world.mistakes).toEqual([]);
});

it('is given up at a lock, which does not wait for it', async () => {
  const log = await practice.as('manager');
  const check = log.audit.check({});
  const locked = log.store.lock({});
  expect(await locked).toEqual({ ok: true, value: null });
  expect(await check).toEqual({ ok: false, failure: { kind: 'locked' } });
  expect(world.mistakes).toEqual([]);
  await world.unlock(practice.manager, people.manager);
  await must(log.audit.check({}));
});

it('still answers one call after the other', async () => {
  const log = await practice.as('worker');
  const drafts = await Promise.all(
    [1, 2, 3, 4, 5].map((n) => must(log.drafts.save({ kind: 'concern', form: { what: `Draft ${n}` } }))),
  );
  const saved = drafts.map(({ savedAt }) => savedAt);
  expect(saved).toEqual([...saved].sort());
  expect(new Set(saved).size).toBe(5);
});
