import type { ContentType } from './index.ts';

/** A content as it was written, of whatever version. */
export type OldContent = Readonly<Record<string, unknown>>;

/** For a type and a version of it: how such a content is said in the next version, which it names in `v`. */
export type Upcasts = { readonly [T in ContentType]?: Readonly<Record<number, (content: OldContent) => OldContent>> };

/**
 * Shapes that older programs wrote. What is stored is never rewritten: its signature and its place in the chain are
 * over the old bytes (FORMAT.md 18). Empty as long as every type is in its first version.
 */
export const upcasts: Upcasts = {};

/** The newest shape of a content, before it is parsed. One that is of a newer program stays as it is, and does not parse. */
export function upcast(type: ContentType, content: unknown, table: Upcasts): unknown {
  let newest = content;
  for (let steps = 0; steps < 100; steps += 1) {
    if (typeof newest !== 'object' || newest === null || !('v' in newest) || typeof newest.v !== 'number')
      return newest;
    const step = table[type]?.[newest.v];
    if (step === undefined) return newest;
    newest = step({ ...newest });
  }
  throw new Error('an upcast that does not rise');
}
