import type { Instant } from '../domain/calendar.ts';
import { type DraftId, draftId, type StaffId } from '../domain/ids.ts';
import { discardReason } from '../events/register.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

const tooLong = 'This draft is too long to keep. Shorten it, or save it in parts';
const mostValues = 20_000;
const deepest = 16;

// Without recursion, and before anything that recurses: what a screen sends may be nested without end.
function isSmall(form: unknown): boolean {
  const waiting = [{ value: form, depth: 0 }];
  for (let looked = 0; looked < mostValues && waiting.length < mostValues; looked += 1) {
    const next = waiting.pop();
    if (next === undefined) return true;
    if (next.depth > deepest) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const value of Object.values(next.value)) waiting.push({ value, depth: next.depth + 1 });
  }
  return false;
}

const boxes = z
  .record(z.string().max(100), z.json())
  .refine((typed) => JSON.stringify(typed).length <= 200_000, tooLong);
const form = z.custom<z.input<typeof boxes>>(isSmall, tooLong).pipe(boxes);
const kind = z.enum([
  'concern',
  'information',
  'decision',
  'closing',
  'referral-outside',
  'escalation',
  'sharing',
  'referral',
  'session',
  'person',
  'restricted',
]);

/** That a draft exists, since when and whose. Never what it says. */
export interface DraftLine {
  readonly draft: DraftId;
  readonly kind: string;
  readonly author: StaffId;
  readonly begunAt: Instant;
  readonly savedAt: Instant;
}

/** A draft of one's own, with the few words that its form gave it. They are sealed with it: nobody else reads them. */
export interface OwnDraftLine extends DraftLine {
  readonly label: string | null;
}

export type DiscardReason = z.infer<typeof discardReason>;

export const draftCalls = {
  /** Without `draft` a new one is begun; one that has ended is not found. When it answers, the draft is on the disk. */
  save: command<{ readonly draft: DraftId; readonly savedAt: Instant }>()(
    z.strictObject({ draft: draftId.optional(), kind, form, label: z.string().max(120).optional() }),
  ),
  discard: command<null>()(z.strictObject({ draft: draftId, reason: discardReason })),
  mine: query<readonly OwnDraftLine[]>()(z.strictObject({})),
  open: query<{ readonly kind: string; readonly form: Readonly<Record<string, unknown>> }>()(
    z.strictObject({ draft: draftId }),
  ),
  /** Those of colleagues that have waited longer than the setting allows. */
  late: query<readonly DraftLine[]>()(z.strictObject({}), {
    roles: ['supervisor', 'safeguarding-lead', 'deputy-safeguarding-lead'],
  }),
};
