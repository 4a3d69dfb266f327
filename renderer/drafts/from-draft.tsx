import { type ReactNode, useState } from 'react';
import type { DraftId } from '../../shared/domain/ids.ts';
import { Look, useLook } from '../look.tsx';

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
  readonly children: (values: Values, kept: KeptForm) => ReactNode;
}

/** A form that opens on the draft named in the address, if there is one. One begun later on the page changes nothing. */
export function FromDraft<Values>({ draft, blank, children }: Props<Values>) {
  const [opened] = useState(draft);
  const at = useLook('drafts', 'open', { draft: opened as DraftId }, opened !== undefined); // `as`: the log refuses anything else.
  if (opened === undefined) return children(blank, {});
  return (
    <Look at={at} what="your draft">
      {({ form }) => children(laidOver(blank, form), form)}
    </Look>
  );
}
