import { type ReactNode, useEffect, useState } from 'react';
import { sentenceFor } from '../../shared/contract/failures.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';

export type KeptForm = Readonly<Record<string, unknown>>;

/** What was kept, laid over what a blank form holds: a draft may be older than the form, or half of one. */
export function laidOver<Value>(blank: Value, kept: unknown): Value {
  if (typeof blank !== 'object' || blank === null || Array.isArray(blank)) {
    return typeof kept === typeof blank && Array.isArray(kept) === Array.isArray(blank) ? (kept as Value) : blank; // `as`: the line compares the kinds.
  }
  const held: KeptForm = typeof kept === 'object' && kept !== null ? (kept as KeptForm) : {}; // `as`: an object has keys.
  return Object.fromEntries(Object.entries(blank).map(([key, value]) => [key, laidOver(value, held[key])])) as Value; // `as`: the same keys.
}

interface Props<Values> {
  readonly draft: string | undefined;
  readonly blank: Values;
  /** The heading over what is wrong, where the page itself is among the children. */
  readonly title?: string;
  readonly children: (values: Values, kept: KeptForm) => ReactNode;
}

const gone =
  'This draft is no longer there. What was written in it was saved as a record, or the draft was discarded. Look whether the record is there before you write it again.';

/** What is on the disk now. Never what was looked at before: a draft changes while it is written, and ends with its record. */
function useKeptForm(draft: string | undefined) {
  const [form, setForm] = useState<KeptForm | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (draft === undefined) return undefined;
    let here = true;
    const open = async (): Promise<void> => {
      const answer = await log.drafts.open({ draft: draft as DraftId }); // `as`: the log refuses anything else.
      if (!here) return;
      if (answer.ok) setForm(answer.value.form);
      else setProblem(answer.failure.kind === 'notFound' ? gone : sentenceFor(answer.failure));
    };
    void open();
    return () => {
      here = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another attempt is the occasion, not an input
  }, [draft, attempt]);
  const again = () => {
    setProblem(null);
    setAttempt((count) => count + 1);
  };
  return { form, problem, again };
}

/** A form that opens on the draft named in the address, if there is one. One begun later on the page changes nothing. */
export function FromDraft<Values>({ draft, blank, title, children }: Props<Values>) {
  const [opened] = useState(draft);
  const { form, problem, again } = useKeptForm(opened);
  if (opened === undefined) return children(blank, {});
  if (form !== null) return children(laidOver(blank, form), form);
  if (problem === null) return null;
  const said = <Problem sentence={problem} {...(problem !== gone && { onAgain: again })} />;
  return title === undefined ? said : <Page title={title}>{said}</Page>;
}
