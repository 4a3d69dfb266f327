import { z } from '../../shared/zod.ts';
import type { Json } from '../store/log/canonical.ts';

type Form = Readonly<Record<string, unknown>>;

/** What is sealed of a draft: the form, and the few words by which its author finds it again. */
export interface KeptDraft {
  readonly form: Form;
  readonly label: string | null;
}

const newest = z.strictObject({
  v: z.literal(2),
  form: z.record(z.string(), z.unknown()),
  label: z.string().nullable(),
});

export function keptDraft(form: Form, label: string | undefined): KeptDraft & { readonly v: 2 } {
  const words = label?.trim() ?? '';
  return { v: 2, form, label: words === '' ? null : words };
}

/** Older programs sealed the form alone. */
export function readKept(sealed: Json): KeptDraft {
  const kept = newest.safeParse(sealed);
  if (kept.success) return { form: kept.data.form, label: kept.data.label };
  return { form: sealed as Form, label: null }; // `as`: `save` has only ever taken objects.
}
