import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf, sessionForm } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

type Form = Parameters<LogClient['supervision']['record']>[0];

const world = new World();
let practice: Practice;
let concern: ThreadId;

// It is 1 October 2026 there, and everybody meets every 31 days.
beforeAll(async () => {
  practice = await makePractice(world);
  const log = await practice.as('worker');
  ({ concern } = await must(log.concerns.raise(concernForm('Bea', practice.alderfield))));
});
afterAll(() => world[Symbol.asyncDispose]());

const form = (more: object): Form => ({ ...sessionForm(practice.worker), ...more });

const whole = () => ({
  since: [
    { what: 'Ring the pharmacy', outcome: 'done' },
    { what: 'Ask for a slot', outcome: 'carried' },
  ],
  workload: 'too-much',
  caseload: { people: 24, waiting: 6 },
  concerns: [concern],
  concernNotes: [{ concern, note: 'Chase the council.' }],
  learning: 'Helping versus rescuing.',
  heldOn: '2026-09-20',
  nextOn: '2026-10-05',
});

describe('before they have met', () => {
  it('both see that, and nobody else hears of it', async () => {
    const pair = { staff: practice.worker, supervisor: practice.supervisor, last: null, next: '2026-11-01' };
    for (const who of ['worker', 'supervisor'] as const) {
      const log = await practice.as(who);
      expect(await must(log.supervision.due({}))).toEqual([{ ...pair, state: 'never-met' }]);
      expect(await must(log.supervision.list({}))).toEqual([]);
    }
    for (const who of ['otherWorker', 'lead', 'manager'] as const) {
      expect(await must((await practice.as(who)).supervision.due({}))).toEqual([]);
    }
  });
});

describe('a session', () => {
  beforeAll(async () => {
    await practice.as('supervisor');
  });

  it.each([
    ['notes about a concern that was not discussed', () => ({ ...whole(), concerns: [] }), 'refused'],
    ['an outcome that is none', () => ({ since: [{ what: 'Ring', outcome: 'maybe' }] }), 'invalid'],
    ['an action of last time without words', () => ({ since: [{ what: ' ', outcome: 'done' }] }), 'invalid'],
    [
      '51 actions of last time',
      () => ({ since: Array.from({ length: 51 }, () => ({ what: 'Ring', outcome: 'done' })) }),
      'invalid',
    ],
    ['a workload that is none', () => ({ workload: 'fine' }), 'invalid'],
    ['half a person', () => ({ caseload: { people: 2.5, waiting: 0 } }), 'invalid'],
    ['fewer than nobody', () => ({ caseload: { people: 0, waiting: -1 } }), 'invalid'],
    ['more people than anybody sees', () => ({ caseload: { people: 2_001, waiting: 0 } }), 'invalid'],
    ['an empty note', () => ({ ...whole(), concernNotes: [{ concern, note: '' }] }), 'invalid'],
  ])('is not recorded with %s', async (_what, more, kind) => {
    const { log } = world;
    const before = await must(log.supervision.list({}));
    expect((await failureOf(log.supervision.record(form(more())))).kind).toBe(kind);
    expect(await must(log.supervision.list({}))).toEqual(before);
  });

  it('keeps all that the form asks, and needs none of it', async () => {
    const log = await practice.as('supervisor');
    const bare = await must(log.supervision.record(form({ heldOn: '2026-08-20' })));
    const full = await must(log.supervision.record(form(whole())));
    const { state } = await must(log.supervision.open({ session: full.session }));
    expect(state.recorded).toMatchObject(whole());
    const { state: plain } = await must(log.supervision.open({ session: bare.session }));
    for (const field of ['since', 'workload', 'caseload', 'concernNotes', 'learning'])
      expect(plain.recorded).not.toHaveProperty(field);
  });

  it.each([
    [9999, 'Enter the length in minutes, 480 at most'],
    [1, 'Enter the length in minutes, 5 at least'],
  ])('is not of %i minutes', async (minutes, message) => {
    const log = await practice.as('supervisor');
    const failure = await failureOf(log.supervision.record(form({ minutes })));
    expect(failure).toMatchObject({ kind: 'invalid', fields: { minutes: message } });
  });

  it('stands in the list with whose signature is missing', async () => {
    const line = { minutes: 60, nextOn: '2026-10-05', signed: false, mustSign: true };
    const both = { unsignedBy: [practice.supervisor, practice.worker] };
    const log = await practice.as('supervisor');
    const [newest, older] = await must(log.supervision.list({}));
    expect(newest).toMatchObject({ ...line, ...both, heldOn: '2026-09-20' });
    expect(older).toMatchObject({ nextOn: null, heldOn: '2026-08-20' });
    if (newest === undefined) throw new Error('nothing in the list');
    await must(
      log.supervision.sign({ session: newest.session, seen: await newestOf(log, newest.session), agrees: true }),
    );
    expect((await must(log.supervision.list({})))[0]).toMatchObject({
      ...line,
      mustSign: false,
      unsignedBy: [practice.worker],
    });
    const mine = await practice.as('worker');
    expect((await must(mine.supervision.list({})))[0]).toMatchObject({ ...line, unsignedBy: [practice.worker] });
    await must(
      mine.supervision.sign({ session: newest.session, seen: await newestOf(mine, newest.session), agrees: true }),
    );
    expect((await must(mine.supervision.list({})))[0]).toMatchObject({ signed: true, unsignedBy: [], mustSign: false });
  });
});

const newestOf = async (log: LogClient, session: ThreadId) => (await must(log.supervision.open({ session }))).newest;

describe('the next session', () => {
  it('is due on the day that was agreed last', async () => {
    const log = await practice.as('supervisor');
    expect(await must(log.supervision.due({}))).toEqual([
      {
        staff: practice.worker,
        supervisor: practice.supervisor,
        last: '2026-09-20',
        next: '2026-10-05',
        state: 'due-this-week',
      },
    ]);
  });

  it('follows the interval of the settings where no day was agreed', async () => {
    await must((await practice.as('supervisor')).supervision.record(form({ heldOn: '2026-09-30' })));
    const worker = await practice.as('worker');
    expect(await must(worker.supervision.due({}))).toMatchObject([{ next: '2026-10-31', state: 'up-to-date' }]);
    const change = { setting: 'supervision-interval-days', value: 7 } as const;
    await must((await practice.as('manager')).register.changeSetting({ change }));
    const log = await practice.as('supervisor');
    expect(await must(log.supervision.due({}))).toMatchObject([{ next: '2026-10-07', state: 'due-this-week' }]);
  });

  it('is listed newest first: of two on a day, the one that was written down later', async () => {
    const log = await practice.as('supervisor');
    const { session } = await must(log.supervision.record(form({ heldOn: '2026-09-30', discussed: 'Once more.' })));
    for (const who of ['supervisor', 'worker'] as const) {
      const [newest] = await must((await practice.as(who)).supervision.list({}));
      expect(newest).toMatchObject({ session, heldOn: '2026-09-30' });
    }
    expect(await must((await practice.as('lead')).supervision.list({}))).toEqual([]);
  });

  it('counts a session with the named supervisor alone', async () => {
    const lead = await practice.as('lead');
    await must(lead.supervision.record(form({ heldOn: '2026-10-01', kind: 'debrief' })));
    const worker = await practice.as('worker');
    expect(await must(worker.supervision.due({}))).toMatchObject([{ last: '2026-09-30' }]);
    const [newest] = await must(worker.supervision.list({}));
    expect(newest?.supervisor).toBe(practice.lead);
  });

  it('is no longer anybody’s when the supervisor is not named any more', async () => {
    const pair = { staff: practice.worker, supervisor: practice.supervisor };
    await must((await practice.as('manager')).register.endSupervisor(pair));
    for (const who of ['worker', 'supervisor'] as const)
      expect(await must((await practice.as(who)).supervision.due({}))).toEqual([]);
  });
});
