import { describe, expect, it } from 'vitest';
import { initialsOf, proposedInitials } from '../../../shared/domain/person-name.ts';

describe('the initials of a person in a list', () => {
  it.each([
    ['Leah Marsden', 'L. M.'],
    ['Olive Trent-Lacey', 'O. T.'],
    ['Kayleigh D.', 'K. D.'],
    ['émile  zola', 'É. Z.'],
    ['Man of about sixty with a red coat', 'Somebody without a name'],
    ['', 'Somebody without a name'],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('the initials that are proposed for a colleague', () => {
  it.each([
    ['Dr M Fenwick-Oye', 'MFO'],
    ['J Sedley', 'JS'],
    ['Amina Q.', 'AQ'],
    ['  prof. émile  zola (locum)', 'ÉZ'],
    ['Mr', ''],
    ['', ''],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(proposedInitials(name)).toBe(initials);
  });
});
