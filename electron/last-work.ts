import { setTimeout as wait } from 'node:timers/promises';
import type { BackupAtLock, WindowCalls, WindowNews } from '../shared/contract/window.ts';

/** How long a lock waits for a page to say that it saves drafts (DESIGN 4): one that stopped working never says so. */
const answerTime = 500;
/** How long it then waits for them. What was not saved by then was never said to be. */
const flushTime = 3_000;
/**
 * How long a lock waits for the backup before it. Nothing is seen meanwhile, but the keys still live: longer than the
 * backup of a large log takes, and too short for anybody to come back to it. What was cut off is cleared away by the next.
 */
const backupTime = 15_000;

export type Left = Parameters<WindowCalls['flushed']>[0];

/** What a page does last, before it goes: keep drafts, then make a backup. Neither holds up a lock for long. */
export class LastWork {
  readonly #tell: (news: WindowNews) => void;
  #flushing: (() => void) | null = null;
  #flushed: ((left: Left) => void) | null = null;
  #backedUp: ((outcome: BackupAtLock) => void) | null = null;

  constructor(tell: (news: WindowNews) => void) {
    this.#tell = tell;
  }

  flushing(): void {
    this.#flushing?.();
  }

  flushed(left: Left): void {
    this.#flushed?.(left);
  }

  backedUp(outcome: BackupAtLock): void {
    this.#backedUp?.(outcome);
  }

  /** Where somebody was, and whether something half written is kept; null when the page did not say. */
  async flush(): Promise<Left | null> {
    const answered = new Promise<Left>((resolve) => {
      this.#flushed = resolve;
    });
    const begun = new Promise<'begun'>((resolve) => {
      this.#flushing = () => resolve('begun');
    });
    this.#tell({ news: 'flush' });
    const first = await Promise.race([answered, begun, wait(answerTime, null, { ref: false })]);
    const left = first === 'begun' ? await Promise.race([answered, wait(flushTime, null, { ref: false })]) : first;
    this.#flushing = null;
    this.#flushed = null;
    return left;
  }

  /** Asked of a page that has just answered: it lives. */
  async backUp(): Promise<BackupAtLock> {
    const { promise, resolve } = Promise.withResolvers<BackupAtLock>();
    this.#backedUp = resolve;
    const tooLong = setTimeout(() => resolve('cut-off'), backupTime);
    this.#tell({ news: 'back-up' });
    const outcome = await promise;
    clearTimeout(tooLong);
    this.#backedUp = null;
    return outcome;
  }
}
