import type { WholeCheck } from '../../shared/contract/audit.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { LogReading, ReadResult } from './log/read.ts';
import { rootOf } from './log/tree.ts';

type OnProgress = (done: number, total: number) => void;

/** What a reading that held says: how far it went. */
export function checkedAt(now: Date, { head, entries }: Pick<ReadResult, 'head' | 'entries'>): WholeCheck {
  return { at: instantOf(now), entries, root: rootOf(head.frontier).toString('base64') };
}

/** Reads the whole log again and verifies every line and signature, whatever was verified before. */
export class WholeChecks {
  readonly #now: () => Date;
  readonly #begin: (onProgress: OnProgress) => LogReading;
  #last: WholeCheck | null = null;

  constructor(now: () => Date, begin: (onProgress: OnProgress) => LogReading) {
    this.#now = now;
    this.#begin = begin;
  }

  /** The last time since the unlock that everything was found whole; null when it was not, or nobody asked. */
  get last(): WholeCheck | null {
    return this.#last;
  }

  /** @throws StoreFailure logChanged with the entry that does not hold, logDamaged when a page of the file does not */
  all(onProgress: OnProgress): WholeCheck {
    this.#last = null;
    return this.#held(this.#begin(onProgress).run());
  }

  /**
   * The same while others go on working. What is saved meanwhile is not part of it.
   *
   * @param others as for `LogReading.runInParts`
   */
  async inParts(onProgress: OnProgress, others: () => Promise<void>): Promise<WholeCheck> {
    this.#last = null;
    return this.#held(await this.#begin(onProgress).runInParts(others));
  }

  #held(read: ReadResult): WholeCheck {
    this.#last = checkedAt(this.#now(), read);
    return this.#last;
  }
}
