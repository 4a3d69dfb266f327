import { beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { EventId, ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const day = (text: string) => text as IsoDate;
const oneDay = 86_400_000;

/** A concern about somebody of Wren Street, where the lead is alone; the supervisor is to stand in. */
async function begin(world: World): Promise<Practice & { readonly concern: ThreadId; readonly absence: Absence }> {
  const practice = await makePractice(world);
  const { lead, wrenStreet, supervisor, as } = practice;
  const log = await as('otherWorker');
  const { concern } = await must(log.concerns.raise(concernForm('Walter', wrenStreet)));
  const absence = {
    absent: lead,
    practice: wrenStreet,
    cover: supervisor,
    until: day('2026-10-03'),
    reason: 'On leave',
  };
  return { ...practice, concern, absence };
}
interface Absence {
  readonly absent: Practice['lead'];
  readonly practice: Practice['wrenStreet'];
  readonly cover: Practice['supervisor'];
  readonly until: IsoDate;
  readonly reason: string;
}

async function reads(practice: Practice, who: 'supervisor' | 'deputy' | 'lead', concern: ThreadId): Promise<boolean> {
  const log = await practice.as(who);
  return (await must(log.concerns.list({}))).some((line) => line.concern === concern);
}

describe('a lead who names cover for a planned absence', () => {
  it('lets the cover read and decide from the first day to the last, and then no more', async () => {
    await using world = new World();
    const { concern, absence, ...practice } = await begin(world);
    let log = await practice.as('lead');
    const id = await must(log.register.coverAbsence({ ...absence, from: day('2026-10-02') }));
    expect((await must(log.register.show({}))).covers).toMatchObject([
      {
        id,
        kind: 'planned',
        state: 'to-come',
        from: '2026-10-02',
        until: '2026-10-03',
        mayEnd: true,
        mayConfirm: false,
      },
    ]);
    expect(await reads(practice, 'supervisor', concern)).toBe(false);

    world.clock += oneDay;
    expect(await reads(practice, 'lead', concern)).toBe(true); // Gives the key.
    log = await practice.as('supervisor');
    const page = await must(log.concerns.open({ concern }));
    expect(page).toMatchObject({ mayDecide: true });
    expect(page.deciders).toContain(practice.supervisor);
    await must(log.concerns.acknowledge({ concern, seen: page.newest, owner: practice.supervisor }));
    expect((await must(log.register.show({}))).covers).toMatchObject([{ state: 'now' }]);

    world.clock += 2 * oneDay;
    log = await practice.as('supervisor');
    expect(await failureOf(log.concerns.open({ concern }))).toEqual({ kind: 'notFound' });
    log = await practice.as('lead');
    expect((await must(log.register.show({}))).covers).toMatchObject([{ state: 'over', mayEnd: false }]);
    const { newest } = await must(log.concerns.open({ concern }));
    await must(log.concerns.addInformation({ concern, seen: newest, note: 'After the cover.' }));
    expect(await reads(practice, 'supervisor', concern)).toBe(false);
    expect(world.mistakes).toEqual([]);
  });

  it('can come back early: the cover stops reading at once, and a clock put back gives nothing back', async () => {
    await using world = new World();
    const { concern, absence, ...practice } = await begin(world);
    let log = await practice.as('lead');
    const id = await must(log.register.coverAbsence({ ...absence, from: day('2026-10-01') }));
    expect(await reads(practice, 'supervisor', concern)).toBe(true);
    log = await practice.as('lead');
    await must(log.register.endCover({ cover: id }));
    expect(await reads(practice, 'supervisor', concern)).toBe(false);
    log = await practice.as('lead');
    expect(await failureOf(log.register.endCover({ cover: id }))).toMatchObject({ kind: 'refused' });
    await must(log.register.coverAbsence({ ...absence, from: day('2026-10-01'), until: day('2026-10-01') }));
    world.clock += oneDay;
    await practice.as('lead');
    world.clock -= oneDay;
    expect(await reads(practice, 'supervisor', concern)).toBe(false);
  });

  it('names somebody whose role two people confirmed, for a role that they hold, in days that make sense', async () => {
    await using world = new World();
    const { absence, ...practice } = await begin(world);
    const log = await practice.as('lead');
    const ask = { ...absence, from: day('2026-10-01') };
    const sentence = async (change: object) => failureOf(log.register.coverAbsence({ ...ask, ...change }));
    expect(await sentence({ cover: practice.worker })).toMatchObject({
      sentence: 'Choose a supervisor or safeguarding lead whose role is confirmed.',
    });
    expect(await sentence({ cover: practice.lead })).toMatchObject({ kind: 'refused' });
    expect(await sentence({ absent: practice.deputy })).toMatchObject({
      sentence: 'Choose a safeguarding lead or deputy of this practice as the one who is away.',
    });
    expect(await sentence({ from: day('2026-10-05') })).toMatchObject({ kind: 'invalid' });
    expect(await sentence({ from: day('2026-09-01'), until: day('2026-09-02') })).toMatchObject({ kind: 'invalid' });
    await must(log.register.coverAbsence(ask));
    expect(await sentence({})).toMatchObject({ sentence: 'They cover for this absence already.' });
  });
});

describe('a manager', () => {
  it('names cover that waits until the lead agrees', async () => {
    await using world = new World();
    const { concern, absence, ...practice } = await begin(world);
    let log = await practice.as('manager');
    const cover = await must(log.register.coverAbsence({ ...absence, from: day('2026-10-01') }));
    expect((await must(log.register.show({}))).covers).toMatchObject([{ state: 'waiting', mayConfirm: false }]);
    await practice.as('lead');
    expect(await reads(practice, 'supervisor', concern)).toBe(false);
    log = await practice.as('deputy');
    expect(await failureOf(log.register.confirmCover({ cover }))).toMatchObject({ kind: 'refused' });
    log = await practice.as('lead');
    await must(log.register.confirmCover({ cover }));
    expect(await reads(practice, 'supervisor', concern)).toBe(true);
  });
});

describe('a lead who is suddenly ill', () => {
  let world: World;
  let practice: Awaited<ReturnType<typeof begin>>;
  let cover: EventId;

  beforeEach(async () => {
    world = new World();
    practice = await begin(world);
    const log = await practice.as('manager');
    cover = await must(log.register.appointCover(practice.absence));
    return () => world[Symbol.asyncDispose]();
  });

  it('is covered once one who reads has confirmed what the manager asked, and is shown it first', async () => {
    let log = world.log;
    expect(await failureOf(log.register.confirmCover({ cover }))).toMatchObject({
      sentence: 'The person who asked for this cover cannot confirm it too. Ask a colleague.',
    });
    log = await practice.as('deputy');
    await must(log.register.confirmCover({ cover }));
    // The deputy reads nothing at Wren Street: whoever raised it gives the key by signing in.
    log = await practice.as('supervisor');
    const { standingIn, sentences } = await must(log.register.waiting({}));
    expect(standingIn).toMatchObject([
      { absent: practice.lead, concerns: 1, givers: [{ staff: practice.otherWorker }] },
    ]);
    expect(sentences).toEqual([
      'You stand in for Dr M Fenwick-Oye. Up to 1 concern that they read is not open to you yet; Tom F. can give you access, by signing in',
    ]);
    await practice.as('otherWorker');
    expect(await reads(practice, 'supervisor', practice.concern)).toBe(true);
    expect(await failureOf(world.log.register.seenCover({ cover }))).toMatchObject({ kind: 'refused' });

    log = await practice.as('lead');
    expect((await must(log.register.show({}))).whileYouWereAway).toMatchObject([
      {
        id: cover,
        kind: 'sudden',
        cover: practice.supervisor,
        namedBy: practice.manager,
        confirmedBy: practice.deputy,
      },
    ]);
    await must(log.register.seenCover({ cover }));
    expect((await must(log.register.show({}))).whileYouWereAway).toEqual([]);
  });

  it('is covered for 14 days at most', async () => {
    const ask = { ...practice.absence, cover: practice.deputy };
    const { log } = world;
    expect(await failureOf(log.register.appointCover({ ...ask, until: day('2026-10-15') }))).toMatchObject({
      kind: 'invalid',
      fields: { until: 'Choose a last day within 14 days' },
    });
    await must(log.register.appointCover({ ...ask, until: day('2026-10-14') }));
  });

  it('is not covered by what two who read agree on without a manager', async () => {
    const log = await practice.as('supervisor');
    const other = await must(log.register.appointCover({ ...practice.absence, cover: practice.deputy }));
    await practice.as('deputy');
    expect(await failureOf(world.log.register.confirmCover({ cover: other }))).toMatchObject({ kind: 'refused' });
    await practice.as('manager');
    await must(world.log.register.confirmCover({ cover: other }));
  });

  it('is not covered by one of the two who decide it, where two others could', async () => {
    const byCover = { sentence: 'Whoever would stand in cannot be one of the two who decide it. Ask a colleague.' };
    let log = await practice.as('supervisor');
    expect(await failureOf(log.register.confirmCover({ cover }))).toMatchObject(byCover);
    log = await practice.as('deputy');
    const ask = { ...practice.absence, cover: practice.deputy };
    expect(await failureOf(log.register.appointCover(ask))).toMatchObject(byCover);
    await must(log.register.confirmCover({ cover }));
    expect((await must(log.register.show({}))).covers).toMatchObject([{ decidedByCover: false }]);

    // With the deputy gone nobody but the supervisor can be the one who reads.
    log = await practice.as('manager');
    await must(log.register.endCover({ cover }));
    const { deputy: staff, alderfield: at } = practice;
    await must(log.register.endRole({ staff, role: 'deputy-safeguarding-lead', practice: at }));
    const only = await must(log.register.appointCover(practice.absence));
    log = await practice.as('supervisor');
    await must(log.register.confirmCover({ cover: only }));
    expect((await must(log.register.show({}))).covers[0]).toMatchObject({ id: only, decidedByCover: true });
  });

  it('is not covered for longer by one cover after another, until they have seen the first', async () => {
    let log = await practice.as('deputy');
    await must(log.register.confirmCover({ cover }));
    world.clock += 2 * oneDay;
    log = await practice.as('manager');
    const ask = { ...practice.absence, cover: practice.deputy, until: day('2026-10-15') };
    const chained = { sentence: expect.stringContaining('have not seen it yet') as string };
    expect(await failureOf(log.register.appointCover(ask))).toMatchObject(chained);
    // Within the days of the first, somebody else may take over.
    await must(log.register.appointCover({ ...ask, until: practice.absence.until }));
    world.clock += oneDay;
    log = await practice.as('manager');
    expect(await failureOf(log.register.appointCover(ask))).toMatchObject(chained);
    log = await practice.as('lead');
    await must(log.register.seenCover({ cover }));
    log = await practice.as('manager');
    await must(log.register.appointCover(ask));
  });
});
