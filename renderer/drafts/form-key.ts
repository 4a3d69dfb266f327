import { useState } from 'react';

interface Shown {
  readonly draft: string | undefined;
  /** What else of the address makes it another form: whom it is about. */
  readonly about: string;
  readonly begun: string | undefined;
  readonly key: number;
}

/**
 * A key for the form on a page whose address may name a draft: another draft, or none, is another form, and so is one
 * about somebody else. Only when the address comes to name the draft that was begun in the form does that form stay.
 *
 * @returns the key, and what to call when a draft was begun
 */
export function useFormKey(
  draft: string | undefined,
  ...of: readonly (string | undefined)[]
): readonly [key: number, begun: (draft: string) => void] {
  const about = of.join(' ');
  const [shown, setShown] = useState<Shown>({ draft, about, begun: undefined, key: 0 });
  if (shown.draft !== draft || shown.about !== about) {
    const stays = draft !== undefined && draft === shown.begun;
    setShown({ draft, about, begun: stays ? shown.begun : undefined, key: stays ? shown.key : shown.key + 1 });
  }
  return [shown.key, (begun) => setShown((now) => ({ ...now, begun }))];
}
