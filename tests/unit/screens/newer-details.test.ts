import { expect, it } from 'vitest';
import { newerIn, withNewer } from '../../../renderer/people/newer-details.ts';
import { blankPerson, type PersonValues } from '../../../renderer/people/person-values.ts';

const before: PersonValues = {
  ...blankPerson,
  standing: 'registered',
  knowsNumber: 'yes',
  nhsNumber: '999 012 3012',
  familyName: 'Marsden',
  practice: 'none',
  safeContact: 'Text first.',
};

it('a box that was left alone takes what a colleague wrote; one that was changed keeps what was typed', () => {
  const typed = { ...before, phone: '01632 960 111' };
  const newest = { ...before, safeContact: 'Never by text.', phone: '01632 960 222' };
  const merged = withNewer(typed, [before], newest);
  expect(merged).toEqual({ ...newest, phone: '01632 960 111' });
  const again = { ...newest, safeContact: 'Only on Mondays.' };
  expect(withNewer(merged, [before, newest], again).safeContact).toBe('Only on Mondays.');
});

it('what a colleague changed is shown beside what was typed, and nothing that only looks different', () => {
  const now = { ...before, nhsNumber: '9990123012', safeContact: 'Never by text.', phone: '01632 960 222' };
  const typed = { ...before, safeContact: 'Never by text.', phone: '01632 960 111' };
  expect(newerIn({ before, now, typed }, () => 'Alderfield')).toEqual([
    { key: 'Phone', before: null, now: '01632 960 222', typed: '01632 960 111' },
    {
      key: 'How and when it is safe to contact them',
      before: 'Text first.',
      now: 'Never by text.',
      typed: undefined,
    },
  ]);
});
