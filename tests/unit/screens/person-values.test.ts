import { describe, expect, it } from 'vitest';
import {
  blankPerson,
  detailsFrom,
  noPractice,
  type PersonDetails,
  type PersonValues,
  personProblems,
  valuesFrom,
} from '../../../renderer/people/person-values.ts';
import { inOrderOfNeed } from '../../../renderer/referrals/referral-state.ts';
import { ageWords } from '../../../renderer/words/dates.ts';
import { personDetails } from '../../../shared/events/people.ts';

const registered: PersonValues = {
  ...blankPerson,
  knowsNumber: 'yes',
  nhsNumber: '999 012 3012',
  standing: 'registered',
  givenName: 'Leah',
  dateOfBirth: { day: '19', month: 'June', year: '1993' },
  practice: noPractice,
};

describe('what is typed about a person', () => {
  it.each<[string, Partial<PersonValues>]>([
    ['registered', {}],
    [
      'known by another name, with where they live and what they need',
      { knownAs: 'Lee', address: '14 Mill Lane\nHarrowmere', communication: 'Large print' },
    ],
    ['not registered', { standing: 'unregistered', knowsNumber: 'no', nhsNumber: '', safeContact: 'Never by text' }],
    [
      'not yet identified',
      { standing: 'not-yet-identified', knowsNumber: 'no', nhsNumber: '', description: 'Red coat' },
    ],
    [
      'unborn',
      {
        ...blankPerson,
        standing: 'unborn',
        knowsNumber: 'no',
        description: 'Chloe’s',
        practice: noPractice,
        expectedOn: { day: '1', month: '2', year: '2027' },
      },
    ],
  ])('comes back as it was saved: %s', (_what, more) => {
    const values = { ...registered, ...more };
    expect(personProblems(values)).toEqual({});
    const saved: PersonDetails = personDetails.parse(detailsFrom(values));
    expect(personDetails.parse(detailsFrom(valuesFrom(saved)))).toEqual(saved);
  });

  it('leaves out boxes that the form no longer shows', () => {
    const typed = { ...registered, knowsNumber: 'no', description: 'Red coat' } as const;
    expect(detailsFrom(typed)).not.toHaveProperty('nhsNumber');
    expect(detailsFrom(typed)).not.toHaveProperty('description');
    // Somebody whose number is known is neither unborn nor unknown.
    expect(personProblems({ ...registered, standing: 'unborn' })).toHaveProperty('standing');
  });
});

describe('what lists say', () => {
  it('puts late referrals first, then those with the nearest reply, and what nobody waits for last', () => {
    const plain = {
      late: false,
      answer: null,
      replyBy: null,
      sentOn: '2026-11-01',
      unseenTooLong: false,
      next: 'none',
    };
    const line = (name: string, more: object) => ({ ...plain, name, ...more }) as const;
    const lines = [
      line('done', { answer: 'done' }),
      line('to tell', { answer: 'declined', next: 'tell-person' }),
      line('nobody has it', { unseenTooLong: true, replyBy: '2026-12-05' }),
      line('no day', {}),
      line('soon', { replyBy: '2026-11-30' }),
      line('later', { replyBy: '2026-12-04' }),
      line('late', { late: true, answer: 'accepted', replyBy: '2026-11-02' }),
    ];
    type Line = Parameters<typeof inOrderOfNeed>[0][number] & { readonly name: string };
    const names = inOrderOfNeed(lines as unknown as readonly Line[]); // `as`: of a line only what orders it is made.
    expect(names.map(({ name }) => name)).toEqual([
      'nobody has it',
      'late',
      'soon',
      'later',
      'to tell',
      'done',
      'no day',
    ]);
  });

  it.each([
    ['2026-11-14', '9 days'],
    ['2026-08-15', '3 months'],
    ['2024-11-24', '23 months'],
    ['1948-03-14', '78'],
  ])('says how old somebody born on %s is: %s', (born, words) => {
    expect(ageWords(born, new Date(2026, 10, 23))).toBe(words);
  });
});
