import type { Instant } from '../domain/calendar.ts';
import type { LogId, StaffId, StoreId } from '../domain/ids.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

/** Where backups go. The path may hold somebody's name: it stands in the profile of this computer, never in the log. */
export interface BackupPlace {
  readonly folder: string;
  readonly state: 'ready' | 'gone' | 'read-only';
  /** On the same disk as the log: lost together with it. The screen warns. */
  readonly sameDisk: boolean;
}

export interface MadeBackup {
  /** Name of the file in the place for backups. */
  readonly name: string;
  readonly at: Instant;
  readonly entries: number;
  readonly bytes: number;
  /** Of the whole file, base64. */
  readonly sha256: string;
  /** Names of older backups whose time was over. */
  readonly deleted: readonly string[];
  /**
   * Who works here, or recovery, and opens neither it nor the log itself, since the key file has nothing for them. Empty
   * unless that file was damaged or changed.
   */
  readonly withoutKey: readonly StaffId[];
}

export interface BackupStatus {
  /** Null until somebody has chosen one. */
  readonly place: BackupPlace | null;
  /** The last one that was read back whole, and recorded. */
  readonly lastVerified: { readonly at: Instant; readonly entries: number } | null;
  /** The newest backup that lies in the place now. */
  readonly newest: { readonly name: string; readonly bytes: number } | null;
  readonly due: boolean;
  /** Red: nothing verified for more than three days. */
  readonly overdue: boolean;
  readonly lastDrill: Instant | null;
  readonly drillDue: boolean;
  /** Set when this log was restored from a backup: when, and how many entries were known to be missing. */
  readonly restored: { readonly at: Instant; readonly madeAt: Instant; readonly missing: number } | null;
}

/** What the log itself can tell of backups, without touching their place, which may be slow or gone. */
export interface BackupSummary extends Pick<BackupStatus, 'lastVerified' | 'overdue' | 'restored'> {
  /** Whether a place is chosen on this computer. */
  readonly placed: boolean;
}

export interface DrilledBackup {
  readonly name: string;
  readonly entries: number;
  /** Root of the tree over the entries, base64. */
  readonly root: string;
  /** Records that I read in it. */
  readonly records: number;
}

/** What a file is, as far as it can be told while the log is locked. */
export interface LookedAtBackup {
  readonly store: StoreId;
  readonly log: LogId;
  readonly madeAt: Instant;
  readonly entries: number;
  readonly bytes: number;
  /** Version of the program that made it. */
  readonly app: string;
  /** `another-log` also where nobody can tell which log is here. */
  readonly of: 'this-log' | 'another-log' | 'no-log-here';
  /** Entries that this computer saw and the backup does not hold. 0 also when nothing shows any. */
  readonly missing: number;
}

export interface RestoredBackup {
  readonly folder: string;
  /** Where the log that was here lies now, whole. Null when there was none, or it was restored to another folder. */
  readonly setAside: string | null;
  readonly entries: number;
  readonly madeAt: Instant;
  readonly missing: number;
}

const overseers = { roles: ['practice-manager', 'safeguarding-lead', 'deputy-safeguarding-lead'] } as const;
const path = z
  .string()
  .min(1)
  .max(4096)
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'Choose a file or folder that exists');

export const backupCalls = {
  /** Fails with `invalid`, field `folder`, saying why it cannot be one. */
  setPlace: command<BackupPlace>()(z.strictObject({ folder: path }), { ...overseers, proof: 'always' }),
  /** Fails with the store problems `backupNoPlace`, `backupGone`, `backupFull`, `backupReadOnly`, `backupNotVerified`. */
  make: command<MadeBackup>()(z.strictObject({})),
  /** The same when one is due, else null. `at-lock` is asked before the log is locked, `nightly` by a timer. */
  makeIfDue: command<MadeBackup | null>()(z.strictObject({ when: z.enum(['at-lock', 'nightly']) })),
  show: query<BackupStatus>()(z.strictObject({})),
  /** For what stands on every page. */
  summary: query<BackupSummary>()(z.strictObject({})),
  /**
   * Restores the newest backup into a folder of its own, opens it with my key, compares, and removes it again. Fails
   * with `backupNoPlace`, `backupGone`, `backupNone`, `backupDamaged`, `backupNotYours`, or what is wrong with the copy.
   */
  drill: command<DrilledBackup>()(z.strictObject({})),
  /** Fails with `backupMissing`, `backupDamaged`, `backupNewer`. Reads the whole file. */
  look: query<LookedAtBackup>()(z.strictObject({ file: path }), { when: 'locked' }),
  /**
   * Puts a backup in the place of the log that is here (`into` null), which is set aside beside it, or into a free
   * folder. The next unlock begins a new log that says so. Fails as `look`, and with `backupOther`, `backupOlder` unless
   * `other`, `older` say that it is meant; with `inUse`, `folderNotEmpty`, `folderNetwork`, `folderSynced`,
   * `folderRemovable`, `noSpace`, `readOnly`.
   */
  restore: command<RestoredBackup>()(
    z.strictObject({ file: path, into: path.nullable(), other: z.boolean(), older: z.boolean() }),
    { when: 'locked' },
  ),
};
