import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Raised } from '../../shared/contract/concerns.ts';
import { contract } from '../../shared/contract/index.ts';
import type { PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { type Casework, makeCasework } from '../factories/casework.ts';
import { copyOf } from '../factories/folders.ts';
import { concernForm } from '../factories/forms.ts';
import { must, people, World } from '../factories/world.ts';
import { soundInputs } from '../ipc/samples.ts';

const words = 'The volunteer sent her messages at night.';
const added = 'He was stood down on Thursday.';
const nobody = 'AAAAAAAAAAAAAAAAAAAAAA';

let good: World;
let work: Casework;
let hidden: Raised;

/** Raised by the link worker about somebody new, kept from the other one; the lead alone is named, and has written in it. */
beforeAll(async () => {
  good = new World();
  work = await makeCasework(good, []);
  await good.unlock(work.worker, people.worker);
  const form = concernForm('Perpetua', work.alderfield, words);
  const who = { keptFrom: [work.otherWorker], readers: [work.lead], holdsHalf: 'no' as const };
  hidden = await must(good.log.restricted.raise({ ...form, ...who }));
  await good.lock();
  await good.unlock(work.lead, people.lead);
  const { concern, event: seen } = hidden;
  await must(good.log.concerns.acknowledge({ concern, seen, owner: work.lead }));
  await must(good.log.concerns.addInformation({ concern, seen, note: added }));
  await must(good.log.audit.notePrint({ record: concern }));
  await good.lock();
});
afterAll(() => good[Symbol.asyncDispose]());

const telling = () => ['Perpetua', words, added, hidden.concern, hidden.person, referenceOf('C', hidden.concern)];

/** Sound inputs of every call, each about `concern` and `person` wherever it is about a record. */
function inputsFor(concern: ThreadId, person: PersonId): Readonly<Record<string, unknown>> {
  const records = { concern, person, referral: concern, session: concern, seen: hidden.event };
  return soundInputs({ ...work, world: good }, records);
}

const queries = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members)
    .filter(([, { kind, when }]) => kind === 'query' && when === 'unlocked')
    .map(([name]) => `${group}.${name}`),
);

/** What every query answers to `who`, asked for the restricted concern itself: which of its words stand there. */
async function found(who: keyof typeof people): Promise<readonly string[]> {
  await using world = copyOf(good);
  await world.unlock(work[who], people[who]);
  const inputs = inputsFor(hidden.concern, hidden.person);
  const answers: string[] = [];
  for (const call of queries) answers.push(JSON.stringify(await world.router.dispatch(call, inputs[call] ?? {})));
  const said = answers.join('\n');
  return telling().filter((one) => said.includes(one));
}

/** How a call ends, without what it says. */
async function endOf(world: World, call: string, input: unknown): Promise<string> {
  const answer = await world.router.dispatch(call, input);
  return answer.ok ? 'answered' : answer.failure.kind;
}

describe('to somebody who does not read it, a restricted concern', () => {
  it.each(['otherWorker', 'deputy', 'supervisor', 'manager'] as const)(
    'stands in no answer of the log (%s)',
    async (who) => {
      expect(await found(who)).toEqual([]);
    },
  );

  it('cannot be told, by any call, from one that was never raised', async () => {
    await using world = copyOf(good);
    await world.unlock(work.otherWorker, people.otherWorker);
    const real = inputsFor(hidden.concern, hidden.person);
    const never = inputsFor(nobody as ThreadId, nobody as PersonId);
    const about = Object.keys(real).filter((call) => JSON.stringify(real[call]) !== JSON.stringify(never[call]));
    expect(about).toContain('concerns.open');
    const ends = async (inputs: Readonly<Record<string, unknown>>) => {
      const all: (readonly [string, string])[] = [];
      for (const call of about) all.push([call, await endOf(world, call, inputs[call])]);
      return all;
    };
    expect(await ends(real)).toEqual(await ends(never));
  });
});

it.each(['worker', 'lead'] as const)(
  'a restricted concern stands whole in the answers to those who read it (%s)',
  async (who) => {
    expect(await found(who)).toEqual(telling());
  },
);
