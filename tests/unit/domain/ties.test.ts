import { describe, expect, it } from 'vitest';
import type { PracticeId } from '../../../shared/domain/ids.ts';
import { isSameAddress, tiesBetween } from '../../../shared/domain/ties.ts';
import { named } from '../../factories/events.ts';

describe('two addresses', () => {
  it.each([
    ['12 Quarry Lane, Alderfield, HX1 2QQ', '12 quarry lane alderfield hx12qq'],
    ['12 Quarry Ln., HX1 2QQ', '12, Quarry Lane\nAlderfield\nHX1 2QQ'],
    ['Flat 3, 12 Quarry Lane, HX1 2QQ', 'flat 3 12 Quarry Lane HX1 2QQ'],
    ['12 Quarry Lane', '12 Quarry Lane, Alderfield, HX1 2QQ'],
    ['12 St. Anne’s Road', "12 St Anne's Rd"],
    ['The Old Mill, HX1 2QQ', 'the old mill hx1 2qq'],
  ])('%s is %s', (one, other) => {
    expect(isSameAddress(one, other)).toBe(true);
    expect(isSameAddress(other, one)).toBe(true);
  });

  it.each([
    ['12 Quarry Lane, HX1 2QQ', '14 Quarry Lane, HX1 2QQ'],
    ['12 Quarry Lane, HX1 2QQ', '12 Quarry Lane, HX9 9ZZ'],
    ['Flat 1, 12 Quarry Lane, HX1 2QQ', 'Flat 2, 12 Quarry Lane, HX1 2QQ'],
    ['12 Quarry Lane', '12 Mill Lane'],
    ['12 Quarry Lane', ''],
    [undefined, undefined],
  ])('%s is not %s', (one, other) => expect(isSameAddress(one, other)).toBe(false));
});

describe('what ties a source of harm to the person', () => {
  const alderfield = named<PracticeId>('Alderfield');
  const person = { address: '12 Quarry Lane', practice: alderfield };
  const placed = { livesWithPerson: 'not-known' as const };

  it('is that they live together, the same address and the same practice', () => {
    expect(tiesBetween(person, { ...person, livesWithPerson: 'yes' })).toEqual([
      'lives-with',
      'same-address',
      'same-practice',
    ]);
  });

  it('is found in their own details too', () => {
    expect(tiesBetween(person, placed, person)).toEqual(['same-address', 'same-practice']);
  });

  it('is nothing where nothing is known, nor where neither has a practice of this log', () => {
    expect(tiesBetween(person, placed)).toEqual([]);
    expect(tiesBetween({}, placed)).toEqual([]);
    expect(tiesBetween({ practice: null }, { ...placed, practice: null })).toEqual([]);
  });
});
