import { describe, expect, it } from 'vitest';
import { blankRaise, type RaiseValues, readRaise } from '../../../renderer/concerns/raise-form.ts';
import {
  blankRestricted,
  carriedOver,
  restrictedInput,
} from '../../../renderer/concerns/restricted/restricted-form.ts';
import { categoriesAtFirst } from '../../../shared/domain/concern-categories.ts';

const colleague = () => ({ name: 'Grace O.', role: 'Social prescribing link worker' });
const reading = { now: new Date('2026-11-23T12:00:00.000Z'), demo: true, known: categoriesAtFirst, colleague };
const staff = 'AAAAAAAAAAAAAAAAAAAAAA';
const nobody = blankRaise.recordedFor;

const typed: RaiseValues = {
  ...blankRaise,
  dangerNow: 'no',
  person: staff,
  categories: { ...blankRaise.categories, adult: ['domestic'] },
  what: 'He works here. She is afraid of him.',
  when: 'not-known',
  know: 'saw-or-heard-it',
  safeContact: 'Phone only before noon.',
  keepSafeContact: ['yes'],
};

const inputOf = (values: RaiseValues) => {
  const { input, problems } = readRaise(values, reading);
  if (input === null) throw new Error([...problems.values()].join(' '));
  return restrictedInput(input, blankRestricted);
};

describe('the words of an ordinary draft, gone on with as a restricted concern', () => {
  it('name whoever told them, for a restricted concern is recorded for nobody', () => {
    const one = { ...typed, recordedFor: { ...nobody, whom: 'colleague' as const, staff } };
    expect(inputOf(carriedOver(one, colleague))).toMatchObject({
      know: 'somebody-else-told-me',
      toldBy: 'Grace O., Social prescribing link worker',
    });
    const other = { ...nobody, whom: 'somebody-else' as const, name: 'J Reeve', role: 'Receptionist' };
    const second = { ...typed, recordedFor: other, know: 'somebody-else-told-me' as const, toldBy: 'her sister' };
    expect(inputOf(carriedOver(second, colleague)).toldBy).toBe('J Reeve, Receptionist, who was told by her sister');
  });

  it('stay as they are where nobody told them', () => {
    expect(inputOf(carriedOver(typed, colleague))).toMatchObject({ know: 'saw-or-heard-it', what: typed.what });
  });

  it('keep how to contact them safely in the concern, and in no details that others read', () => {
    const input = inputOf(carriedOver(typed, colleague));
    expect(input.facts).toEqual({ safeToContact: 'Phone only before noon.' });
    expect(input).not.toHaveProperty('keepSafeContact');
  });
});
