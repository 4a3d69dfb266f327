import type { Records } from './samples.ts';

/** The same for what is found out about the record of a person. */
export function soundPeople({ person, seen }: Records): Readonly<Record<string, Record<string, unknown>>> {
  const why = 'The same number on both letters.';
  const day = '2026-09-30';
  return {
    'people.timeline': { person, before: 0, kinds: ['concern'], stands: 'open', from: day, to: day },
    'people.like': {
      givenName: 'Walter',
      familyName: 'Exampleton',
      knownAs: 'Wally',
      dateOfBirth: '1944-05-01',
      nhsNumber: '999 012 3012',
    },
    'people.pairs': {},
    'people.join': { person, with: person, why },
    'people.part': { person, why },
    'people.keepApart': { person, from: person, why },
    'people.linkHousehold': { person, with: person, relation: 'Daughter' },
    'people.unlinkHousehold': { person, with: person, why },
    'people.chronology': { person },
    'people.addEvent': {
      person,
      on: day,
      period: 'Autumn 2026',
      what: 'Fire at the flat.',
      source: 'Fire service',
      impact: 'negative',
      action: 'Rehoused',
    },
    'people.withdrawEvent': { person, event: seen, why },
  };
}
