import { setTimeout as wait } from 'node:timers/promises';
import type { LockReason, Which, WindowCalls, WindowState } from '../shared/contract/window.ts';
import { placeOf } from './places.ts';
import type { StoreHost } from './store-host.ts';
import type { LogWindow } from './window.ts';

/** How long a lock waits for drafts (DESIGN 4). What was not saved by then was never said to be. */
const flushTime = 500;
const mostFailures = 3;

interface Parts {
  readonly window: LogWindow;
  readonly store: StoreHost;
  /** Our own folder on this computer. */
  readonly folder: string;
  readonly version: string;
  readonly now: () => Date;
  /** Called when the page fails again and again: there is nothing left to show. */
  readonly giveUp: () => void;
}

type Left = Parameters<WindowCalls['flushed']>[0];

/**
 * Ties the window, its page and the store process together: one page has one store process, and both end together.
 * It knows which log is shown, whether it is unlocked and why it was locked, and nothing that anybody wrote.
 */
export class Shell {
  readonly #parts: Parts;
  #which: Which = 'practice';
  #unlocked = false;
  #locking: Promise<void> | null = null;
  #locked: WindowState['locked'] = null;
  #returnTo: WindowState['returnTo'] = null;
  #flushed: ((left: Left) => void) | null = null;
  #failures: number[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get isUnlocked(): boolean {
    return this.#unlocked;
  }

  state(): WindowState {
    const { version } = this.#parts;
    return { which: this.#which, locked: this.#locked, returnTo: this.#returnTo, version };
  }

  /** A page has come up: it gets a store process of its own, whatever the last one was doing. */
  async pageReady(): Promise<void> {
    const { store, window, folder } = this.#parts;
    this.#unlocked = false;
    await store.stop();
    window.connect(store.start(placeOf(folder, this.#which)));
  }

  unlocked(): void {
    this.#unlocked = true;
    this.#locked = null;
  }

  flushed(left: Left): void {
    this.#flushed?.(left);
  }

  async choose(which: Which): Promise<void> {
    this.#which = which;
    this.#locked = null;
    this.#returnTo = null;
    await this.#fresh();
  }

  /** Locks the log, whoever asked. Asking twice is asking once. */
  lock(reason: LockReason): Promise<void> {
    if (!this.#unlocked) return Promise.resolve();
    this.#locking ??= this.#lock(reason).finally(() => {
      this.#locking = null;
    });
    return this.#locking;
  }

  /** Like a lock, for a window that is about to close: drafts are kept, keys and page go, and nothing comes after. */
  async close(): Promise<void> {
    if (this.#unlocked) await this.#flush();
    this.#unlocked = false;
    await this.#parts.window.discard();
    await this.#parts.store.stop();
  }

  /** The page's process has ended by itself. What was saved is safe; the page may be the reason, so not for ever. */
  async pageFailed(): Promise<void> {
    const now = this.#parts.now().getTime();
    this.#failures = [...this.#failures.filter((at) => now - at < 60_000), now];
    if (this.#failures.length > mostFailures) {
      this.#parts.giveUp();
      return;
    }
    await this.#end('window-failed', false);
  }

  /** The store process has ended by itself. An unlocked log locks; a locked one shows it on its page. */
  async storeFailed(): Promise<void> {
    if (this.#unlocked) await this.#end('store-stopped', true);
  }

  async #lock(reason: LockReason): Promise<void> {
    const left = await this.#flush();
    if (left !== null) this.#returnTo = { staff: left.staff, page: left.page };
    await this.#end(reason, left?.drafted ?? false);
  }

  async #flush(): Promise<Left | null> {
    const answered = new Promise<Left>((resolve) => {
      this.#flushed = resolve;
    });
    this.#parts.window.tell({ news: 'flush' });
    const left = await Promise.race([answered, wait(flushTime, null)]);
    this.#flushed = null;
    return left;
  }

  async #end(reason: LockReason, drafted: boolean): Promise<void> {
    this.#unlocked = false;
    this.#locked = { reason, at: this.#parts.now().toISOString(), drafted };
    await this.#fresh();
  }

  /** Page first: while it lives it shows. Then the keys; then a page that never saw any of it. */
  async #fresh(): Promise<void> {
    await this.#parts.window.discard();
    await this.#parts.store.stop();
    await this.#parts.window.load();
  }
}
