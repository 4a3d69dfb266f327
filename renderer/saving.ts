import { useRef, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { type Answer, type Failure, sentenceFor } from '../shared/contract/failures.ts';
import { looks } from './look.tsx';

export interface Saving {
  readonly busy: boolean;
  /** A sentence that belongs to no field. */
  readonly problem: string | null;
  readonly failure: Failure | null;
  /** Saves once, however often it is called meanwhile. Resolves to the value, or undefined if it was not saved. */
  readonly save: <T>(work: () => Promise<Answer<T>>) => Promise<T | undefined>;
}

interface Options<Values extends FieldValues> {
  /** Where the sentences about single fields go. */
  readonly form?: UseFormReturn<Values>;
  /** Fields of the form by the names that the log uses for them, where the two differ; or how to find them. */
  readonly fields?: Readonly<Record<string, Path<Values>>> | ((field: string) => Path<Values>);
}

/** Puts the log's sentences beside their fields; what has no field of its own is returned. */
export function showInFields<Values extends FieldValues>(
  failure: Extract<Failure, { kind: 'invalid' }>,
  { form, fields = {} }: Options<Values>,
): string | null {
  // `as`: the log's names are the form's.
  const fieldOf = typeof fields === 'function' ? fields : (field: string) => fields[field] ?? (field as Path<Values>);
  if (form === undefined) return Object.values(failure.fields)[0] ?? sentenceFor(failure);
  for (const [field, message] of Object.entries(failure.fields)) {
    form.setError(fieldOf(field), { type: 'log', message });
  }
  return null;
}

/**
 * One save at a time: a second click while the first is on its way does nothing. What the log answers is shown where it
 * belongs, and after a save every look looks again.
 */
export function useSaving<Values extends FieldValues = FieldValues>(options: Options<Values> = {}): Saving {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef(false);
  const save = async <T>(work: () => Promise<Answer<T>>): Promise<T | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setFailure(null);
    setProblem(null);
    try {
      const answer = await work();
      if (answer.ok) {
        void looks.invalidateQueries();
        return answer.value;
      }
      setFailure(answer.failure);
      setProblem(
        answer.failure.kind === 'invalid' ? showInFields(answer.failure, options) : sentenceFor(answer.failure),
      );
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, problem, failure, save };
}
