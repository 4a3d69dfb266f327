import { useState } from 'react';

/**
 * A key for the form on a page whose address may name a draft: another draft, or none, is another form. Only when the
 * address comes to name the draft that was begun in the form does that form stay.
 *
 * @returns the key, and what to call when a draft was begun
 */
export function useFormKey(draft: string | undefined): readonly [key: number, begun: (draft: string) => void] {
  const [shown, setShown] = useState<{ draft: string | undefined; begun: string | undefined; key: number }>({
    draft,
    begun: undefined,
    key: 0,
  });
  if (shown.draft !== draft) {
    const stays = draft !== undefined && draft === shown.begun;
    setShown({ draft, begun: undefined, key: stays ? shown.key : shown.key + 1 });
  }
  return [shown.key, (begun) => setShown((now) => ({ ...now, begun }))];
}
