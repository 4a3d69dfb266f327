import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';
import type { PersonId, PracticeId, ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, detailsOf, failureOf } from '../factories/forms.ts';
import { watch } from '../factories/watch.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;
let sizeOfLog: () => number;
const anyId = 'AAAAAAAAAAAAAAAAAAAAAA';
const told = { who: 'Duty GP', how: 'phone', at: '2026-10-01T08:00:00.000Z' as Instant } as const; // `as`: it exists.

beforeAll(async () => {
  practice = await makePractice(world);
  await world.lock();
  const context = watch(world);
  sizeOfLog = () => context().store.head.frontier.size;
  await world.unlock(practice.worker, 'Amina Q.');
});
afterAll(() => world[Symbol.asyncDispose]());

const lineOf = async (log: LogClient, concern: ThreadId) =>
  (await must(log.concerns.list({}))).find((line) => line.concern === concern);

describe('a line of the list', () => {
  it('says what a screen sorts and filters by, to each who reads it', async () => {
    let log = await practice.as('worker');
    const details = { ...detailsOf('Ann', practice.alderfield), nhsNumber: '999 012 3012' };
    const dateOfBirth = '1950-05-04' as IsoDate; // `as`: a day that exists.
    const form = concernForm('Ann', practice.alderfield);
    const raised = await must(
      log.concerns.raise({
        ...form,
        categories: ['neglect', 'domestic'],
        about: { details: { ...details, dateOfBirth } },
      }),
    );
    const { concern } = raised;
    expect(await lineOf(log, concern)).toEqual({
      concern,
      reference: raised.reference,
      person: raised.person,
      name: 'Ann Exampleton',
      nhsNumber: '999\u00a0012\u00a03012',
      dateOfBirth,
      practice: 'Alderfield',
      categories: ['neglect', 'domestic'],
      raisedAt: expect.any(String),
      raisedBy: practice.worker,
      mine: true,
      dangerNow: 'no',
      owner: null,
      acknowledgedAt: null,
      recordedFor: null,
      confirmed: null,
      writtenOn: null,
      told: false,
      tookOver: null,
      decision: null,
      decidedAt: null,
      stage: 'raised',
      closing: null,
      openActions: 0,
      inGpRecord: false,
      reviewOn: null,
      mayDecide: false,
      practiceRun: false,
      acknowledgedUnseenBy: null,
      due: { step: 'decide', by: '2026-10-02T17:30:00.000Z', on: '2026-10-02' },
      lateFor: [],
      heardBack: { told: null, read: null, answers: [] },
    });
    log = await practice.as('lead');
    const { newest: seen } = await must(log.concerns.open({ concern }));
    await must(log.concerns.acknowledge({ concern, seen, owner: practice.lead }));
    const { newest, state } = await must(log.concerns.open({ concern }));
    const reviewOn = '2026-10-20' as IsoDate; // `as`: likewise.
    const decision = { decision: 'keep-open-and-review', reason: 'Talk.', sharing: 'not-shared', reviewOn } as const;
    await must(log.concerns.decide({ concern, seen: newest, ...decision, agreesOutside: 'yes' }));
    const { state: after } = await must(log.concerns.open({ concern }));
    expect(await lineOf(log, concern)).toMatchObject({
      mine: false,
      mayDecide: true,
      owner: practice.lead,
      acknowledgedAt: state.acknowledgedAt,
      decision: 'keep-open-and-review',
      decidedAt: after.decisions[0]?.at,
      reviewOn,
    });
    log = await practice.as('supervisor');
    expect(await lineOf(log, concern)).toMatchObject({ mine: false, mayDecide: false });
  });

  it('has the review day of the newest decision, and none when that sets none', async () => {
    let log = await practice.as('worker');
    const { concern, event } = await must(log.concerns.raise(concernForm('Bet', practice.alderfield)));
    log = await practice.as('lead');
    const said = { concern, reason: 'Talk.', sharing: 'not-shared', agreesOutside: 'yes' } as const;
    const reviewOn = '2026-10-20' as IsoDate; // `as`: a day that exists.
    const seen = await must(log.concerns.decide({ ...said, seen: event, decision: 'keep-open-and-review', reviewOn }));
    await must(log.concerns.decide({ ...said, seen, decision: 'no-further-action', reviewOn: null }));
    expect(await lineOf(log, concern)).toMatchObject({ decision: 'no-further-action', reviewOn: null });
  });

  it('of somebody whose practice is not known says so, and who they are only to those who read it', async () => {
    let log = await practice.as('worker');
    const { concern, person } = await must(log.concerns.raise(concernForm('Cas', null)));
    expect(await lineOf(log, concern)).toMatchObject({ practice: null, nhsNumber: null, dateOfBirth: null });
    await must(log.register.declareConnection({ staff: practice.worker, person }));
    log = await practice.as('supervisor');
    log = await practice.as('worker');
    // Its raiser for ever, but no longer a reader of who they are.
    expect(await lineOf(log, concern)).toMatchObject({ mine: true, name: 'Not yet identified', nhsNumber: null });
  });
});

describe('who decides about it', () => {
  it('stands on the page, with whether that is whoever asks', async () => {
    let log = await practice.as('worker');
    const { concern } = await must(log.concerns.raise(concernForm('Dee', practice.alderfield)));
    const deciders = [practice.lead, practice.deputy];
    expect(await must(log.concerns.open({ concern }))).toMatchObject({ deciders, mayDecide: false, tookOver: null });
    log = await practice.as('deputy');
    expect(await must(log.concerns.open({ concern }))).toMatchObject({ deciders, mayDecide: true });
  });
});

describe('somebody takes a concern about self-harm over', () => {
  const risk = (name: string) => ({ ...concernForm(name, practice.alderfield), categories: ['suicide-self-harm'] });

  it('and until then it is open, though somebody was told; saving is never stopped', async () => {
    const log = await practice.as('worker');
    const { concern } = await must(log.concerns.raise(risk('Eve')));
    const shown = async () => {
      const { tookOver } = await must(log.concerns.open({ concern }));
      const line = await lineOf(log, concern);
      expect(line?.tookOver).toBe(tookOver);
      return [line?.told, tookOver];
    };
    expect(await shown()).toEqual([false, false]);
    await must(log.concerns.tell({ concern, told: { ...told, reached: false, next: 'Deputy' } }));
    expect(await shown()).toEqual([false, false]);
    await must(log.concerns.tell({ concern, told: { ...told, reached: true } }));
    expect(await shown()).toEqual([true, false]);
    await must(log.concerns.tell({ concern, told: { ...told, reached: true, tookOver: true } }));
    expect(await shown()).toEqual([true, true]);
    await must(log.concerns.tell({ concern, told: { ...told, reached: true, tookOver: false } }));
    expect(await shown()).toEqual([true, true]);
  });

  it('in the first minute too', async () => {
    const log = await practice.as('worker');
    const form = { ...risk('Flo'), told: [{ ...told, reached: true, tookOver: true }] };
    const { concern } = await must(log.concerns.raise(form));
    expect((await lineOf(log, concern))?.tookOver).toBe(true);
  });

  it('only when they were reached: else nothing is saved', async () => {
    const log = await practice.as('worker');
    const wrong = { ...told, reached: false, next: 'Deputy', tookOver: true };
    const sentence = 'Only somebody you reached can take it over';
    const { concern } = await must(log.concerns.raise(risk('Gwen')));
    const before = sizeOfLog();
    expect(await failureOf(log.concerns.tell({ concern, told: wrong }))).toEqual({
      kind: 'invalid',
      fields: { 'told.tookOver': sentence },
    });
    expect(await failureOf(log.concerns.raise({ ...risk('Hal'), told: [wrong] }))).toEqual({
      kind: 'invalid',
      fields: { 'told.0.tookOver': sentence },
    });
    expect(sizeOfLog()).toBe(before);
  });
});

describe('who could read a concern raised now', () => {
  const sorted = (audience: { readonly readers: readonly string[]; readonly deciders: readonly string[] }) => ({
    readers: audience.readers.toSorted(),
    deciders: audience.deciders.toSorted(),
  });

  it('is who then reads it, whoever raises it about whomever; and nothing is written', async () => {
    let log = await practice.as('deputy');
    const kept = await must(log.people.add({ details: detailsOf('Ivy', practice.alderfield) }));
    await must(log.register.declareConnection({ staff: practice.deputy, person: kept }));
    for (const who of ['worker', 'otherWorker', 'lead', 'deputy', 'manager'] as const) {
      log = await practice.as(who);
      for (const place of [practice.alderfield, practice.wrenStreet, null]) {
        await must(log.register.show({}));
        const before = sizeOfLog();
        const expected = await must(log.concerns.whoReads({ practice: place }));
        expect(sizeOfLog()).toBe(before);
        const { readers, deciders, person } = await must(log.concerns.raise(concernForm('Jo', place)));
        expect(sorted(expected)).toEqual(sorted({ readers, deciders }));
        // The person's own practice wins over the one that was given.
        const about = { person, practice: place === practice.alderfield ? practice.wrenStreet : practice.alderfield };
        expect(sorted(await must(log.concerns.whoReads(about)))).toEqual(sorted({ readers, deciders }));
      }
    }
  });

  it('leaves out whoever declared a connection, also with somebody whom we do not read', async () => {
    let log = await practice.as('lead');
    const person = await must(log.people.add({ details: detailsOf('Kit', practice.alderfield) }));
    await must(log.register.declareConnection({ staff: practice.deputy, person }));
    log = await practice.as('otherWorker');
    expect((await failureOf(log.people.show({ person }))).kind).toBe('notFound');
    expect(await must(log.concerns.whoReads({ person, practice: practice.alderfield }))).toEqual({
      readers: [practice.otherWorker, practice.lead],
      deciders: [practice.lead],
    });
    const stranger = { person: anyId as PersonId, practice: anyId as PracticeId };
    expect(await failureOf(log.concerns.whoReads(stranger))).toEqual({
      kind: 'invalid',
      fields: { practice: 'Choose a practice from the list' },
    });
  });
});

describe('who opened and changed a concern', () => {
  it('is told to its readers from the log, newest first, and asking is an opening', async () => {
    let log = await practice.as('worker');
    const { concern, event } = await must(log.concerns.raise(concernForm('Lil', practice.alderfield)));
    await must(log.concerns.tell({ concern, told: { ...told, reached: true } }));
    log = await practice.as('lead');
    const seen = (await must(log.concerns.open({ concern }))).newest;
    expect(seen).not.toBe(event);
    await must(log.concerns.acknowledge({ concern, seen, owner: practice.lead }));
    log = await practice.as('supervisor');
    const lines = await must(log.concerns.trail({ concern }));
    expect(lines.map(({ what, who }) => [what, who?.name])).toEqual([
      ['Concern opened', 'Dr H Ashdown-Pike'],
      ['Concern acknowledged', 'Dr M Fenwick-Oye'],
      ['Concern opened', 'Dr M Fenwick-Oye'],
      ['Telling about a concern recorded', 'Amina Q.'],
      ['Concern raised', 'Amina Q.'],
    ]);
    expect(lines.map(({ entry }) => entry)).toEqual(lines.map(({ entry }) => entry).toSorted((a, b) => b - a));
    const before = sizeOfLog();
    expect(await must(log.concerns.trail({ concern }))).toEqual(lines);
    await must(log.concerns.open({ concern }));
    expect(sizeOfLog()).toBe(before);
  });

  it('is told to nobody else, who leave no mark by asking', async () => {
    let log = await practice.as('worker');
    const { concern, event } = await must(log.concerns.raise(concernForm('Max', practice.alderfield)));
    for (const who of ['otherWorker', 'manager'] as const) {
      log = await practice.as(who);
      await must(log.register.show({}));
      const before = sizeOfLog();
      for (const thread of [concern, event as string as ThreadId]) {
        expect((await failureOf(log.concerns.trail({ concern: thread }))).kind).toBe('notFound');
      }
      expect(sizeOfLog()).toBe(before);
    }
  });
});
