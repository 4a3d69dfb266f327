import { describe, expect, it } from 'vitest';
import {
  type ConcernCategory,
  categoryProblem,
  categoryWords,
  changedCategory,
  listProblem,
  mustStay,
  categoriesAtFirst as shipped,
  withCategory,
} from '../../../shared/domain/concern-categories.ts';

const own = withCategory(shipped, { name: 'Pressure sores', group: 'theme' });
const ended = changedCategory(own, 'own-1', { active: false });
const changed = 'This list has changed since you opened it. Look at it again, then make your change.';

describe('the types that are shipped', () => {
  it('are the ten of the Care Act guidance, those of abuse of children, and the themes of council forms', () => {
    const idsOf = (group: ConcernCategory['group']) => shipped.filter((one) => one.group === group).map(({ id }) => id);
    expect(idsOf('adult')).toHaveLength(10);
    expect(idsOf('child').slice(0, 4)).toEqual(['child-physical', 'child-emotional', 'child-sexual', 'child-neglect']);
    expect(idsOf('theme')).toEqual([
      'sexual-exploitation',
      'hate-crime',
      'mate-crime',
      'cuckooing',
      'radicalisation',
      'fgm',
      'cyber-abuse',
      'honour-based',
      'forced-marriage',
    ]);
    expect(shipped.every(({ active }) => active)).toBe(true);
    expect(listProblem(shipped, shipped)).toBeNull();
  });

  it('stay in use where something follows from them, and “I am not sure” does', () => {
    expect(shipped.filter(({ id }) => mustStay(id)).map(({ id }) => id)).toEqual([
      'domestic',
      'child-sexual',
      'child-domestic',
      'fgm',
      'honour-based',
      'forced-marriage',
      'suicide-self-harm',
      'not-sure',
    ]);
  });
});

describe('a change of the list', () => {
  it.each<[string, readonly ConcernCategory[], string | null]>([
    ['one more', own, null],
    ['one out of use', ended, null],
    ['the same again in use', changedCategory(ended, 'own-1', { active: true }), null],
    ['another name', changedCategory(own, 'neglect', { name: 'Neglect by a carer' }), null],
    ['one deleted', own.slice(1), changed],
    ['one in another group', own.map((one) => ({ ...one, group: 'other' as const })), changed],
    ['an id twice', [...own, ...own.slice(0, 1)], changed],
    [
      'a name twice in a group',
      withCategory(own, { name: 'pressure SORES', group: 'theme' }),
      'There is one called “pressure SORES” already.',
    ],
    ['a name that another group has', withCategory(own, { name: 'Pressure sores', group: 'child' }), null],
    [
      'one out of use on which a duty hangs',
      changedCategory(own, 'fgm', { active: false }),
      '“Female genital mutilation (FGM)” stays in use: this log tells people what to do about it.',
    ],
  ])('%s', (_what, next, expected) => {
    expect(listProblem(next, own)).toBe(expected);
  });

  it('gives each of its own an id that was never used before', () => {
    const two = withCategory(ended, { name: 'بلطجة', group: 'child' });
    expect(two.map(({ id }) => id).slice(-2)).toEqual(['own-1', 'own-2']);
  });
});

describe('a concern', () => {
  it('is raised with what is in use, and with nothing else', () => {
    expect(categoryProblem(['neglect', 'own-1'], own)).toBeNull();
    expect(categoryProblem(['neglect', 'gone'], own)).toBe('Select what you are concerned about');
    expect(categoryProblem(['neglect', 'own-1'], ended)).toBe(
      '“Pressure sores” is no longer in use. Take it away and select another. What you wrote is kept.',
    );
  });

  it('keeps the words of its types in the order of the form, marked where they are no longer in use', () => {
    expect(categoryWords(['own-1', 'child-neglect', 'neglect', 'of a later version'], ended)).toEqual([
      'Neglect and acts of omission',
      'Child: neglect',
      'Pressure sores (no longer in use)',
      'of a later version',
    ]);
  });
});
