import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinHalves, parseCode } from '../../electron/store/crypto/recovery-code.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { contract } from '../../shared/contract/index.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import type { Who } from '../factories/casework.ts';
import { copyOf } from '../factories/folders.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { type Keys, keysOf, readStore } from '../factories/insider.ts';
import { makePractice, must, type Practice, passphraseOf, people, World } from '../factories/world.ts';
import { type Records, soundInputs } from '../ipc/samples.ts';

const canary = 'Quennell the neighbour rang me twice';
const note = `${canary}, ask the named GP.`;

const good = new World();
let practice: Practice;
let records: Records;

beforeAll(async () => {
  practice = await makePractice(good);
  const worker = await practice.as('worker');
  const { concern, person, event } = await must(worker.concerns.raise(concernForm('Walter', practice.alderfield)));
  const lead = await practice.as('lead');
  await must(lead.concerns.share({ concern, with: practice.otherWorker, why: 'Visits him' }));
  await must(lead.concerns.addLeadsNote({ concern, note }));
  records = { person, concern, seen: event, referral: concern, session: concern };
});
afterAll(() => good[Symbol.asyncDispose]());

async function as(world: World, who: Who) {
  await world.lock().catch(() => undefined);
  await world.unlock(practice[who], people[who]);
  return world.log;
}

/** Everything that the log answers to whoever is signed in, whatever they ask about these records. */
async function everyAnswer(world: World): Promise<string> {
  const inputs = soundInputs({ ...practice, world }, records);
  const answers: unknown[] = [];
  for (const [group, calls] of Object.entries(contract))
    for (const [name, { kind }] of Object.entries(calls)) {
      const input = inputs[`${group}.${name}`];
      if (kind === 'query' && input !== undefined) answers.push(await world.router.dispatch(`${group}.${name}`, input));
    }
  expect(answers.length).toBeGreaterThan(20);
  return JSON.stringify(answers);
}

/** How many sets of notes these keys open, by what is in the log file alone. */
function opened(world: World, keys: Keys): number {
  const store = readStore(world, keys);
  try {
    return [...store.threads.values()].filter(({ folded }) => folded.state?.kind === 'leads-notes').length;
  } finally {
    store.close();
  }
}

const keysFor = (world: World, who: Who) => keysOf(world, practice[who], passphraseOf(people[who]));
const notesOf = async (world: World, who: Who, concern: ThreadId = records.concern) =>
  must((await as(world, who)).concerns.leadsNotes({ concern }));

describe('leads’ notes', () => {
  it('are read by those who decide, oldest first, and each opening of somebody else’s is an entry', async () => {
    await using world = copyOf(good);
    const deputy = await as(world, 'deputy');
    const { concern } = records;
    await must(deputy.concerns.addLeadsNote({ concern, note: 'I ring on Friday.' }));
    const { notes, readers, notOpen } = await must(deputy.concerns.leadsNotes({ concern }));
    expect(notes.map(({ by, note: said }) => [by, said])).toEqual([
      [practice.lead, note],
      [practice.deputy, 'I ring on Friday.'],
    ]);
    expect([readers, notOpen]).toEqual([[practice.lead, practice.deputy], 0]);
    await must(deputy.concerns.leadsNotes({ concern }));
    const { lines } = await must(deputy.audit.page({ from: null, to: null, limit: 25 }));
    expect(lines.filter(({ what }) => what === 'Leads’ notes opened')).toHaveLength(1);
  });

  it.each(['worker', 'supervisor', 'otherWorker', 'manager'] as const)(
    'show in no answer to the %s, who holds no key of them',
    async (who) => {
      await using world = copyOf(good);
      const log = await as(world, who);
      expect(await everyAnswer(world)).not.toContain(canary);
      const { concern } = records;
      for (const answer of [log.concerns.leadsNotes({ concern }), log.concerns.addLeadsNote({ concern, note })])
        expect(await failureOf(answer)).toEqual({ kind: 'notFound' });
      await world.lock();
      expect(opened(world, await keysFor(world, who))).toBe(0);
    },
  );

  it('show to the lead on their own card, and not in the concern, the timeline, lists or drafts', async () => {
    await using world = copyOf(good);
    const log = await as(world, 'lead');
    const shown = await must(log.concerns.leadsNotes({ concern: records.concern }));
    expect((await everyAnswer(world)).split(canary)).toHaveLength(2);
    expect(JSON.stringify(shown).split(canary)).toHaveLength(2);
    const { total, entries } = await must(log.people.timeline({ person: records.person, before: 0 }));
    expect(entries).toHaveLength(total);
  });

  it('open to recovery with both halves, as the concern does', async () => {
    await using world = copyOf(good);
    await world.lock().catch(() => undefined);
    const [a, b] = practice.recoveryHalves.map(parseCode) as [Buffer, Buffer];
    const recovery = readVault(world.folder).vault.slots.find(({ type }) => type === 'recovery')?.staff;
    if (recovery === undefined) throw new Error('no recovery');
    expect(opened(world, await keysOf(world, recovery, joinHalves(a, b)))).toBe(1);
  });

  it('close to a deputy whose role has ended, and open to whoever becomes one', async () => {
    await using world = copyOf(good);
    const { alderfield, deputy, supervisor } = practice;
    const role = 'deputy-safeguarding-lead';
    const manager = await as(world, 'manager');
    await must(manager.register.endRole({ staff: deputy, role, practice: alderfield }));
    await must(manager.register.grantRole({ staff: supervisor, role, practice: alderfield }));
    const lead = await as(world, 'lead');
    await must(lead.register.confirmRole({ staff: supervisor, role, practice: alderfield }));
    expect((await notesOf(world, 'supervisor')).notes.map(({ note: said }) => said)).toEqual([note]);
    await as(world, 'deputy');
    expect(await everyAnswer(world)).not.toContain(canary);
    await world.lock();
    expect(opened(world, await keysFor(world, 'deputy'))).toBe(0);
    expect(opened(world, await keysFor(world, 'supervisor'))).toBe(1);
  });

  it('close to a lead who declares a connection with the person', async () => {
    await using world = copyOf(good);
    const lead = await as(world, 'lead');
    await must(lead.register.declareConnection({ staff: practice.lead, person: records.person }));
    expect(await everyAnswer(world)).not.toContain(canary);
  });

  it('are not kept beside a restricted concern, which their headers would tell of', async () => {
    await using world = copyOf(good);
    const worker = await as(world, 'worker');
    const hidden = { keptFrom: [practice.otherWorker], readers: [practice.lead], holdsHalf: 'no' as const };
    const { concern } = await must(
      worker.restricted.raise({ ...concernForm('Perpetua', practice.alderfield), ...hidden }),
    );
    const lead = await as(world, 'lead');
    for (const answer of [lead.concerns.leadsNotes({ concern }), lead.concerns.addLeadsNote({ concern, note })])
      expect(await failureOf(answer)).toEqual({ kind: 'notFound' });
  });
});
