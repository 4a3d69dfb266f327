import { type Instant, instant } from '../domain/calendar.ts';
import { type EventId, eventId, type LogId, logId, personId, type StaffId, staffId, threadId } from '../domain/ids.ts';
import { noteText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

export interface AuditLine {
  readonly what: string;
  readonly who: { readonly staff: StaffId; readonly name: string } | null;
  readonly at: Instant;
  readonly record: string | null;
  readonly about: string | null;
  readonly entry: number;
  readonly event: EventId;
  /** The first six characters of the id of the computer's own log. */
  readonly computer: string;
  /** SHA-256 of the entry (RFC 6962 leaf), base64. The next entry carries it. */
  readonly seal: string;
}

export interface AuditPage {
  readonly total: number;
  /** Lines of the whole log that are shown to nobody here, whatever the filter: all of each is sealed (restricted concerns). */
  readonly withheld: number;
  readonly lines: readonly AuditLine[];
  /** Oldest first. More than one after a restore from a backup: each is exported by itself. */
  readonly logs: readonly { readonly log: LogId; readonly entries: number }[];
  /** The last time since this unlock that the whole log was read again and held: every line, signature and sealed byte. */
  readonly checked: WholeCheck | null;
  /** What unlocking alone verified. */
  readonly atUnlock: UnlockCheck;
}

export interface WholeCheck {
  readonly at: Instant;
  /** Of all logs. */
  readonly entries: number;
  /** RFC 6962 root of the newest log, base64. Its first entry names the root of the log before. */
  readonly root: string;
}

/** Every line and link, the root, every signature of the register; other signatures only from an entry on. */
export interface UnlockCheck extends WholeCheck {
  /** Entries before this one were vouched for by my own last signature, which the root at that place still fits. */
  readonly signaturesFrom: number;
}

/** Where the log stood when something was printed. Both numbers stand on every print. */
export interface PrintMark {
  /** Entries in the log, the note of this print among them. */
  readonly size: number;
  readonly root: string;
  readonly at: Instant;
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
  /** Reads and verifies the whole log again, and says how far it is on the way. */
  check: query<{ readonly entries: number; readonly root: string }>()(z.strictObject({}), overseers),
  /**
   * Records that something is printed or saved as PDF, before it is: a record that I read, or a list or page (null), which
   * may be about a person. With `forNamed` it is a copy for somebody named in a concern about that person: refused for
   * one who may be the source of harm.
   */
  notePrint: command<PrintMark>()(
    z.strictObject({ record: threadId.nullable(), about: personId.optional(), forNamed: eventId.optional() }),
    { proof: 'recent' },
  ),
  /**
   * For a log that is open to be read only: every stored line, checkpoint and cosignature as they lie in the file, and
   * what this computer saw, for whoever looks into it. Writes nothing in the log. Fails with `invalid`, field `folder`.
   */
  exportEvidence: command<{ readonly file: string; readonly lines: number }>()(
    z.strictObject({
      why: words(noteText, 'Enter why the evidence is saved'),
      folder: z.string().min(1).max(4096),
    }),
    { ...overseers, evenReadOnly: true, proof: 'recent' },
  ),
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
      /** One of `AuditPage.logs`; without, the one that is written now. */
      log: logId.optional(),
      folder: z.string().min(1).max(4096),
    }),
    { ...overseers, proof: 'recent' },
  ),
};
