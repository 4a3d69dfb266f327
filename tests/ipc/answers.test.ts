import { describe, expect, it } from 'vitest';
import { handlers, projections } from '../../electron/features.ts';
import { type HandlerTable, Router } from '../../electron/store/router.ts';
import type { Failure, StoreProblem } from '../../shared/contract/failures.ts';
import { sentenceFor, storeProblems } from '../../shared/contract/failures.ts';
import { contract } from '../../shared/contract/index.ts';
import { concernForm } from '../factories/forms.ts';
import { makePractice, must, passphraseOf, quickKdf, World } from '../factories/world.ts';

const canary = 'Leah Marsden 999 012 3012';

/** One failure of each kind. A kind that is added and not entered here does not compile. */
const oneOfEach: { readonly [Kind in Failure['kind']]: Failure & { readonly kind: Kind } } = {
  unknownCall: { kind: 'unknownCall' },
  locked: { kind: 'locked' },
  alreadyUnlocked: { kind: 'alreadyUnlocked' },
  notFound: { kind: 'notFound' },
  notYours: { kind: 'notYours' },
  passphraseNeeded: { kind: 'passphraseNeeded', proof: 'always' },
  waitBeforeTrying: { kind: 'waitBeforeTrying', seconds: 8 },
  interrupted: { kind: 'interrupted' },
  invalid: { kind: 'invalid', fields: { what: canary, [canary]: canary } },
  refused: { kind: 'refused', sentence: 'There is no role waiting to be confirmed.' },
  stale: { kind: 'stale', newest: canary },
  store: { kind: 'store', problem: 'noSpace', entry: 7 },
  internal: { kind: 'internal', support: 'A1B2C3D4E5' },
};

describe('what a failure says', () => {
  it.each(Object.entries(oneOfEach))(
    'of kind %s is a whole sentence and nothing that was entered',
    (_kind, failure) => {
      expect(sentenceFor(failure)).toMatch(/^[A-Z][^]{15,}[.]$/);
      expect(sentenceFor(failure)).not.toContain(canary);
    },
  );

  it.each(Object.keys(storeProblems) as StoreProblem[])(
    'about the store, %s, is a whole sentence of its own',
    (problem) => {
      const sentence = sentenceFor({ kind: 'store', problem });
      expect(sentence).toMatch(/^[A-Z][^]{15,}[.]$/);
      expect(Object.values(storeProblems).filter((one) => one === sentence)).toHaveLength(1);
    },
  );

  it('gives the support number of a mistake', () => {
    expect(sentenceFor(oneOfEach.internal)).toContain('A1B2C3D4E5');
  });
});

describe('calls at the same time', () => {
  it('are answered one after the other, in the order in which they came', async () => {
    await using world = new World();
    const { as, alderfield } = await makePractice(world);
    const log = await as('worker');
    const { concern, event } = await must(log.concerns.raise(concernForm('Walter', alderfield)));
    const settled: number[] = [];
    const answers = Array.from({ length: 20 }, (_, turn) => {
      const input = { concern, seen: event, note: `Note ${turn}` };
      const call = turn % 4 === 3 ? log.concerns.list({}) : log.concerns.addInformation(input);
      return call.then((answer) => {
        settled.push(turn);
        return answer.ok;
      });
    });
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 20 }, () => true));
    expect(settled).toEqual(Array.from({ length: 20 }, (_, turn) => turn));
    const { entries } = await must(log.concerns.open({ concern }));
    const notes = entries.flatMap(({ content }) => (typeof content['note'] === 'string' ? [content['note']] : []));
    expect(notes).toEqual(
      Array.from({ length: 20 }, (_, turn) => turn)
        .filter((turn) => turn % 4 !== 3)
        .map((turn) => `Note ${turn}`),
    );
  });

  it('see what was saved just before them', async () => {
    await using world = new World();
    const { as, alderfield } = await makePractice(world);
    const log = await as('worker');
    const [raised, list] = await Promise.all([
      log.concerns.raise(concernForm('Walter', alderfield)),
      log.concerns.list({}),
    ]);
    expect((await must(Promise.resolve(list))).map(({ concern }) => concern)).toEqual([
      (await must(Promise.resolve(raised))).concern,
    ]);
  });

  it('after a lock are refused, and those before it are answered', async () => {
    await using world = new World();
    await makePractice(world);
    const { log } = world;
    const [before, lock, after] = await Promise.all([log.register.show({}), log.store.lock({}), log.register.show({})]);
    expect([before.ok, lock.ok]).toEqual([true, true]);
    expect(after).toEqual({ ok: false, failure: { kind: 'locked' } });
  });
});

const badErrors: Readonly<Record<string, () => never>> = {
  'an error': () => {
    throw new Error(canary);
  },
  'an error whose message looks like a place in the code': () => {
    throw new TypeError(`first line\n    at ${canary} (file.ts:1:1)\n    at ${canary}`);
  },
  'an error with a cause': () => {
    throw new Error('outer', { cause: new Error(canary) });
  },
  'a text': () => {
    throw canary as unknown;
  },
  'nothing at all': () => {
    throw undefined as unknown;
  },
};

/** A new log whose router makes a mistake at `people.find`, unlocked by its founder. */
async function brokenAt(world: World, handler: () => unknown): Promise<void> {
  const passphrase = passphraseOf('J Sedley');
  const founder = { name: 'J Sedley', initials: 'JS', passphrase };
  const made = await must(world.log.store.create({ name: 'Harrowmere PCN', demo: true, founder }));
  breakCall(world, handler);
  await world.unlock(made.founder, 'J Sedley');
}

function breakCall(world: World, handler: () => unknown): void {
  const table: HandlerTable = { ...handlers, people: { ...handlers.people, find: handler } };
  world.router.close();
  world.router = new Router({
    place: { folder: world.folder, profile: world.profile },
    contract,
    handlers: table,
    projections,
    kdf: quickKdf,
    now: () => new Date((world.clock += 1_000)),
    report: (mistake) => world.mistakes.push(mistake),
  });
}

describe('a mistake of the program', () => {
  it.each(Object.entries(badErrors))(
    'that throws %s is answered with a number and reported without content',
    async (_what, mistake) => {
      await using world = new World();
      await brokenAt(world, mistake);
      const answer = await world.log.people.find({ words: canary });
      expect(answer).toEqual({
        ok: false,
        failure: { kind: 'internal', support: expect.stringMatching(/^[0-9A-F]{10}$/) },
      });
      expect(world.mistakes).toHaveLength(1);
      const [report] = world.mistakes;
      expect(answer).toMatchObject({ failure: { support: report?.support } });
      expect(report).toMatchObject({ call: 'people.find' });
      expect(JSON.stringify([answer, world.mistakes])).not.toContain('Marsden');
      expect(JSON.stringify(world.mistakes)).not.toContain('012');
      expect((await world.log.people.list({})).ok).toBe(true);
    },
  );

  it('in a handler that answers later is caught too', async () => {
    await using world = new World();
    await brokenAt(world, () => Promise.reject(new RangeError(canary)));
    expect(await world.log.people.find({ words: 'x' })).toMatchObject({ ok: false, failure: { kind: 'internal' } });
    expect(world.mistakes).toMatchObject([{ error: 'RangeError' }]);
  });

  it('has another number each time', async () => {
    await using world = new World();
    await brokenAt(world, () => {
      throw new Error(canary);
    });
    for (let turn = 0; turn < 5; turn += 1) await world.log.people.find({ words: 'x' });
    expect(new Set(world.mistakes.map(({ support }) => support)).size).toBe(5);
  });

  it('says where in the code it was', async () => {
    await using world = new World();
    await brokenAt(world, () => {
      throw new Error(canary);
    });
    await world.log.people.find({ words: 'x' });
    expect(world.mistakes[0]?.at.join('\n')).toContain('answers.test.ts');
  });
});
