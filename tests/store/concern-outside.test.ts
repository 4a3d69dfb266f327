import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;
const day = (text: string) => text as IsoDate; // `as`: days that exist.
const moment = (text: string) => text as Instant; // `as`: the same.

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

async function raised(name: string): Promise<{ readonly concern: ThreadId; readonly log: LogClient }> {
  const log = await practice.as('worker');
  return { concern: (await must(log.concerns.raise(concernForm(name, practice.alderfield)))).concern, log };
}

const sent = {
  destination: 'childrens-social-care',
  how: 'phone',
  at: moment('2026-09-30T08:00:00.000Z'),
  answerDue: day('2026-10-02'),
} as const;
const answer = { from: 'Duty social worker', on: day('2026-10-01'), said: 'We look at it.' };

const awaitedOf = async (log: LogClient, concern: ThreadId) =>
  (await must(log.concerns.awaited({}))).filter((line) => line.concern === concern);

describe('what waits for an answer', () => {
  it('goes on waiting when they only have it, moves with each new day, and goes with the answer', async () => {
    const { concern, log } = await raised('Ann');
    const referral = await must(log.concerns.referOutside({ concern, ...sent }));
    expect(await awaitedOf(log, concern)).toMatchObject([
      { kind: 'referral', event: referral, due: '2026-10-02', acknowledged: false, mayDecide: false, to: undefined },
    ]);
    const acknowledged = { concern, referral, answer: 'acknowledged', ...answer } as const;
    await must(log.concerns.answerOutside({ ...acknowledged, answerDue: day('2026-10-05') }));
    expect(await awaitedOf(log, concern)).toMatchObject([{ due: '2026-10-05', acknowledged: true }]);
    const chase = { concern, referral, how: 'phone', at: moment('2026-10-01T07:00:00.000Z') } as const;
    await must(log.concerns.chase({ ...chase, outcome: 'Next week.', answerDue: day('2026-10-09') }));
    const lead = await practice.as('lead');
    expect(await awaitedOf(lead, concern)).toMatchObject([{ due: '2026-10-09', mayDecide: true, by: practice.worker }]);
    await must(lead.concerns.answerOutside({ concern, referral, answer: 'not-accepted', ...answer }));
    expect(await awaitedOf(lead, concern)).toEqual([]);
  });

  it('is a step of an escalation too, until it is answered', async () => {
    const { concern, log } = await raised('Bet');
    const step = { about: 'inside', step: 3, stepName: 'Named GP', to: 'Dr Ashdown-Pike' } as const;
    const said = { disagreement: 'He is still at risk.', answerDue: day('2026-10-02') };
    const escalation = await must(log.concerns.escalate({ concern, ...step, ...said }));
    expect(await awaitedOf(log, concern)).toMatchObject([{ kind: 'escalation', step: 3, to: 'Dr Ashdown-Pike' }]);
    await must(log.concerns.answerEscalation({ concern, escalation, ...answer, settled: false }));
    expect(await awaitedOf(log, concern)).toEqual([]);
  });

  it('is nobody’s of a concern that was entered in error', async () => {
    const { concern, log } = await raised('Cas');
    await must(log.concerns.referOutside({ concern, ...sent }));
    await must(log.concerns.enterInError({ concern, why: 'The wrong person.' }));
    expect(await awaitedOf(log, concern)).toEqual([]);
    await must(log.concerns.takeErrorBack({ concern, why: 'The right person after all.' }));
    expect(await awaitedOf(log, concern)).toHaveLength(1);
  });

  it('says who it was sent to where the kind of place says nothing', async () => {
    const { concern, log } = await raised('Dee');
    const refused = { kind: 'refused', sentence: 'Enter who it was sent to.' };
    expect(await failureOf(log.concerns.referOutside({ concern, ...sent, destination: 'other' }))).toEqual(refused);
  });
});

describe('the decision to share', () => {
  const shared = {
    shared: false,
    with: 'Children’s social care',
    grounds: [],
    forChild: true,
    why: 'The family would leave.',
    told: 'no',
  } as const;

  it('is for those who decide, with a sentence beside each field that is missing', async () => {
    const { concern, log } = await raised('Eve');
    const whole = { concern, ...shared, grounds: [], detriment: 'He would be sent away.', toldWhy: 'He is six.' };
    expect(await failureOf(log.concerns.decideSharing(whole))).toMatchObject({ kind: 'refused' });
    const lead = await practice.as('lead');
    expect(await failureOf(lead.concerns.decideSharing({ concern, ...shared, grounds: [] }))).toEqual({
      kind: 'invalid',
      fields: {
        detriment: 'Enter why sharing would harm the child more',
        toldWhy: 'Enter why they were not told',
      },
    });
    await must(lead.concerns.decideSharing(whole));
    const page = await must(lead.concerns.open({ concern }));
    expect(page.state.duties.sharings).toMatchObject([{ shared: false, detriment: 'He would be sent away.' }]);
  });
});

describe('the decision that nothing goes outside', () => {
  it('is one choice and one reason, though nobody was asked whether they agree, and leaves the concern open', async () => {
    const { concern } = await raised('Gil');
    const lead = await practice.as('lead');
    const { newest: seen } = await must(lead.concerns.open({ concern }));
    const said = { decision: 'no-referral-outside', reason: 'His aunt helps.', sharing: 'not-shared' } as const;
    await must(lead.concerns.decide({ concern, seen, ...said, reviewOn: null }));
    const { stage, state } = await must(lead.concerns.open({ concern }));
    expect(stage).toBe('triaged');
    expect(state.decisions).toMatchObject([{ decision: 'no-referral-outside', reason: 'His aunt helps.' }]);
  });
});

describe('a personal report', () => {
  it('is recorded by whoever reads the concern, in the past, and never taken away', async () => {
    const { concern, log } = await raised('Fay');
    const report = { concern, duty: 'child-sexual', reporter: 'Amina Q.' };
    await must(log.concerns.recordReport({ ...report, at: null }));
    const ahead = { ...report, at: moment('2027-01-01T08:00:00.000Z'), reportedTo: 'police' } as const;
    expect(await failureOf(log.concerns.recordReport(ahead))).toMatchObject({
      kind: 'invalid',
      fields: { at: expect.stringMatching(/past/) },
    });
    await must(log.concerns.recordReport({ ...ahead, at: moment('2026-10-01T07:00:00.000Z') }));
    const page = await must(log.concerns.open({ concern }));
    expect(page.state.duties.reports).toMatchObject([{ reportedAt: null }, { reportedTo: 'police' }]);
  });
});
