import { setTimeout as wait } from 'node:timers/promises';
import type { LockReason, Which, WindowCalls, WindowState } from '../shared/contract/window.ts';
import { placeOf } from './places.ts';
import type { StoreHost } from './store-host.ts';
import type { LogWindow } from './window.ts';

/** How long a lock waits for drafts (DESIGN 4). What was not saved by then was never said to be. */
const flushTime = 500;
const mostFailures = 3;

export interface ShellParts {
  readonly window: Pick<LogWindow, 'connect' | 'discard' | 'load' | 'tell'>;
  readonly store: Pick<StoreHost, 'start' | 'stop'>;
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
  readonly #parts: ShellParts;
  #which: Which = 'practice';
  #unlocked = false;
  #pages = 0;
  #locking: Promise<void> | null = null;
  #renewing: Promise<void> | null = null;
  #closing: Promise<void> | null = null;
  #locked: WindowState['locked'] = null;
  #returnTo: WindowState['returnTo'] = null;
  #flushed: ((left: Left) => void) | null = null;
  #failures: number[] = [];

  constructor(parts: ShellParts) {
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
    this.#pages += 1;
    const page = this.#pages;
    await store.stop();
    // A page that came up after this one gets the port: there is never a second one.
    if (page === this.#pages) window.connect(store.start(placeOf(folder, this.#which)));
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
    this.#unlocked = false;
    this.#locked = null;
    this.#returnTo = null;
    await this.#renew();
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
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** The page's process has ended by itself. What was saved is safe; the page may be the reason, so not for ever. */
  async pageFailed(): Promise<void> {
    const now = this.#parts.now().getTime();
    this.#failures = [...this.#failures.filter((at) => now - at < 60_000), now];
    if (this.#failures.length > mostFailures) {
      this.#parts.giveUp();
      return;
    }
    // Where somebody was may be why, so they begin at Today.
    await this.#end('window-failed', null);
  }

  /** The store process has ended by itself. An unlocked log locks; a locked one shows it on its page. */
  storeFailed(): Promise<void> {
    return this.lock('store-stopped');
  }

  async #lock(reason: LockReason): Promise<void> {
    // When the store process is gone nothing can be kept, but the page still says where it was and what it holds.
    const left = await this.#flush();
    // A page that failed meanwhile has ended it already.
    if (this.#unlocked) await this.#end(reason, left);
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

  async #end(reason: LockReason, left: Left | null): Promise<void> {
    this.#unlocked = false;
    this.#locked = { reason, at: this.#parts.now().toISOString(), drafted: left?.drafted ?? false };
    this.#returnTo = left === null ? null : { staff: left.staff, page: left.page };
    await this.#renew();
  }

  async #close(): Promise<void> {
    await this.#locking;
    if (this.#unlocked) await this.#flush();
    this.#unlocked = false;
    await this.#clear();
  }

  /** Page and keys go; then comes a page that never saw any of it. Whoever asks while they go gets the same new page. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#clearAndLoad();
    return this.#renewing;
  }

  async #clearAndLoad(): Promise<void> {
    await this.#clear();
    this.#renewing = null;
    if (this.#closing === null) void this.#parts.window.load();
  }

  /** Page first: while it lives it shows. But a page that will not go keeps no key alive. */
  async #clear(): Promise<void> {
    await Promise.all([this.#parts.window.discard(), this.#parts.store.stop()]);
  }
}
