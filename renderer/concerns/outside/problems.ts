import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';

/** Sentences by the boxes that they belong to; undefined where nothing is wrong. */
export type Problems = Readonly<Record<string, string | undefined>>;

/** Puts each sentence beside its box. @returns whether there was none */
export function isSound<T extends FieldValues>(form: UseFormReturn<T>, problems: Problems): boolean {
  const found = Object.entries(problems).filter(([, message]) => message !== undefined);
  for (const [field, message = ''] of found) form.setError(field as Path<T>, { message }); // `as`: names of its own boxes.
  return found.length === 0;
}

/** The sentence for a box of text that was left empty. */
export function missing(typed: string, sentence: string): string | undefined {
  return typed.trim() === '' ? sentence : undefined;
}

/** The same, each name with what it stands under in the form. */
export function under(at: string, problems: Problems): Problems {
  return Object.fromEntries(Object.entries(problems).map(([field, message]) => [`${at}.${field}`, message]));
}
