import { describe, expect, it } from 'vitest';
import { personDetails, standing } from '../../../shared/events/people.ts';

type Asked = Readonly<Record<string, unknown>>;
const bare = (details: Asked) => ({ practice: null, ...details });
const problems = (details: Asked) => {
  const answer = personDetails.safeParse(bare(details));
  return answer.success
    ? {}
    : Object.fromEntries(answer.error.issues.map(({ path, message }) => [path.join('.'), message]));
};

/** For each standing: the least that must be known, and what is asked for when it is not. */
const least: Readonly<Record<string, { enough: readonly Asked[]; asks: Asked }>> = {
  registered: {
    enough: [{ givenName: 'Walter' }, { familyName: 'Obi' }],
    asks: { familyName: 'Enter a name' },
  },
  unregistered: {
    enough: [{ givenName: 'Walter' }, { familyName: 'Obi' }],
    asks: { familyName: 'Enter a name' },
  },
  'not-yet-identified': {
    enough: [{ description: 'A man of about 40 in a red coat' }],
    asks: { description: 'Enter what is known of this person' },
  },
  unborn: {
    enough: [{ description: 'The baby of Kayleigh D., expected in March' }],
    asks: { description: 'Enter whose baby this will be' },
  },
};

describe('what must be known of a person', () => {
  it('is said for every standing', () => {
    expect(Object.keys(least).sort()).toEqual([...standing.options].sort());
  });

  it.each(standing.options)('%s: asks for what is missing and for nothing else', (one) => {
    expect(problems({ standing: one })).toEqual(least[one]?.asks);
    expect(problems({ standing: one, givenName: '  ', familyName: '', description: '\n' })).toEqual(least[one]?.asks);
    for (const enough of least[one]?.enough ?? []) expect(problems({ standing: one, ...enough })).toEqual({});
  });

  it('gives an unborn baby no date of birth, and one that is expected', () => {
    const baby = { standing: 'unborn', description: 'The baby of Kayleigh D.' };
    expect(problems({ ...baby, expectedOn: '2027-03-01' })).toEqual({});
    expect(problems({ ...baby, dateOfBirth: '2026-03-01' })).toEqual({
      dateOfBirth: 'An unborn baby has no date of birth yet',
    });
  });

  it('never waits for an NHS number or a practice, and refuses a wrong one', () => {
    expect(problems({ standing: 'registered', givenName: 'Walter', nhsNumber: '999 034 5074' })).toEqual({});
    expect(problems({ standing: 'registered', givenName: 'Walter', nhsNumber: '999 034 5075' })).toHaveProperty(
      'nhsNumber',
    );
    expect(personDetails.safeParse({ standing: 'registered', givenName: 'Walter' }).success).toBe(false);
  });

  it.each([
    { standing: 'dead' },
    { standing: null },
    { standing: 'registered', givenName: 'Walter', nickname: 'Wally' },
  ])('refuses %j', (details) => {
    expect(problems(details)).not.toEqual({});
  });
});
