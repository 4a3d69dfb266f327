import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../electron/store/context.ts';
import type { UnlockedStore } from '../../electron/store/unlocked.ts';
import type { EventId, ThreadId } from '../../shared/domain/ids.ts';
import { readersOf } from '../../shared/policy/readers.ts';
import { type Casework, makeCasework, type Who } from '../factories/casework.ts';
import { attempt, type Known, type Wish, wish } from '../factories/commands.ts';
import { copyOf, seedOfRun, torture } from '../factories/folders.ts';
import { readStore } from '../factories/insider.ts';
import { watch } from '../factories/watch.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

let good: World;
let work: Casework;

beforeAll(async () => {
  good = new World();
  work = await makeCasework(good);
});

afterAll(() => good[Symbol.asyncDispose]());

/** All that a refused command must leave as it was. */
function everythingOf({ store }: Context) {
  const { log, head, register } = store;
  const keys = log.prepare('SELECT thread, kid, reader FROM thread_key ORDER BY thread, kid, reader').all();
  const drafts = log.prepare('SELECT id, saved_at FROM draft').all();
  return {
    size: head.frontier.size,
    leaf: head.leaf.toString('hex'),
    register,
    keys,
    drafts,
    threads: new Map(store.threads),
  };
}

const tables = [
  'SELECT event, thread, about, type, actor, at, content FROM entry ORDER BY event',
  ...['concern', 'person', 'referral', 'session'].map((table) => `SELECT * FROM ${table} ORDER BY thread`),
  'SELECT * FROM concern_action ORDER BY decision, action',
];
const rowsOfView = ({ view }: UnlockedStore) => tables.map((sql) => view.db.prepare(sql).all());

/** What was folded step by step is what is read again from the file: the same states, register and tables. */
function compareWithReadAgain(
  world: World,
  who: Who,
  live: ReturnType<typeof everythingOf>,
  rows: ReturnType<typeof rowsOfView>,
): void {
  const again = readStore(world, work.keys[who]);
  try {
    expect(again.troubles.refused, 'whatever a command appends, the fold accepts').toEqual([]);
    expect([...again.troubles.damaged]).toEqual([]);
    expect(again.register).toStrictEqual(live.register);
    // What somebody stopped reading by their own doing is gone only when they unlock again.
    const readable = [...live.threads].filter(([thread]) => again.threads.has(thread));
    const lost = [...live.threads].filter(([thread]) => !again.threads.has(thread));
    expect(new Map(again.threads)).toStrictEqual(new Map(readable));
    for (const [, { folded }] of lost)
      expect(folded.state && readersOf(folded.state, again.register, world.clock)).not.toContain(again.me);
    if (lost.length === 0) expect(rowsOfView(again)).toEqual(rows);
    again.checks.all(() => {});
  } finally {
    again.close();
  }
}

const day = fc.record({
  who: fc.constantFrom(...(Object.keys(people) as Who[])),
  wishes: fc.array(wish, { minLength: 5, maxLength: 25 }),
});
const tally = { done: 0, refused: 0 };

interface Day {
  readonly who: Who;
  readonly wishes: readonly Wish[];
}

async function playDay(world: World, context: () => Context, known: Known, { who, wishes }: Day): Promise<void> {
  await must(world.log.store.unlock({ staff: work[who], passphrase: passphraseOf(people[who]) }));
  await must(world.log.register.show({}));
  for (const wished of wishes) {
    const before = everythingOf(context());
    const answer = await attempt(world.log, known, wished);
    if (answer.ok) tally.done += 1;
    else {
      tally.refused += 1;
      expect(answer.failure.kind, JSON.stringify(wished)).not.toBe('internal');
      expect(everythingOf(context()), JSON.stringify(wished)).toStrictEqual(before);
    }
  }
  const rows = rowsOfView(context().store);
  const live = everythingOf(context());
  await world.lock();
  compareWithReadAgain(world, who, live, rows);
}

it('after any commands what is in memory is what is read again, and a refused command changes nothing', async () => {
  const seed = seedOfRun('commands');
  const property = fc.asyncProperty(fc.array(day, { minLength: 2, maxLength: 3 }), async (days) => {
    await using world = copyOf(good);
    const context = watch(world);
    const newestOf = (thread: ThreadId) =>
      context().store.stateOf(thread)?.newest ?? ('AAAAAAAAAAAAAAAAAAAAAA' as EventId);
    const first = readStore(world, work.keys.lead);
    const known: Known = {
      work,
      concerns: [work.bea, work.cal],
      people: [work.bea, work.cal].flatMap((one) => first.stateOf(one)?.about ?? []),
      referrals: [],
      sessions: [],
      newestOf,
    };
    first.close();
    for (const one of days) await playDay(world, context, known, one);
    expect(world.mistakes).toEqual([]);
  });
  await fc.assert(property, { seed, numRuns: torture ? 200 : 3, endOnFailure: !torture });
  console.log('commands:', tally);
  expect(tally.done, 'enough of them were let through to say something').toBeGreaterThan(5);
});
