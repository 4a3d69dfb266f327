import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../shared/domain/ids.ts';
import { concernForm, detailsOf, failureOf } from '../factories/forms.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;

beforeAll(async () => {
  practice = await makePractice(world);
});
afterAll(() => world[Symbol.asyncDispose]());

/** A concern about somebody new, who lives there. */
async function raised(name: string, address?: string) {
  const details = { ...detailsOf(name, practice.alderfield), address };
  return must(world.log.concerns.raise({ ...concernForm(name, practice.alderfield), about: { details } }));
}

async function again(person: PersonId) {
  return must(world.log.concerns.raise({ ...concernForm('x', practice.alderfield), about: { person } }));
}

const kindsOf = async (person: PersonId) => (await must(world.log.people.patterns({ person }))).map(({ kind }) => kind);

describe('what is worth reading together', () => {
  it('is three concerns in 90 days, of which none was a mistake', async () => {
    await practice.as('worker');
    const { person } = await raised('Bea');
    const { concern } = await again(person);
    expect(await kindsOf(person)).toEqual([]);
    await again(person);
    const [found] = await must(world.log.people.patterns({ person }));
    expect(found).toMatchObject({ kind: 'several', missed: [] });
    expect(found?.concerns.map(({ reference, name }) => [reference.slice(0, 2), name])).toEqual(
      Array.from({ length: 3 }, () => ['C-', null]),
    );
    await must(world.log.concerns.enterInError({ concern, why: 'I chose the wrong Bea.' }));
    expect(await kindsOf(person)).toEqual([]);
  });

  it('is only what the reader reads: a colleague counts their own concerns', async () => {
    await practice.as('worker');
    const { person } = await raised('Ada');
    await again(person);
    await again(person);
    expect(await kindsOf(person)).toEqual(['several']);
    const other = await practice.as('otherWorker');
    expect(await failureOf(other.people.patterns({ person }))).toEqual({ kind: 'notFound' });
    expect(await kindsOf((await raised('Cal')).person)).toEqual([]);
  });

  it('is concerns about two people at one address, each named to the reader of both', async () => {
    await practice.as('worker');
    const mother = await raised('Dee', '14 Mill Lane, Harrowmere');
    const child = await raised('Eli', '14 Mill Lane  harrowmere');
    expect(await must(world.log.people.patterns({ person: mother.person }))).toMatchObject([
      { kind: 'household', concerns: [{ concern: child.concern, name: 'Eli Exampleton' }] },
    ]);
    expect(await kindsOf(child.person)).toEqual(['household']);
    expect(await kindsOf((await raised('Fay')).person)).toEqual([]);
  });

  it('is a concern and a referral that was declined', async () => {
    await practice.as('worker');
    const { person } = await raised('Gus');
    const { referral } = await must(
      world.log.referrals.send({
        person,
        to: 'Memory clinic',
        purpose: 'review',
        ask: 'Lost his way home twice.',
        urgency: 'routine',
        agrees: 'yes',
        sentBy: 'phone',
        sentOn: '2026-09-30',
      } as never), // `as never`: days are plain text here and below.
    );
    expect(await kindsOf(person)).toEqual([]);
    const { newest: seen } = await must(world.log.referrals.open({ referral }));
    const no = { referral, seen, answer: 'declined', said: 'Not now.', answeredOn: '2026-10-01' };
    await must(world.log.referrals.answer(no as never));
    expect(await must(world.log.people.patterns({ person }))).toMatchObject([
      { kind: 'missed', missed: [{ referral, what: 'declined', on: '2026-10-01' }] },
    ]);
  });
});
