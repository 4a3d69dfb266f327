import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

it('the register names my roles that count, and initials', async () => {
  for (const [who, roles] of [
    ['manager', ['practice-manager']],
    ['lead', ['safeguarding-lead']],
    ['worker', ['link-worker']],
  ] as const) {
    const page = await must((await practice.as(who)).register.show({}));
    expect(page.myRoles).toEqual(roles);
    expect(page.staff.find(({ staff }) => staff === practice.manager)).toMatchObject({ initials: 'JS' });
  }
});

it('a role that waits is shown to everybody, and who may confirm it is told so', async () => {
  const { otherWorker, wrenStreet, manager } = practice;
  const held = { staff: otherWorker, role: 'supervisor', practice: wrenStreet } as const;
  expect((await must((await practice.as('manager')).register.show({}))).waitingForConfirmation).toEqual([]);
  await must(world.log.register.grantRole(held));
  for (const [who, mayConfirm] of [
    ['manager', false],
    ['worker', false],
    ['otherWorker', false],
    ['lead', true],
    ['supervisor', true],
  ] as const) {
    const page = await must((await practice.as(who)).register.show({}));
    expect(page.waitingForConfirmation).toEqual([{ ...held, grantedBy: manager, mayConfirm }]);
    if (who === 'otherWorker') expect(page.myRoles).toEqual(['link-worker']);
  }
  await must((await practice.as('lead')).register.confirmRole(held));
  expect((await must(world.log.register.show({}))).waitingForConfirmation).toEqual([]);
  expect((await must((await practice.as('otherWorker')).register.show({}))).myRoles).toEqual([
    'link-worker',
    'supervisor',
  ]);
});
