import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { EventId, ThreadId } from '../../shared/domain/ids.ts';
import { concernForm } from '../factories/forms.ts';
import { makePractice, must, type Practice, type people, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;
const told = { how: 'phone', at: '2026-10-01T08:00:00.000Z' as Instant, reached: true } as const; // `as`: it exists.

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

/** Thursday 1 October 2026, ten in the morning in England, until `moveTo`. */
const moveTo = (moment: string): void => {
  world.clock = Date.parse(moment);
};

async function lineFor(who: keyof typeof people, concern: ThreadId) {
  const log = await practice.as(who);
  const line = (await must(log.concerns.list({}))).find((one) => one.concern === concern);
  if (line === undefined) throw new Error('not on the list');
  return line;
}

async function raise(name: string): Promise<{ readonly concern: ThreadId; readonly event: EventId }> {
  const log = await practice.as('worker');
  const form = concernForm(name, practice.alderfield);
  return must(log.concerns.raise({ ...form, told: [{ ...told, who: 'Dr M Fenwick-Oye', next: undefined }] }));
}

const decision = {
  decision: 'internal-action',
  reason: 'Talk first.',
  sharing: 'not-shared',
  agreesOutside: 'no',
  reviewOn: null,
} as const;

describe('a concern that stays late', () => {
  it('moves to the deputy, then as a number to the manager, and from both once it is decided', async () => {
    const { concern, event } = await raise('Dot');
    const { raisedAt } = await lineFor('lead', concern);
    const lateFor = async (who: keyof typeof people) => (await lineFor(who, concern)).lateFor;
    const managers = async () => must((await practice.as('manager')).concerns.lateDecisions({}));

    // Due on Friday at half past six in the evening, which is 17:30 in UTC; for the deputy two hours later.
    moveTo('2026-10-02T19:00:00.000Z');
    expect(await lateFor('deputy')).toEqual([]);
    moveTo('2026-10-02T19:40:00.000Z');
    expect(await lateFor('deputy')).toEqual([practice.lead]);
    expect(await lateFor('lead')).toEqual([]);
    expect(await lateFor('worker')).toEqual([]);
    expect(await managers()).toEqual({ late: 0, since: null });

    // Two working days on: Monday and Tuesday.
    moveTo('2026-10-06T17:00:00.000Z');
    expect(await managers()).toEqual({ late: 0, since: null });
    moveTo('2026-10-06T18:00:00.000Z');
    expect(await managers()).toEqual({ late: 1, since: raisedAt });
    // Whoever reads it counts the same.
    expect(await must((await practice.as('lead')).concerns.lateDecisions({}))).toEqual({ late: 1, since: raisedAt });

    await must((await practice.as('lead')).concerns.decide({ ...decision, concern, seen: event }));
    expect(await managers()).toEqual({ late: 0, since: null });
    expect(await lateFor('deputy')).toEqual([]);
  });

  it('is late for its owner, where that is the deputy', async () => {
    const { concern, event: seen } = await raise('Eli');
    const log = await practice.as('deputy');
    await must(log.concerns.acknowledge({ concern, seen, owner: practice.deputy }));
    moveTo('2026-10-08T09:00:00.000Z');
    expect((await lineFor('lead', concern)).lateFor).toEqual([practice.deputy]);
    expect((await lineFor('deputy', concern)).lateFor).toEqual([]);
  });

  it('is not counted while it is marked as entered in error, and counted again without the mark', async () => {
    const { concern } = await raise('Fay');
    moveTo('2026-10-20T09:00:00.000Z');
    const late = async () => (await must((await practice.as('manager')).concerns.lateDecisions({}))).late;
    const before = await late();
    let log = await practice.as('worker');
    await must(log.concerns.enterInError({ concern, why: 'Raised twice by mistake.' }));
    expect(await late()).toBe(before - 1);
    log = await practice.as('worker');
    await must(log.concerns.takeErrorBack({ concern, why: 'It was not a mistake.' }));
    expect(await late()).toBe(before);
  });
});

describe('whoever raised it', () => {
  it('hears who was told, who read it, and each answer as its own entry', async () => {
    const { concern } = await raise('Gus');
    const heard = async () => (await lineFor('worker', concern)).heardBack;
    expect(await heard()).toEqual({ told: { who: 'Dr M Fenwick-Oye', at: told.at }, read: null, answers: [] });

    // The supervisor reads it too, and decides nothing.
    await must((await practice.as('supervisor')).concerns.open({ concern }));
    expect(await heard()).toMatchObject({ read: null });
    let log = await practice.as('lead');
    const { newest } = await must(log.concerns.open({ concern }));
    expect(await heard()).toMatchObject({ read: { staff: practice.lead } });

    log = await practice.as('lead');
    const seen = await must(
      log.concerns.decide({ ...decision, concern, seen: newest, forRaiser: 'I ring him on Thursday.' }),
    );
    await must(log.concerns.decide({ ...decision, concern, seen, forRaiser: 'He is at his sister’s.' }));
    const answers = (await heard())?.answers;
    expect(answers?.map(({ kind, words }) => [kind, words])).toEqual([
      ['decided', 'I ring him on Thursday.'],
      ['decided', 'He is at his sister’s.'],
    ]);
    expect((await lineFor('lead', concern)).heardBack).toBeNull();
  });
});

describe('the times of the practice', () => {
  it('are set by managers, and move what is due', async () => {
    const { concern } = await raise('Hal');
    const { due } = await lineFor('lead', concern);
    let log = await practice.as('manager');
    const value = (await must(log.register.show({}))).settings.concernDeadlines;
    await must(
      log.register.changeSetting({ change: { setting: 'concern-deadlines', value: { ...value, decisionDays: 3 } } }),
    );
    const later = (await lineFor('lead', concern)).due;
    expect([due?.on, later?.on]).toEqual(['2026-10-21', '2026-10-23']);
    log = await practice.as('manager');
    const wrong = { setting: 'concern-deadlines', value: { ...value, nowHours: 0 } } as const;
    expect(await log.register.changeSetting({ change: wrong })).toMatchObject({
      failure: { fields: { 'change.value.nowHours': 'Enter hours from 1 to 24' } },
    });
  });
});
