import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';
import { concernForm, detailsOf, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

// A concern that somebody wrote down for somebody else, or on paper before it was typed in.

const world = new World();
let practice: Practice;

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const written = '2026-09-29T15:15:00.000Z' as Instant; // `as`: it exists.
const arabic = '«لا أريد العودة إلى البيت» she said, twice.';

describe('a concern recorded for a colleague', () => {
  it('is read by them, waits for their answer, and takes it once', async () => {
    let log = await practice.as('worker');
    const recordedFor = { name: 'Tom F.', role: 'Link worker', staff: practice.otherWorker };
    const { concern, person, readers } = await must(
      log.concerns.raise({ ...concernForm('Nell', practice.alderfield), recordedFor }),
    );
    expect(readers).toContain(practice.otherWorker);
    const audience = await must(log.concerns.whoReads({ person, practice: null, recordedFor: practice.otherWorker }));
    expect(audience.readers).toContain(practice.otherWorker);
    expect(await failureOf(log.concerns.confirm({ concern, agrees: 'yes' }))).toMatchObject({ kind: 'refused' });

    log = await practice.as('otherWorker');
    const [line] = await must(log.concerns.list({}));
    expect(line).toMatchObject({ concern, name: 'Nell Exampleton', mine: true, recordedFor, confirmed: null });
    expect((await must(log.concerns.open({ concern }))).hearsBack).toEqual([practice.worker, practice.otherWorker]);
    expect(await failureOf(log.concerns.confirm({ concern, agrees: 'something-to-add', note: '  ' }))).toEqual({
      kind: 'invalid',
      fields: { note: 'Enter what is missing or not right' },
    });
    await must(log.concerns.confirm({ concern, agrees: 'something-to-add', note: 'It was on Monday.' }));
    expect((await must(log.concerns.open({ concern }))).state.confirmed).toMatchObject({
      agrees: 'something-to-add',
      note: 'It was on Monday.',
      by: practice.otherWorker,
    });
    expect((await must(log.concerns.list({})))[0]?.confirmed).toBe('something-to-add');
    expect(await failureOf(log.concerns.confirm({ concern, agrees: 'yes' }))).toMatchObject({ kind: 'refused' });
  });

  it('keeps them among the readers of the person when it is shared with somebody else', async () => {
    let log = await practice.as('worker');
    const recordedFor = { name: 'Tom F.', role: 'Link worker', staff: practice.otherWorker };
    const { concern, person } = await must(
      log.concerns.raise({ ...concernForm('Olwen', practice.alderfield), recordedFor }),
    );
    log = await practice.as('lead');
    await must(log.concerns.share({ concern, with: practice.manager, why: 'Knows her' }));
    log = await practice.as('otherWorker');
    expect((await must(log.people.show({ person }))).details.givenName).toBe('Olwen');
  });
});

describe('a late entry', () => {
  it('says when it was written, and refuses a time that cannot be', async () => {
    const log = await practice.as('worker');
    const form = concernForm('Perran', practice.alderfield);
    const late = (writtenOn: string) => ({ writtenOn: writtenOn as Instant, why: 'No computer at the hall.' });
    const { concern } = await must(log.concerns.raise({ ...form, lateEntry: late(written) }));
    const line = (await must(log.concerns.list({}))).find((one) => one.concern === concern);
    expect(line?.writtenOn).toBe(written);
    expect(await failureOf(log.concerns.raise({ ...form, lateEntry: late('2199-01-01T09:00:00.000Z') }))).toEqual({
      kind: 'invalid',
      fields: { 'lateEntry.writtenOn': 'The time must be now or in the past' },
    });
    const happened = { when: 'on-that-day', happenedOn: '2026-09-30' as IsoDate } as const; // `as`: a day that exists.
    expect(await failureOf(log.concerns.raise({ ...form, ...happened, lateEntry: late(written) }))).toEqual({
      kind: 'invalid',
      fields: { 'lateEntry.writtenOn': 'It was written before it happened. Check both dates' },
    });
  });
});

describe('what is known from the first minute', () => {
  it('stands in the concern letter for letter, in whichever direction it is written', async () => {
    const log = await practice.as('worker');
    const { concern } = await must(
      log.concerns.raise({ ...concernForm('Rana', practice.alderfield, arabic), facts: { ownWords: arabic } }),
    );
    const { state, stillToAdd } = await must(log.concerns.open({ concern }));
    expect([state.raised.what, state.facts.ownWords]).toEqual([arabic, arabic]);
    expect(stillToAdd.map(({ fact }) => fact)).not.toContain('ownWords');
  });

  it('asks about a child where somebody says that it is one, and refuses a day before they were born', async () => {
    const log = await practice.as('worker');
    const form = concernForm('Sorcha', practice.alderfield);
    const { concern } = await must(log.concerns.raise({ ...form, childOrAdult: 'child' }));
    const asked = (await must(log.concerns.open({ concern }))).stillToAdd.map(({ fact }) => fact);
    expect(asked).toContain('school');
    expect(asked).not.toContain('careNeeds');
    const dateOfBirth = '2026-09-01' as IsoDate; // `as`: a day that exists.
    const about = { details: { ...detailsOf('Tegan', practice.alderfield), dateOfBirth } };
    const before = { about, when: 'on-that-day', happenedOn: '2026-08-31' as IsoDate } as const; // `as`: the same.
    expect(await failureOf(log.concerns.raise({ ...form, ...before }))).toEqual({
      kind: 'invalid',
      fields: { happenedOn: 'This day is before they were born. Check both dates' },
    });
  });
});
