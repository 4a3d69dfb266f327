import { useEffect, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';

type Rules = typeof import('../../shared/domain/passphrase.ts');

let loading: Promise<Rules> | undefined;

/** Apart from the rest of the screens: its word lists are long, and few pages need them. */
function load(): Promise<Rules> {
  loading ??= import('../../shared/domain/passphrase.ts');
  return loading;
}

/** The rules for new passphrases; null until they are there. */
export function usePassphraseRules(): Rules | null {
  const [rules, setRules] = useState<Rules | null>(null);
  useEffect(() => {
    let here = true;
    // Without them nothing is offered, and the log still judges what is typed.
    load().then(
      (loaded) => here && setRules(loaded),
      () => {},
    );
    return () => {
      here = false;
    };
  }, []);
  return rules;
}

/** Where a form holds a new passphrase, and what would be guessed of it. */
export interface NewPassphrase<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  readonly name: Path<T>;
  readonly again: Path<T>;
  /** Names of the person, of the network and of its practices. */
  readonly context: () => readonly string[];
}

/**
 * Whether it can be used and was typed twice; if not, the form says why. Asked before the log is, which would else want a
 * colleague's own passphrase first and refuse the new one afterwards.
 */
export async function isGoodPassphrase<T extends FieldValues>(asked: NewPassphrase<T>): Promise<boolean> {
  const { of, name, again, context } = asked;
  const typed = String(of.getValues(name));
  const rules = await load().catch(() => null);
  const sentence = rules?.judgePassphrase(typed, context()).sentence ?? null;
  if (sentence !== null) of.setError(name, { message: sentence });
  else if (of.getValues(again) !== typed) of.setError(again, { message: 'Enter the same passphrase again' });
  else return true;
  return false;
}
