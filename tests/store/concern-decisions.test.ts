import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { EventId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { concernEvents } from '../../shared/events/concerns.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;
const anyEvent = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;
const day = (text: string) => text as IsoDate; // `as`: days that exist.
const askThem = {
  kind: 'invalid',
  fields: { agreesOutside: 'Select if the person agrees to it going outside the practice' },
};

const said = {
  decision: 'internal-action',
  reason: 'Talk first.',
  sharing: 'not-shared',
  reviewOn: null,
} as const;

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

async function raised(name: string): Promise<ThreadId> {
  const log = await practice.as('worker');
  return (await must(log.concerns.raise(concernForm(name, practice.alderfield)))).concern;
}

async function decide(
  log: LogClient,
  concern: ThreadId,
  more: Partial<Parameters<LogClient['concerns']['decide']>[0]>,
) {
  const { newest: seen } = await must(log.concerns.open({ concern }));
  return log.concerns.decide({ concern, seen, ...said, ...more });
}

const ring = (owner: StaffId, dueOn: string | null = null) => ({
  what: 'Ring her.',
  owner,
  dueOn: dueOn === null ? null : day(dueOn),
});

describe('whether the person agrees to it going outside the practice', () => {
  it('must be answered by a decision, as long as the concern does not hold an answer', async () => {
    const concern = await raised('Ann');
    const log = await practice.as('lead');
    expect(await failureOf(decide(log, concern, {}))).toEqual(askThem);
    const why = 'Not safe to ask yet.';
    await must(decide(log, concern, { agreesOutside: 'not-asked', agreesOutsideWhy: why }));
    const page = await must(log.concerns.open({ concern }));
    expect(page.state.facts.agreesOutside).toEqual({ answer: 'not-asked', note: why });
    expect(page.state.decisions).toMatchObject([{ agreesOutside: 'not-asked', agreesOutsideWhy: why }]);
    expect(page.stillToAdd.map(({ fact }) => fact)).not.toContain('agreesOutside');
    await must(decide(log, concern, {}));
    await must(decide(log, concern, { agreesOutside: 'yes' }));
    expect((await must(log.concerns.open({ concern }))).state.facts.agreesOutside).toEqual({ answer: 'yes' });
  });

  it('was answered when the information says so, and a reason needs an answer beside it', async () => {
    const concern = await raised('Bet');
    const facts = { agreesOutside: { answer: 'no' } } as const;
    await must(world.log.concerns.addInformation({ concern, seen: anyEvent, facts }));
    const log = await practice.as('lead');
    expect(await failureOf(decide(log, concern, { agreesOutsideWhy: 'Alone.' }))).toEqual(askThem);
    await must(decide(log, concern, {}));
    expect((await must(log.concerns.open({ concern }))).state.facts.agreesOutside).toEqual({ answer: 'no' });
  });

  it('and actions stand in no decision of an older program, which is read as before', () => {
    const older = { v: 1, ...said, seen: anyEvent };
    expect(concernEvents['concern.decided'].content.parse(older)).toEqual(older);
  });
});

describe('an action', () => {
  it('is on the lists of those who read the concern, open ones first by the day they are due', async () => {
    const concern = await raised('Cas');
    const log = await practice.as('lead');
    const { worker, lead, supervisor } = practice;
    const decision = await must(
      decide(log, concern, {
        agreesOutside: 'yes',
        actions: [ring(lead), ring(worker, '2026-11-02'), ring(supervisor, '2026-10-05'), ring(lead, '2026-10-03')],
      }),
    );
    await must(log.concerns.finishAction({ concern, decision, action: 3, outcome: 'She is well.' }));
    const lines = (await must(log.concerns.actions({}))).filter((line) => line.concern === concern);
    expect(lines.map(({ action }) => action)).toEqual([2, 1, 0, 3]);
    expect(lines[1]).toEqual({
      concern,
      practiceRun: false,
      reference: expect.stringMatching(/^C-/),
      person: expect.any(String),
      name: 'Cas Exampleton',
      decision,
      action: 1,
      what: 'Ring her.',
      owner: worker,
      dueOn: '2026-11-02',
      done: null,
    });
    expect(lines[3]?.done).toEqual({ by: lead, at: expect.any(String), outcome: 'She is well.' });
    for (const who of ['worker', 'supervisor', 'deputy'] as const) {
      const other = await practice.as(who);
      expect((await must(other.concerns.actions({}))).filter((line) => line.concern === concern)).toEqual(lines);
    }
    for (const who of ['otherWorker', 'manager'] as const) {
      expect(await must((await practice.as(who)).concerns.actions({}))).toEqual([]);
    }
  });

  it('is done by its owner, opened again by a decider with a reason, and done again; nothing is lost', async () => {
    const concern = await raised('Dee');
    let log = await practice.as('deputy');
    const decision = await must(
      decide(log, concern, { agreesOutside: 'yes', actions: [ring(practice.worker), ring(practice.deputy)] }),
    );
    const first = { concern, decision, action: 0 };
    log = await practice.as('worker');
    expect(await failureOf(log.concerns.finishAction({ ...first, action: 1, outcome: 'Mine?' }))).toEqual({
      kind: 'refused',
      sentence: expect.stringMatching(/^Only the owner of this action/),
    });
    await must(log.concerns.finishAction({ ...first, outcome: 'No answer.' }));
    expect((await failureOf(log.concerns.finishAction({ ...first, outcome: 'Twice.' }))).kind).toBe('refused');
    log = await practice.as('lead');
    await must(log.concerns.reopenAction({ ...first, why: 'No answer is no outcome.' }));
    expect((await failureOf(log.concerns.reopenAction({ ...first, why: 'Twice.' }))).kind).toBe('refused');
    expect((await must(log.concerns.open({ concern }))).state.actions[0]?.done).toBeNull();
    log = await practice.as('worker');
    await must(log.concerns.finishAction({ ...first, outcome: 'She answered.' }));
    const { state, entries } = await must(log.concerns.open({ concern }));
    expect(state.actions.map(({ done }) => done?.outcome)).toEqual(['She answered.', undefined]);
    expect(state.actions[0]).toMatchObject({ by: practice.deputy, decision, action: 0 });
    expect(entries.slice(-3).map(({ content }) => content['outcome'] ?? content['why'])).toEqual([
      'No answer.',
      'No answer is no outcome.',
      'She answered.',
    ]);
  });

  it('is given to nobody who cannot read the concern, and then nothing is saved', async () => {
    const concern = await raised('Eve');
    const log = await practice.as('lead');
    const before = await must(log.concerns.open({ concern }));
    for (const owner of [practice.otherWorker, practice.manager]) {
      const answer = decide(log, concern, { agreesOutside: 'yes', actions: [ring(practice.lead), ring(owner)] });
      expect(await failureOf(answer)).toEqual({
        kind: 'refused',
        sentence: 'Choose an owner for each action who can read this concern.',
      });
    }
    expect(await must(log.concerns.open({ concern }))).toEqual(before);
    const blank = decide(log, concern, { agreesOutside: 'yes', actions: [{ ...ring(practice.lead), what: ' ' }] });
    expect(await failureOf(blank)).toEqual({
      kind: 'invalid',
      fields: { 'actions.0.what': 'Enter what needs to happen' },
    });
  });

  it('makes an older screen stale, so that nobody decides without having seen it done', async () => {
    const concern = await raised('Flo');
    const log = await practice.as('lead');
    const decision = await must(decide(log, concern, { agreesOutside: 'yes', actions: [ring(practice.lead)] }));
    await must(log.concerns.finishAction({ concern, decision, action: 0, outcome: 'Done.' }));
    expect((await failureOf(log.concerns.decide({ concern, seen: decision, ...said }))).kind).toBe('stale');
  });
});

describe('the draft of a decision', () => {
  it('ends with the decision, and stays when that is refused', async () => {
    const concern = await raised('Gwen');
    const log = await practice.as('lead');
    const { draft } = await must(log.drafts.save({ kind: 'decision', form: { reason: 'Talk f' } }));
    expect((await failureOf(decide(log, concern, { draft }))).kind).toBe('invalid');
    expect(await must(log.drafts.mine({}))).toHaveLength(1);
    await must(decide(log, concern, { draft, agreesOutside: 'yes' }));
    expect(await must(log.drafts.mine({}))).toEqual([]);
  });

  it('of an answer to a referral ends with the answer', async () => {
    const log = await practice.as('worker');
    const person = await must(
      log.people.add({ details: { ...concernForm('Hal', practice.alderfield).about.details! } }),
    );
    const sent = {
      person,
      to: 'The GP',
      purpose: 'review',
      ask: 'Please see him.',
      urgency: 'routine',
      agrees: 'yes',
      sentBy: 'phone',
      sentOn: day('2026-09-30'),
    } as const;
    const { referral, event: seen } = await must(log.referrals.send(sent));
    const { draft } = await must(log.drafts.save({ kind: 'referral', form: { said: 'Will s' } }));
    const answer = { referral, seen, answer: 'done', said: 'Seen.', answeredOn: day('2026-09-30'), draft } as const;
    await must(log.referrals.answer(answer));
    expect(await must(log.drafts.mine({}))).toEqual([]);
  });
});
