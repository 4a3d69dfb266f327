import type { Likeness } from '../../../shared/domain/alike.ts';

/** Why two records may be of one person. */
export const likenessWords = {
  'same-number': 'They have the same NHS number.',
  'same-name-and-birth': 'They have nearly the same name, and the same date of birth.',
  'same-name': 'They have the same name. For one of them no date of birth is known.',
  'same-name-other-birth': 'They have nearly the same name. Their dates of birth differ.',
} as const satisfies Record<Likeness, string>;
