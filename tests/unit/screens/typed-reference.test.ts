import { describe, expect, it } from 'vitest';
import { hasReference } from '../../../renderer/concerns/links/typed-reference.ts';

const line = { reference: 'C-7F1K0Q' };

describe('a reference that somebody types', () => {
  it.each(['C-7F1K0Q', 'c-7f1k0q', '7f1k0q', '7F1 K0Q', 'c - 7F1', '1k0', 'K0Q', '7FIKOQ', '7flk0q'])(
    'is found as %s',
    (typed) => {
      expect(hasReference(line, typed)).toBe(true);
    },
  );

  it.each(['', '7', '7F', 'C-', '7F1K0Z', 'Fik Oq Zed'])('is not found as "%s"', (typed) => {
    expect(hasReference(line, typed)).toBe(false);
  });
});
