import type { StoreId, ThreadId } from '../../../shared/domain/ids.ts';
import type { ThreadEvent } from '../../../shared/events/index.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import type { Expected } from './chain.ts';
import type { Anchor } from './checkpoints.ts';
import type { ThreadInMemory } from './folding.ts';
import type { DeviceLog, Head } from './head.ts';
import type { KeyName, KeyRing } from './thread-keys.ts';
import type { ReadableLog } from './transaction.ts';

export interface ReadResult {
  readonly register: RegisterState;
  readonly threads: Map<ThreadId, ThreadInMemory>;
  readonly head: Head;
  /** Entries of all logs: after a restore the head is that of the newest one. */
  readonly entries: number;
  /** Threads with an event that could not be opened, parsed or folded, by the entry. They take no more. */
  readonly damaged: ReadonlyMap<ThreadId, number>;
  /** Events that were written but may not stand. They change nothing. */
  readonly refused: readonly { readonly entry: number; readonly reason: string }[];
  /** Entries before this one were verified by the root that their reader cosigned; from it on each signature was. */
  readonly signaturesFrom: number;
  /** Keys handed to us that are not the ones their thread was begun under. */
  readonly wrongKeys: readonly KeyName[];
}

/** One log of the store, and what is known of its roots. */
export interface AnchoredLog {
  readonly own: DeviceLog;
  readonly anchors: readonly Expected[];
}

export interface ReadRequest {
  readonly db: ReadableLog;
  readonly store: StoreId;
  /** Oldest first: a log for each time that the store was restored from a backup, and the one that is written now. */
  readonly logs: readonly AnchoredLog[];
  readonly ring: KeyRing;
  /** Reads this many entries and no more: those before one that does not hold. */
  readonly until?: number | undefined;
  /** Whether sealed bytes are compared with their lines also where we hold no key: for checking the whole log. */
  readonly everyContent?: true;
  /** How far the reader verified before: there the root must be the same, signatures are checked from there on (DESIGN 4). */
  readonly cosigned: (log: DeviceLog) => Anchor | null;
  readonly onEvent: (event: ThreadEvent) => void;
  readonly onProgress: (done: number, total: number) => void;
}
