import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { PageErrorsContext } from '../page-errors.ts';
import { ErrorSummary } from './error-summary.tsx';
import { clearAnswered, complaintsOf } from './errors.ts';
import { keepClicksOff } from './keep-clicks-off.ts';

interface Props<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  /** Called on submit, once at a time; the parent checks and saves. */
  readonly onSave: () => void;
  /** A sentence that belongs to no field. */
  readonly problem?: ReactNode;
  readonly label?: string;
  readonly children: ReactNode;
}

// Counts failed submits. Errors may come with the submit or long after it (the answer of a save), but focus moves once
// per submit and never without one: otherwise somebody would lose their place while typing.
function useFailures(mark: string, failing: boolean) {
  const [failures, setFailures] = useState(0);
  const markAtSubmit = useRef<string | null>(null);
  useEffect(() => {
    if (!failing || markAtSubmit.current === null || markAtSubmit.current === mark) return;
    markAtSubmit.current = null;
    setFailures((count) => count + 1);
    keepClicksOff();
  }, [mark, failing]);
  const submitted = useCallback((before: string) => {
    markAtSubmit.current = before;
  }, []);
  return { failures, submitted };
}

/** A form: Ctrl+Enter saves, errors are listed above the page's heading (or first in the form, in a dialog). */
export function Form<T extends FieldValues>({ of, onSave, problem, label, children }: Props<T>) {
  const page = use(PageErrorsContext);
  const complaints = complaintsOf(of);
  const failing = complaints.length > 0 || Boolean(problem);
  const markOf = (messages: readonly string[]) =>
    JSON.stringify([of.formState.submitCount, messages, typeof problem === 'string' ? problem : Boolean(problem)]);
  const { failures, submitted } = useFailures(markOf(complaints.map(({ message }) => message)), failing);
  const tellPage = page?.failing;
  useLayoutEffect(() => (failing ? tellPage?.() : undefined), [failing, tellPage]);

  useEffect(() => of.watch((_, { name }) => clearAnswered(of, name)).unsubscribe, [of]);

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form in a dialog is a child of the page's form for React, not for people.
    event.stopPropagation();
    if (event.currentTarget.querySelector('button[type="submit"][aria-disabled="true"]')) return;
    // Errors that were set by hand would else stand for ever and keep handleSubmit from calling.
    of.clearErrors();
    submitted(markOf([]));
    onSave();
  };
  const saveOnKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) event.currentTarget.requestSubmit();
  };

  const summary = failing ? (
    <ErrorSummary key={failures} complaints={complaints} problem={problem} takesFocus={failures > 0} />
  ) : null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter saves from any field, and the fields' keys rise to here
    <form noValidate aria-label={label} onSubmit={save} onKeyDown={saveOnKeys}>
      {summary && page?.slot ? createPortal(summary, page.slot) : summary}
      {children}
    </form>
  );
}
