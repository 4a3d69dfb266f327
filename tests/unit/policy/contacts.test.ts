import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/calendar.ts';
import type { PracticeId } from '../../../shared/domain/ids.ts';
import { contactsFor, needsCheck, numbersAt } from '../../../shared/policy/contacts.ts';
import { settingsAtFirst } from '../../../shared/policy/register/settings.ts';
import type { Contact } from '../../../shared/policy/register-state.ts';

const [alderfield, quillgate] = ['alderfield', 'quillgate'] as [PracticeId, PracticeId]; // `as`: any name does here.
const contact = (name: string, more: Partial<Contact> = {}): Contact => ({
  contact: name,
  name,
  phone: '01632 960100',
  kind: 'adult-social-care',
  checkedOn: null,
  ...more,
});
const register = {
  settings: { ...settingsAtFirst, councils: [{ practice: alderfield, council: 'Harrowmere' }] },
  contacts: [
    contact('helpline'),
    contact('ours', { council: 'Harrowmere' }),
    contact('theirs', { council: 'Saltmarsh' }),
    contact('children', { council: 'Harrowmere', kind: 'childrens-social-care' }),
    contact('of no kind', { kind: undefined }),
  ],
};
const namesFor = (practice: PracticeId | null) =>
  contactsFor(register, 'adult-social-care', practice).map(({ name }) => name);

describe('whom to phone', () => {
  it('is the council of the practice first, then what is right everywhere', () => {
    expect(namesFor(alderfield)).toEqual(['ours', 'helpline']);
  });
  it('is everybody of that kind where no council is known', () => {
    expect(namesFor(quillgate)).toEqual(['helpline', 'ours', 'theirs']);
    expect(namesFor(null)).toEqual(['helpline', 'ours', 'theirs']);
  });
});

// Open 8am to 6:30pm on weekdays, by the clock of England.
it.each([
  ['a Tuesday morning', '2026-11-24T09:00:00Z', 'in-hours'],
  ['a Tuesday evening', '2026-11-24T18:30:00Z', 'out-of-hours'],
  ['a summer morning before eight in England', '2026-07-07T06:59:00Z', 'out-of-hours'],
  ['a summer morning at eight in England', '2026-07-07T07:00:00Z', 'in-hours'],
  ['a Sunday', '2026-11-22T11:00:00Z', 'out-of-hours'],
  ['a bank holiday', '2026-12-25T11:00:00Z', 'out-of-hours'],
] as const)('on %s the number to ring comes first', (_when, now, first) => {
  const both = contact('council', { outOfHours: '01632 960199' });
  expect(numbersAt(both, register, new Date(now)).map(({ when }) => when)[0]).toBe(first);
  expect(numbersAt(both, register, new Date(now))).toHaveLength(2);
  expect(numbersAt(contact('line', { outOfHours: 'Always' }), register, new Date(now))).toEqual([
    { phone: '01632 960100', when: 'always' },
  ]);
});

it('asks to check a number that nobody has checked, or not for 180 days', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  expect(needsCheck(null, register, now)).toBe(true);
  expect(needsCheck('2026-05-28' as IsoDate, register, now)).toBe(false);
  expect(needsCheck('2026-05-27' as IsoDate, register, now)).toBe(true);
});
