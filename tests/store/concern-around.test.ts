import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract, LogClient } from '../../shared/contract/index.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { concernForm, detailsOf, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

type Placed = InputOf<Contract['concerns']['placePerson']>['placed'];

const world = new World();
let practice: Practice;
const partner: Placed = {
  role: 'source-of-harm',
  name: 'Her partner',
  livesWithPerson: 'no',
  knowsOfConcern: 'no',
};
const day = (text: string) => text as IsoDate; // `as`: days that exist.

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

async function raised(name: string, more: object = {}) {
  const log = await practice.as('worker');
  const form = concernForm(name, practice.alderfield);
  const { concern, person } = await must(log.concerns.raise({ ...form, ...more }));
  return { log, concern, person };
}

const openAt = (log: LogClient, concern: InputOf<Contract['concerns']['open']>['concern']) =>
  must(log.concerns.open({ concern }));

describe('people in a concern', () => {
  it('close to the person are pointed out, by address, by practice and by living together', async () => {
    const details = { ...detailsOf('Una', practice.alderfield), address: '12 Quarry Lane, HX1 2QQ' };
    const { log, concern } = await raised('Una', { about: { details } });
    await must(
      log.concerns.placePerson({
        concern,
        placed: { ...partner, address: '12 quarry lane hx12qq', practice: practice.alderfield },
      }),
    );
    await must(
      log.concerns.placePerson({ concern, placed: { ...partner, role: 'household', livesWithPerson: 'yes' } }),
    );
    const { people, stillToAdd } = await openAt(log, concern);
    expect(people.map(({ ties }) => ties)).toEqual([['same-address', 'same-practice'], []]);
    expect(stillToAdd.map(({ fact }) => fact)).not.toContain('sourceOfHarm');
  });

  it('who are in the log are named by their details there, and nothing is written about them elsewhere', async () => {
    const { log, concern, person } = await raised('Vi');
    const other = await must(log.people.add({ details: detailsOf('Wes', practice.alderfield) }));
    const before = await must(log.people.show({ person: other }));
    const timeline = await must(log.people.timeline({ person: other }));
    const { relationship, ...rest } = { ...partner, relationship: 'Partner' };
    const { name: _name, ...unnamed } = rest;
    await must(log.concerns.placePerson({ concern, placed: { ...unnamed, relationship, inLog: other } }));
    expect((await openAt(log, concern)).people).toMatchObject([
      { name: 'Wes Exampleton', page: other, ties: ['same-practice'] },
    ]);
    expect(await must(log.people.show({ person: other }))).toEqual(before);
    expect(await must(log.people.timeline({ person: other }))).toEqual(timeline);
    expect(await failureOf(log.concerns.placePerson({ concern, placed: { ...unnamed, inLog: person } }))).toMatchObject(
      {
        kind: 'refused',
        sentence: 'This concern is about them already.',
      },
    );
  });

  it('are named by id only by somebody who reads them, but stay as they are when somebody else corrects the rest', async () => {
    const { log, concern } = await raised('Xan');
    const hidden = await must(log.people.add({ details: detailsOf('Yve', practice.wrenStreet) }));
    const { name: _name, ...unnamed } = partner;
    const entry = await must(log.concerns.placePerson({ concern, placed: { ...unnamed, inLog: hidden } }));
    const deputy = await practice.as('deputy');
    expect((await openAt(deputy, concern)).people).toMatchObject([{ name: 'Yve Exampleton', page: null, ties: [] }]);
    expect(await failureOf(deputy.concerns.placePerson({ concern, placed: { ...unnamed, inLog: hidden } }))).toEqual({
      kind: 'notFound',
    });
    const corrected = { ...unnamed, inLog: hidden, relationship: 'Ex-partner' };
    await must(deputy.concerns.placePerson({ concern, placed: corrected, insteadOf: entry }));
    expect((await openAt(deputy, concern)).people).toMatchObject([
      { name: 'Yve Exampleton', relationship: 'Ex-partner' },
    ]);
  });

  it('were not born on a day that lies ahead', async () => {
    const { log, concern } = await raised('Zoe');
    const unborn = { ...partner, dateOfBirth: day('2999-01-01') };
    expect(await failureOf(log.concerns.placePerson({ concern, placed: unborn }))).toMatchObject({
      kind: 'invalid',
      fields: { 'placed.dateOfBirth': expect.any(String) },
    });
    expect((await openAt(log, concern)).people).toEqual([]);
  });
});

describe('a risk checklist and a body map', () => {
  it('stand as they were written, and a question that they answer is not asked again', async () => {
    const { log, concern } = await raised('Abe');
    const recorded = {
      checklist: 'DASH',
      scoredBy: 'The adviser',
      trained: 'yes',
      on: day('2026-09-30'),
      total: ' 16 of 24 ',
    } as const;
    await must(log.concerns.recordRiskChecklist({ concern, recorded }));
    const map = {
      regions: [{ region: 'front-left-ear', what: 'A mark below it' }],
      saw: 'could-be-seen',
      on: day('2026-09-30'),
      present: 'He and I',
    } as const;
    await must(log.concerns.recordBodyMap({ concern, map: { ...map, regions: [...map.regions] } }));
    const { state, stillToAdd } = await openAt(log, concern);
    expect(state.around.checklists).toMatchObject([{ total: '16 of 24', scoredBy: 'The adviser' }]);
    expect(state.around.bodyMaps).toMatchObject([map]);
    expect(stillToAdd.map(({ fact }) => fact)).not.toContain('riskChecklist');
  });

  it('know the regions of the list only, each once, and no day that lies ahead', async () => {
    const { log, concern } = await raised('Bea');
    const map = { saw: 'could-be-seen', on: day('2026-09-30'), present: 'She and I' } as const;
    const mark = { region: 'front-left-ear', what: 'A mark' };
    const of = (regions: (typeof mark)[], on = map.on) =>
      failureOf(log.concerns.recordBodyMap({ concern, map: { ...map, on, regions } }));
    expect(await of([{ ...mark, region: 'tail' }])).toMatchObject({ kind: 'invalid' });
    expect(await of([mark, mark])).toMatchObject({ kind: 'invalid' });
    expect(await of([mark], day('2999-01-01'))).toMatchObject({
      kind: 'invalid',
      fields: { 'map.on': expect.any(String) },
    });
  });
});

describe('a copy for somebody named in a concern', () => {
  it('is refused for one who may be the source of harm, whichever part they have there, and nothing is noted', async () => {
    const { log, concern, person } = await raised('Fay');
    const source = await must(log.concerns.placePerson({ concern, placed: partner }));
    const athome = await must(log.concerns.placePerson({ concern, placed: { ...partner, role: 'household' } }));
    const sister = { ...partner, role: 'adult-at-risk', name: 'Her sister' } as const;
    const other = await must(log.concerns.placePerson({ concern, placed: sister }));
    const { size } = await must(log.audit.notePrint({ record: concern, forNamed: other }));
    for (const forNamed of [source, athome]) {
      for (const print of [{ record: concern }, { record: null, about: person }])
        expect(await failureOf(log.audit.notePrint({ ...print, forNamed }))).toMatchObject({
          kind: 'refused',
          sentence: expect.stringMatching(/^They may be the source of harm/),
        });
    }
    expect((await must(log.audit.notePrint({ record: concern }))).size).toBe(size + 1);
  });
});

describe('how to contact somebody safely', () => {
  it('is kept in the concern, and in their details only when that was asked for', async () => {
    const words = 'Ring her sister only.';
    const alone = await raised('Cal', { safeToTalk: 'no', safeContact: words });
    const kept = await raised('Dot', { safeContact: words, keepSafeContact: true });
    const detailsFor = async ({ log, person }: typeof alone) => (await must(log.people.show({ person }))).details;
    expect((await detailsFor(alone)).safeContact).toBeUndefined();
    expect((await detailsFor(kept)).safeContact).toBe(words);
    expect(await must(alone.log.concerns.beforeContact({ person: alone.person }))).toMatchObject({
      safeContact: null,
      said: [{ concern: alone.concern, text: words }],
    });
  });

  it('comes with everybody who may be the source of harm, and asking for it counts as opening the concern', async () => {
    const { log, concern, person } = await raised('Eli');
    await must(log.concerns.placePerson({ concern, placed: partner }));
    const lead = await practice.as('lead');
    const before = await must(lead.concerns.beforeContact({ person }));
    expect(before.people).toMatchObject([{ name: 'Her partner', role: 'source-of-harm', concern }]);
    const { readBy } = await openAt(await practice.as('worker'), concern);
    expect(readBy.map(({ staff }) => staff)).toEqual([practice.lead]);
  });
});
