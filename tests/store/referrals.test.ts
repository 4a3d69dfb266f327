import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import type { EventId, PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

type Form = Parameters<LogClient['referrals']['send']>[0];

const world = new World();
let practice: Practice;
let person: PersonId;
let concern: ThreadId;

// It is 1 October 2026 there.
beforeAll(async () => {
  practice = await makePractice(world);
  const log = await practice.as('worker');
  ({ person, concern } = await must(log.concerns.raise(concernForm('Bea', practice.alderfield))));
});
afterAll(() => world[Symbol.asyncDispose]());

function form(more: object): Form {
  return {
    person,
    to: 'Practice pharmacist',
    purpose: 'review',
    ask: 'Please review twelve medicines.',
    urgency: 'routine',
    agrees: 'yes',
    sentBy: 'phone',
    sentOn: '2026-09-21',
    ...more,
  } as Form; // `as`: days are plain text here.
}

const lineOf = async (log: LogClient, referral: ThreadId) =>
  (await must(log.referrals.list({}))).find((line) => line.referral === referral);

async function answer(log: LogClient, referral: ThreadId, said: 'accepted' | 'declined' | 'done') {
  const { newest: seen } = await must(log.referrals.open({ referral }));
  const wish = { referral, seen, answer: said, said: 'As they said.', answeredOn: '2026-10-01' };
  return log.referrals.answer(wish as Parameters<LogClient['referrals']['answer']>[0]); // `as`: likewise.
}

describe('a referral in the list', () => {
  it('says from whom to whom it is, out of which concern, and by when', async () => {
    const log = await practice.as('worker');
    const to = { recipient: practice.otherWorker, concern, replyBy: '2026-10-09' };
    const { referral } = await must(log.referrals.send(form(to)));
    const line = { ...to, from: practice.worker, name: 'Bea Exampleton', answer: null, late: false };
    expect(await lineOf(log, referral)).toMatchObject({ ...line, mine: true });
    expect(await lineOf(await practice.as('otherWorker'), referral)).toMatchObject({ ...line, mine: false });
    const plain = await must((await practice.as('worker')).referrals.send(form({})));
    expect(await lineOf(world.log, plain.referral)).toMatchObject({ recipient: null, concern: null, replyBy: null });
  });

  it.each([
    ['on the day of the reply', '2026-10-01', [], false],
    ['a day after it', '2026-09-30', [], true],
    ['after it, when they said only that they take it on', '2026-09-30', ['accepted'], true],
    ['after it, when it is done', '2026-09-30', ['accepted', 'done'], false],
    ['after it, when they declined', '2026-09-30', ['declined'], false],
  ] as const)('%s is late or not', async (_what, replyBy, answers, late) => {
    const { log } = world;
    const { referral } = await must(log.referrals.send(form({ replyBy })));
    for (const said of answers) await must(answer(log, referral, said));
    expect(await lineOf(log, referral)).toMatchObject({ late, answer: answers.at(-1) ?? null });
  });
});

it.each(['emergency', 'same-day'])('a referral with urgency %s always needs a reply', async (urgency) => {
  const log = await practice.as('worker');
  expect(await failureOf(log.referrals.send(form({ urgency })))).toMatchObject({
    kind: 'invalid',
    fields: { replyBy: 'Select when you need a reply: what is for today always needs one' },
  });
  await must(log.referrals.send(form({ urgency, replyBy: '2026-09-21' })));
});

describe('an open referral', () => {
  it('names the person, keeps who wrote each answer down, and takes none after the last', async () => {
    const log = await practice.as('worker');
    const { referral } = await must(log.referrals.send(form({})));
    expect(await must(log.referrals.open({ referral }))).toMatchObject({
      person,
      name: 'Bea Exampleton',
      mayAnswer: true,
    });
    await must(answer(log, referral, 'accepted'));
    expect(await must(log.referrals.open({ referral }))).toMatchObject({ mayAnswer: true });
    const lead = await practice.as('lead');
    await must(answer(lead, referral, 'done'));
    const page = await must(lead.referrals.open({ referral }));
    expect(page.mayAnswer).toBe(false);
    expect(page.state.answers).toMatchObject([
      { answer: 'accepted', by: practice.worker, at: expect.stringMatching(/^2026-10-01T.*Z$/) },
      { answer: 'done', by: practice.lead, at: expect.stringMatching(/^2026-10-01T.*Z$/) },
    ]);
    expect(await failureOf(answer(lead, referral, 'done'))).toMatchObject({ kind: 'refused' });
  });

  it('is not there for somebody who does not read it', async () => {
    const log = await practice.as('worker');
    const { referral } = await must(log.referrals.send(form({})));
    const other = await practice.as('otherWorker');
    expect(await lineOf(other, referral)).toBeUndefined();
    expect(await failureOf(other.referrals.open({ referral }))).toEqual({ kind: 'notFound' });
    const seen = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;
    const said = { referral, seen, answer: 'done', said: 'x', answeredOn: '2026-10-01' };
    expect(await failureOf(other.referrals.answer(said as never))).toEqual({ kind: 'notFound' }); // `as`: a day is plain text.
  });
});
