import { useCallback } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import type { Answer } from '../../shared/contract/failures.ts';
import type { WindowNews } from '../../shared/contract/window.ts';
import { useNews } from '../frame/use-news.ts';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';

interface HalvesValues extends FieldValues {
  first: string;
  second: string;
}

export const blankHalves = { first: '', second: '' };

/** The names of the two boxes by those of the log. */
export const halvesFields = { 'halves.0': 'first', 'halves.1': 'second' } as const;

/** The two halves as their holders type them: each alone, so that the other does not read it. */
export function HalvesFields<T extends HalvesValues>({ of }: { readonly of: UseFormReturn<T> }) {
  const news = useCallback(
    (told: WindowNews) => {
      // Nobody is there: no half waits for whoever comes next.
      if (told.news !== 'cover') return;
      for (const name of ['first', 'second'] as Path<T>[]) of.setValue(name, '' as PathValue<T, Path<T>>); // `as`: both hold text.
    },
    [of],
  );
  useNews(news);
  return (
    <>
      <PassphraseField
        of={of}
        name={'first' as Path<T>} // `as`, here and below: every such form has it.
        label="First half"
        hint="Nine groups of four. Capitals, spaces and dashes do not matter, nor which half comes first."
        what="first half"
      />
      <PassphraseField of={of} name={'second' as Path<T>} label="Second half" what="second half" />
    </>
  );
}

/** Puts the same half typed twice beside the second box, where it is mended. */
export async function besideTheHalves<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await asked;
  if (answer.ok || answer.failure.kind !== 'store' || answer.failure.problem !== 'recoverySameHalf') return answer;
  const sentence = 'This is the first half once more. Type the other half';
  return { ok: false, failure: { kind: 'invalid', fields: { 'halves.1': sentence } } };
}
