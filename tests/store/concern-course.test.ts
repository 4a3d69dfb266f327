import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract, LogClient } from '../../shared/contract/index.ts';
import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

type Closing = Omit<InputOf<Contract['concerns']['close']>, 'concern' | 'seen'>;

const world = new World();
let practice: Practice;
const day = (text: string) => text as IsoDate; // `as`: days that exist.
const moment = (text: string) => text as Instant; // `as`: the same.

const closing: Closing = {
  outcome: 'managed-in-primary-care',
  reason: 'Food and heating are there.',
  risk: 'reduced',
  wishes: 'partly-met',
  forRaiser: 'Thank you: he is safe.',
};
const referral = {
  destination: 'adult-social-care',
  how: 'phone',
  at: moment('2026-09-30T08:00:00.000Z'),
  answerDue: day('2026-10-02'),
} as const;
const refused = (sentence: string | RegExp) => ({
  kind: 'refused',
  sentence: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
});

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

async function raised(name: string): Promise<ThreadId> {
  const log = await practice.as('worker');
  return (await must(log.concerns.raise(concernForm(name, practice.alderfield)))).concern;
}

const openAt = (log: LogClient, concern: ThreadId) => must(log.concerns.open({ concern }));

async function decided(name: string): Promise<{ readonly concern: ThreadId; readonly log: LogClient }> {
  const concern = await raised(name);
  const log = await practice.as('lead');
  const { newest: seen } = await openAt(log, concern);
  const said = { decision: 'internal-action', reason: 'Talk first.', sharing: 'not-shared', reviewOn: null } as const;
  await must(log.concerns.decide({ concern, seen, ...said, agreesOutside: 'no' }));
  return { concern, log };
}

const lineOf = async (log: LogClient, concern: ThreadId) =>
  (await must(log.concerns.list({}))).find((line) => line.concern === concern);

describe('closing', () => {
  it('rests on everything: an older look is refused as stale, and nothing is written', async () => {
    const { concern, log } = await decided('Ann');
    const { newest: seen } = await openAt(log, concern);
    await must(log.concerns.takeAdvice({ concern, from: 'Named GP', at: referral.at, advice: 'Wait.' }));
    expect(await failureOf(log.concerns.close({ concern, seen, ...closing }))).toMatchObject({ kind: 'stale' });
    expect((await openAt(log, concern)).stage).toBe('internal-action');
  });

  it('shows in the list and on the page until it is reopened, and stops what would be decided after it', async () => {
    const { concern, log } = await decided('Bet');
    const { newest: seen } = await openAt(log, concern);
    const event = await must(log.concerns.close({ concern, seen, ...closing }));
    const page = await openAt(log, concern);
    expect(page).toMatchObject({ stage: 'closed', closing: { ...closing, event, by: practice.lead } });
    expect(await lineOf(log, concern)).toMatchObject({
      stage: 'closed',
      closing: { outcome: closing.outcome, at: page.closing?.at },
    });
    const again = { decision: 'internal-action', reason: 'More.', sharing: 'not-shared', reviewOn: null } as const;
    const decision = await failureOf(log.concerns.decide({ concern, seen: page.newest, ...again }));
    expect(decision).toEqual(refused('This concern is closed. Reopen it first.'));
    await must(log.concerns.reopen({ concern, why: 'The letters pile up again.' }));
    expect(await lineOf(log, concern)).toMatchObject({ stage: 'acknowledged', closing: null });
    expect((await openAt(log, concern)).state.course.closings).toHaveLength(1);
  });

  it('waits for an answer from outside, or for a note that somebody asked again and asks no more', async () => {
    const { concern, log } = await decided('Cas');
    const sent = await must(log.concerns.referOutside({ concern, ...referral }));
    const close = async () => log.concerns.close({ concern, seen: (await openAt(log, concern)).newest, ...closing });
    expect(await failureOf(close())).toEqual(refused(/^A referral outside has no answer yet/));
    const chase = { concern, referral: sent, how: 'phone', at: moment('2026-10-01T07:00:00.000Z') } as const;
    await must(log.concerns.chase({ ...chase, outcome: 'No answer.', answerDue: day('2026-10-05') }));
    expect(await failureOf(close())).toEqual(refused(/^A referral outside has no answer yet/));
    await must(log.concerns.chase({ ...chase, outcome: 'They lost it; police go on.', answerDue: null }));
    await must(close());
  });

  it('is for those who decide, with words for whoever raised it', async () => {
    const { concern, log } = await decided('Dee');
    const { newest: seen } = await openAt(log, concern);
    expect(await failureOf(log.concerns.close({ concern, seen, ...closing, forRaiser: ' ' }))).toEqual({
      kind: 'invalid',
      fields: { forRaiser: 'Enter what the person who raised this is told' },
    });
    const worker = await practice.as('worker');
    expect(await failureOf(worker.concerns.close({ concern, seen, ...closing }))).toEqual(refused(/^Only a safeg/));
  });
});

describe('times and days', () => {
  it('lie neither ahead nor before what they answer', async () => {
    const { concern, log } = await decided('Eve');
    const { concerns } = log;
    const fields = (field: string, sentence: RegExp) => ({
      kind: 'invalid',
      fields: { [field]: expect.stringMatching(sentence) },
    });
    const ahead = moment('2027-01-01T08:00:00.000Z');
    expect(await failureOf(concerns.referOutside({ concern, ...referral, at: ahead }))).toEqual(fields('at', /past/));
    expect(await failureOf(concerns.referOutside({ concern, ...referral, answerDue: day('2026-09-29') }))).toEqual(
      fields('answerDue', /before you asked/),
    );
    expect(await failureOf(concerns.takeAdvice({ concern, from: 'GP', at: ahead, advice: 'Wait.' }))).toEqual(
      fields('at', /past/),
    );
    const sent = await must(concerns.referOutside({ concern, ...referral }));
    const answer = { concern, referral: sent, answer: 'accepted', from: 'Duty worker', said: 'Yes.' } as const;
    expect(await failureOf(concerns.answerOutside({ ...answer, on: day('2026-09-29') }))).toEqual(
      fields('on', /on or after/),
    );
    expect(await failureOf(concerns.answerOutside({ ...answer, on: day('2027-01-01') }))).toEqual(fields('on', /past/));
    const chase = { concern, referral: sent, how: 'phone', outcome: 'None.', answerDue: null } as const;
    const early = moment('2026-09-30T07:59:00.000Z');
    expect(await failureOf(concerns.chase({ ...chase, at: early }))).toEqual(fields('at', /after it was referred/));
    const step = { about: 'outside', step: 1, stepName: 'Professional to professional' } as const;
    const escalated = { concern, ...step, to: 'Manager', disagreement: 'The threshold.', answerDue: null };
    const escalation = await must(concerns.escalate(escalated));
    const reply = { concern, escalation, from: 'Manager', said: 'No.', settled: false };
    expect(await failureOf(concerns.answerEscalation({ ...reply, on: day('2026-09-01') }))).toEqual(
      fields('on', /on or after/),
    );
    expect(await failureOf(concerns.review({ concern, found: 'Well.', nextOn: day('2026-09-01') }))).toEqual(
      fields('nextOn', /today or later/),
    );
    const copy = { concern, system: 'EMIS', hiddenOnline: 'yes', on: day('2027-01-01') } as const;
    expect(await failureOf(concerns.noteGpRecord(copy))).toEqual(fields('on', /past/));
  });

  it('of the next review are those of whatever was decided or found last', async () => {
    const { concern, log } = await decided('Fay');
    expect(await lineOf(log, concern)).toMatchObject({ reviewOn: null });
    await must(log.concerns.review({ concern, found: 'Well.', nextOn: day('2026-12-01') }));
    expect(await lineOf(log, concern)).toMatchObject({ reviewOn: '2026-12-01' });
    expect((await openAt(log, concern)).reviewOn).toBe('2026-12-01');
  });
});

describe('two concerns that belong together', () => {
  it('show each other, as far as whoever asks reads both, and are linked from one side only', async () => {
    const { concern, log } = await decided('Gus');
    const { concern: other } = await must(log.concerns.raise(concernForm('Hal', practice.alderfield)));
    await must(log.concerns.link({ concern, to: other, as: 'linked', why: 'The same household.' }));
    const there = (await openAt(log, other)).linked;
    expect((await openAt(log, concern)).linked).toMatchObject([
      { concern: other, name: 'Hal Exampleton', fromThere: false },
    ]);
    expect(there).toMatchObject([{ concern, name: 'Gus Exampleton', as: 'linked', fromThere: true }]);
    const back = log.concerns.link({ concern: other, to: concern, as: 'linked', why: 'Again.' });
    expect(await failureOf(back)).toEqual(refused('They are linked already.'));
    // The link worker raised the one and reads nothing of the other, which the lead raised.
    const worker = await practice.as('worker');
    expect((await openAt(worker, concern)).linked).toEqual([]);
    const lead = await practice.as('lead');
    await must(lead.concerns.unlink({ concern, to: other, why: 'Another house.' }));
    expect((await openAt(lead, other)).linked).toEqual([]);
  });

  it('are never each a duplicate of the other, nor of one with which nobody goes on', async () => {
    const { concern } = await decided('Ida');
    const first = await raised('Jon');
    const second = await raised('Kim');
    const lead = await practice.as('lead');
    const mark = (from: ThreadId, to: ThreadId) =>
      lead.concerns.link({ concern: from, to, as: 'duplicate', why: 'Raised twice.' });
    expect(await failureOf(mark(concern, concern))).toEqual(refused('A concern cannot be linked to itself.'));
    await must(mark(concern, first));
    expect((await openAt(lead, concern)).stage).toBe('duplicate');
    expect(await failureOf(mark(first, concern))).toEqual(refused('They are linked already.'));
    expect(await failureOf(mark(second, concern))).toEqual(refused(/^That concern is a duplicate itself/));
    expect(await failureOf(lead.concerns.enterInError({ concern: first, why: 'Wrong.' }))).toEqual(
      refused(/^Another concern is marked as a duplicate of this one/),
    );
    const { newest: seen } = await openAt(lead, concern);
    expect(await failureOf(lead.concerns.close({ concern, seen, ...closing }))).toEqual(refused(/is a duplicate/));
    await must(lead.concerns.enterInError({ concern: second, why: 'Wrong person.' }));
    const third = await raised('Liz');
    const again = await practice.as('lead');
    const onError = again.concerns.link({ concern: third, to: second, as: 'duplicate', why: 'Raised twice.' });
    expect(await failureOf(onError)).toEqual(refused(/^That concern is marked as entered in error/));
  });
});

describe('a concern entered in error', () => {
  it('waits for nobody, also for those who do not read it, and waits again when that is taken back', async () => {
    const concern = await raised('Max');
    const waiting = async (who: 'otherWorker' | 'lead') =>
      (await must((await practice.as(who)).concerns.waiting({}))).waiting;
    const before = await waiting('otherWorker');
    expect(await waiting('lead')).toBe(before);
    const worker = await practice.as('worker');
    await must(worker.concerns.enterInError({ concern, why: 'I chose the wrong Max.' }));
    expect(await lineOf(worker, concern)).toMatchObject({ stage: 'entered-in-error' });
    expect(await waiting('otherWorker')).toBe(before - 1);
    expect(await waiting('lead')).toBe(before - 1);
    const lead = await practice.as('lead');
    await must(lead.concerns.takeErrorBack({ concern, why: 'It was the right Max.' }));
    expect(await lineOf(lead, concern)).toMatchObject({ stage: 'raised' });
    expect(await waiting('lead')).toBe(before);
    expect(await waiting('otherWorker')).toBe(before);
  });

  it('asks nobody to act, as long as the mark stands', async () => {
    const { concern, log } = await decided('Ned');
    const { newest: seen } = await openAt(log, concern);
    const actions = [{ what: 'Ring him', owner: practice.lead, dueOn: null }];
    const said = { decision: 'refer-outside', reason: 'Ring first.', sharing: 'they-agree', reviewOn: null } as const;
    await must(log.concerns.decide({ concern, seen, ...said, agreesOutside: 'yes', actions }));
    await must(log.concerns.referOutside({ concern, ...referral }));
    const asked = async (): Promise<readonly boolean[]> => [
      (await must(log.concerns.actions({}))).some((line) => line.concern === concern),
      (await must(log.concerns.awaited({}))).some((line) => line.concern === concern),
    ];
    expect(await asked()).toEqual([true, true]);
    await must(log.concerns.enterInError({ concern, why: 'I chose the wrong Ned.' }));
    expect(await asked()).toEqual([false, false]);
    await must(log.concerns.takeErrorBack({ concern, why: 'It was the right Ned.' }));
    expect(await asked()).toEqual([true, true]);
  });
});
