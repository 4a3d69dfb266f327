import type { WholeCheck } from '../../shared/contract/audit.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { LogReading } from './log/read.ts';
import type { ReadResult } from './log/read-request.ts';
import { rootOf } from './log/tree.ts';

type OnProgress = (done: number, total: number) => void;

/** What a reading that held says: how far it went. */
export function checkedAt(now: Date, { head, entries }: Pick<ReadResult, 'head' | 'entries'>): WholeCheck {
  return { at: instantOf(now), entries, root: rootOf(head.frontier).toString('base64') };
}

class FileReplaced extends Error {
  override readonly name = 'FileReplaced';
}

/** Reads the whole log again and verifies every line and signature, whatever was verified before. */
export class WholeChecks {
  readonly #now: () => Date;
  readonly #begin: (onProgress: OnProgress) => LogReading;
  readonly #file: () => unknown;
  #last: WholeCheck | null = null;

  /** @param file another value once the log file was replaced by another one */
  constructor(now: () => Date, begin: (onProgress: OnProgress) => LogReading, file: () => unknown) {
    this.#now = now;
    this.#begin = begin;
    this.#file = file;
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
   * The same while others go on working. What is saved meanwhile is not part of it. When somebody leaves meanwhile, the
   * log file is replaced, and the check begins again on the new one.
   *
   * @param others as for `LogReading.runInParts`
   */
  async inParts(onProgress: OnProgress, others: () => Promise<void>): Promise<WholeCheck> {
    this.#last = null;
    for (;;) {
      const file = this.#file();
      const sameFile = async (): Promise<void> => {
        await others();
        if (this.#file() !== file) throw new FileReplaced();
      };
      try {
        return this.#held(await this.#begin(onProgress).runInParts(sameFile));
      } catch (error) {
        if (!(error instanceof FileReplaced)) throw error;
      }
    }
  }

  #held(read: ReadResult): WholeCheck {
    this.#last = checkedAt(this.#now(), read);
    return this.#last;
  }
}
