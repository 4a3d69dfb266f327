import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import type { PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

type Calls = LogClient['referrals'];
type Form = Parameters<Calls['send']>[0];

const world = new World();
let practice: Practice;
let person: PersonId;

// It is 1 October 2026 there, about 9:00 in the morning.
beforeAll(async () => {
  practice = await makePractice(world);
  const log = await practice.as('worker');
  ({ person } = await must(log.concerns.raise(concernForm('Bea', practice.alderfield))));
});
afterAll(() => world[Symbol.asyncDispose]());

const today = '2026-10-01';

async function sent(more: object = {}): Promise<ThreadId> {
  const log = await practice.as('worker');
  const form = {
    person,
    role: 'clinical-pharmacist',
    to: 'Practice pharmacist',
    purpose: 'review',
    ask: 'Please review twelve medicines.',
    urgency: 'routine',
    agrees: 'yes',
    sentBy: 'phone',
    sentOn: today,
    replyBy: '2026-10-09',
    ...more,
  } as Form; // `as`: days are plain text here.
  return (await must(log.referrals.send(form))).referral;
}

// `as never` below: days are plain text in tests.
const seenBy = (referral: ThreadId, who = 'Sam Orchard, pharmacist') =>
  world.log.referrals.noteSeen({ referral, who, on: today } as never);
const askedAgain = (referral: ThreadId, replyBy = '2026-10-05') =>
  world.log.referrals.chase({ referral, how: 'phone', on: today, outcome: 'Nobody answered.', replyBy } as never);
const told = (referral: ThreadId, more: object = {}) =>
  world.log.referrals.tellPerson({ referral, reached: true, how: 'phone', on: today, ...more } as never);

async function answered(referral: ThreadId, answer: 'accepted' | 'declined' | 'done', more: object = {}) {
  const { newest: seen } = await must(world.log.referrals.open({ referral }));
  return world.log.referrals.answer({ referral, seen, answer, said: 'As said.', answeredOn: today, ...more } as never);
}

const page = (referral: ThreadId) => must(world.log.referrals.open({ referral }));
const line = async (log: LogClient, referral: ThreadId) =>
  (await must(log.referrals.list({}))).find((one) => one.referral === referral);

describe('the way of a referral', () => {
  it('goes from sent to seen, accepted, done and told, each time with another next step', async () => {
    const referral = await sent();
    expect(await page(referral)).toMatchObject({
      next: 'ask-if-seen',
      state: { sent: { role: 'clinical-pharmacist' } },
    });
    await must(seenBy(referral));
    expect(await page(referral)).toMatchObject({ next: 'ask-for-answer', state: { answers: [] } });
    await must(answered(referral, 'accepted'));
    expect(await page(referral)).toMatchObject({ next: 'ask-if-done', mayAnswer: true });
    await must(answered(referral, 'done'));
    expect(await page(referral)).toMatchObject({ next: 'tell-person', mayAnswer: false });
    await must(told(referral));
    expect(await page(referral)).toMatchObject({ next: 'none' });
    expect(await line(world.log, referral)).toMatchObject({ personTold: true, forMe: false });
  });

  it('is not finished by trying to reach somebody, and asks who tries again', async () => {
    const referral = await sent();
    await must(answered(referral, 'declined'));
    expect(await failureOf(told(referral, { reached: false }))).toMatchObject({
      kind: 'invalid',
      fields: { next: 'Enter who will try again, and when' },
    });
    await must(told(referral, { reached: false, next: 'Amina, tomorrow at 10' }));
    expect(await page(referral)).toMatchObject({
      next: 'tell-person',
      state: { personTold: [{ reached: false, next: 'Amina, tomorrow at 10', by: practice.worker }] },
    });
  });

  it('what the person was told before the last answer does not count as telling them of it', async () => {
    const referral = await sent();
    await must(told(referral));
    await must(answered(referral, 'done'));
    expect(await page(referral)).toMatchObject({ next: 'tell-person' });
  });

  it('takes neither seeing nor asking again after the last answer, nor a day that lies ahead', async () => {
    const referral = await sent();
    const ahead = { referral, who: 'Sam', on: '2026-10-02' } as never;
    expect(await failureOf(world.log.referrals.noteSeen(ahead))).toMatchObject({ kind: 'invalid' });
    expect(await failureOf(askedAgain(referral, '2026-09-30'))).toMatchObject({
      fields: { replyBy: 'The new day must be today or later' },
    });
    await must(answered(referral, 'done'));
    expect(await failureOf(seenBy(referral))).toMatchObject({ kind: 'refused' });
    expect(await failureOf(askedAgain(referral))).toMatchObject({ kind: 'refused' });
  });
});

it('asking again moves the day of the reply, and what was late is not late any more', async () => {
  const referral = await sent({ sentOn: '2026-09-20', replyBy: '2026-09-30' });
  expect(await line(world.log, referral)).toMatchObject({ late: true, forMe: true });
  await must(askedAgain(referral));
  expect(await line(world.log, referral)).toMatchObject({ late: false, replyBy: '2026-10-05', timesChased: 1 });
});

it('a colleague it is for has seen it by opening it, which is written down once; nobody else has', async () => {
  const referral = await sent({ recipient: practice.otherWorker });
  expect(await page(referral)).toMatchObject({ state: { seen: [] } });
  await practice.as('otherWorker');
  expect(await page(referral)).toMatchObject({ state: { seen: [{ opened: true, by: practice.otherWorker }] } });
  expect((await page(referral)).state.seen).toHaveLength(1);
  // A day by which nobody asked is nobody's to ask about; the recipient sees it among their own.
  expect(await line(world.log, referral)).toMatchObject({ seen: true, forMe: true });
});

describe('what is for today', () => {
  it('is taken on by somebody with a name, or not at all', async () => {
    const referral = await sent({ urgency: 'same-day', replyBy: today });
    expect(await failureOf(answered(referral, 'accepted'))).toMatchObject({
      kind: 'invalid',
      fields: { from: expect.stringContaining('Enter who has taken it on') },
    });
    await must(answered(referral, 'accepted', { from: 'Dr R Menon-Clarke, duty GP' }));
    expect(await page(referral)).toMatchObject({ state: { answers: [{ from: 'Dr R Menon-Clarke, duty GP' }] } });
  });

  it('is a second person’s too when nobody has seen it for four hours, until somebody has', async () => {
    const referral = await sent({ urgency: 'same-day', replyBy: today });
    const supervisor = await practice.as('supervisor');
    expect(await line(supervisor, referral)).toMatchObject({ unseenTooLong: false, forMe: false });
    world.clock += 4 * 3_600_000;
    expect(await line(supervisor, referral)).toMatchObject({ unseenTooLong: true, forMe: true });
    // The lead reads it, and it is not theirs to ask about: the sender has a supervisor.
    expect(await line(await practice.as('lead'), referral)).toMatchObject({ unseenTooLong: true, forMe: false });
    await must(seenBy(referral, 'Reception'));
    expect(await line(await practice.as('supervisor'), referral)).toMatchObject({ unseenTooLong: false, forMe: false });
  });
});

it('keeps what an urgency was called when it was sent, whatever it is called later', async () => {
  const { settings } = await must((await practice.as('manager')).register.show({}));
  const value = settings.urgencyLadder.map((rung) => ({
    ...rung,
    ...(rung.urgency === 'routine' && { name: 'In the usual way', days: 5 }),
  }));
  const change = { setting: 'urgency-ladder', value } as never;
  await must(world.log.register.changeSetting({ change }));
  const referral = await sent();
  expect(await line(world.log, referral)).toMatchObject({ urgencyName: 'In the usual way' });
  const cut = { setting: 'urgency-ladder', value: value.slice(1) } as never;
  const manager = await practice.as('manager');
  expect(await failureOf(manager.register.changeSetting({ change: cut }))).toMatchObject({ kind: 'invalid' });
});

it('is not there for somebody who does not read it', async () => {
  const referral = await sent();
  await practice.as('otherWorker');
  for (const asked of [seenBy(referral), askedAgain(referral), told(referral)]) {
    expect(await failureOf(asked)).toEqual({ kind: 'notFound' });
  }
});
