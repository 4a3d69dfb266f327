import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, passphraseOf, World } from '../factories/world.ts';

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
  const confirmers = expect.toSatisfy((found: string[]) => {
    return [...found].toSorted().join() === [practice.lead, practice.deputy, practice.supervisor].toSorted().join();
  }) as unknown;
  for (const [who, mayConfirm] of [
    ['manager', false],
    ['worker', false],
    ['otherWorker', false],
    ['lead', true],
    ['supervisor', true],
  ] as const) {
    const page = await must((await practice.as(who)).register.show({}));
    expect(page.waitingForConfirmation).toEqual([{ ...held, grantedBy: manager, confirmers, mayConfirm }]);
    if (who === 'otherWorker') expect(page.myRoles).toEqual(['link-worker']);
  }
  await must((await practice.as('lead')).register.confirmRole(held));
  expect((await must(world.log.register.show({}))).waitingForConfirmation).toEqual([]);
  expect((await must((await practice.as('otherWorker')).register.show({}))).myRoles).toEqual([
    'link-worker',
    'supervisor',
  ]);
});

it('a role and who supervises are given together, or neither is', async () => {
  const { otherWorker, worker, manager, supervisor, wrenStreet } = practice;
  const log = await practice.as('manager');
  const lineOf = async () => (await must(log.register.show({}))).staff.find(({ staff }) => staff === otherWorker);
  const before = await lineOf();
  const held = { staff: otherWorker, role: 'practice-manager', practice: wrenStreet } as const;
  for (const nobody of [worker, manager, otherWorker]) {
    expect((await failureOf(log.register.grantRole({ ...held, supervisor: nobody }))).kind).toBe('refused');
    expect(await lineOf()).toEqual(before);
  }
  await must(log.register.grantRole({ ...held, supervisor }));
  const after = await lineOf();
  expect(after?.roles).toContainEqual({ role: held.role, practice: wrenStreet, stands: false });
  expect(after?.supervisors).toContain(supervisor);
});

it.each([
  ['initials that a colleague has', { initials: ' js ' }, 'initials', /^Somebody already has these initials/],
  ['initials that are too long', { initials: 'ABCDEFGHI' }, 'initials', 'Initials must be 8 characters or less'],
  ['a short passphrase', { passphrase: 'marble window' }, 'passphrase', 'Use at least 15 characters'],
  ['a passphrase of one letter', { passphrase: 'a'.repeat(16) }, 'passphrase', 'Repeats and runs such as'],
])('nobody joins with %s', async (_what, wrong, field, message) => {
  const { register } = await practice.as('manager');
  const newcomer = { name: 'New P.', initials: 'JS2', passphrase: passphraseOf('New P.'), ...wrong };
  const failure = await failureOf(register.addStaff(newcomer));
  expect(failure).toMatchObject({ kind: 'invalid', fields: { [field]: expect.stringMatching(message) } });
});
