import { type Instant, instant } from '../domain/calendar.ts';
import { type EventId, type StaffId, staffId } from '../domain/ids.ts';
import { noteText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

export interface AuditLine {
  readonly entry: number;
  readonly event: EventId;
  readonly at: Instant;
  readonly who: { readonly staff: StaffId; readonly name: string } | null;
  readonly what: string;
  readonly record: string | null;
  readonly about: string | null;
  /** SHA-256 of the entry (RFC 6962 leaf), base64. The next entry carries it. */
  readonly seal: string;
}

export interface AuditPage {
  readonly total: number;
  readonly lines: readonly AuditLine[];
}

// References and names of staff only, but who raised something about whom is nobody's business who does not oversee it.
const overseers = { roles: ['practice-manager', 'safeguarding-lead', 'deputy-safeguarding-lead'] } as const;

const range = { from: instant.nullable(), to: instant.nullable() };

export const auditCalls = {
  page: query<AuditPage>()(
    z.strictObject({
      ...range,
      who: staffId.optional(),
      what: z.string().max(60).optional(),
      before: z.int().min(0).optional(),
      limit: z.int().min(1).max(200).default(25),
    }),
    overseers,
  ),
  /** Reads and verifies the whole log again. */
  check: query<{ readonly entries: number; readonly root: string }>()(z.strictObject({}), overseers),
  /** Writes the bundle into a folder that the person chose. The name holds ids and dates only. */
  export: command<{
    readonly file: string;
    readonly shown: number;
    readonly withheld: number;
    readonly root: string;
  }>()(
    z.strictObject({
      ...range,
      why: words(noteText, 'Enter why the log is exported'),
      folder: z.string().min(1).max(4096),
    }),
    overseers,
  ),
};
