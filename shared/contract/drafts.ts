import type { Instant } from '../domain/calendar.ts';
import { type DraftId, draftId, type StaffId } from '../domain/ids.ts';
import { discardReason } from '../events/register.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

const form = z
  .record(z.string().max(100), z.json())
  .refine(
    (typed) => JSON.stringify(typed).length <= 200_000,
    'This draft is too long to keep. Shorten it, or save it in parts',
  );
const kind = z.enum(['concern', 'information', 'referral', 'session', 'person']);

/** That a draft exists, since when and whose. Never what it says. */
export interface DraftLine {
  readonly draft: DraftId;
  readonly kind: string;
  readonly author: StaffId;
  readonly begunAt: Instant;
  readonly savedAt: Instant;
}

export const draftCalls = {
  /** Without `draft` a new one is begun. When it answers, the draft is on the disk. */
  save: command<{ readonly draft: DraftId; readonly savedAt: Instant }>()(
    z.strictObject({ draft: draftId.optional(), kind, form }),
  ),
  discard: command<null>()(z.strictObject({ draft: draftId, reason: discardReason })),
  mine: query<readonly DraftLine[]>()(z.strictObject({})),
  open: query<{ readonly kind: string; readonly form: Readonly<Record<string, unknown>> }>()(
    z.strictObject({ draft: draftId }),
  ),
  /** Those of colleagues that have waited longer than the setting allows. */
  late: query<readonly DraftLine[]>()(z.strictObject({}), {
    roles: ['supervisor', 'safeguarding-lead', 'deputy-safeguarding-lead'],
  }),
};
