import type { z } from '../zod.ts';
import type { ContentBase } from './content.ts';

/** The subjects that events gather in. A thread has its own key, so who reads it is decided thread by thread. */
export type ThreadKind = 'register' | 'person' | 'concern' | 'leads-notes' | 'restricted' | 'referral' | 'session';

export interface EventDefinition<Content extends ContentBase = ContentBase> {
  /** The kind of thread that it belongs to; `any` fits every kind; null stands outside all threads. */
  readonly thread: ThreadKind | 'any' | null;
  /** What it says, or null when the header says all. */
  readonly content: z.ZodType<Content> | null;
  /** What happened, in the words of the audit log. */
  readonly words: string;
}

export function event<Schema extends z.ZodType<ContentBase>>(
  thread: ThreadKind | 'any',
  words: string,
  content: Schema,
) {
  return { thread, content, words } satisfies EventDefinition;
}

/** An event whose header is all of it: it has no content and is never folded. */
export function headerOnly(thread: ThreadKind | 'any' | null, words: string) {
  return { thread, content: null, words } as const satisfies EventDefinition;
}
