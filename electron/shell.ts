import { setTimeout as wait } from 'node:timers/promises';
import type { Doing, LockReason, Which, WindowCalls, WindowState } from '../shared/contract/window.ts';
import { placeOf } from './places.ts';
import type { StoreHost } from './store-host.ts';
import type { LogWindow } from './window.ts';

/** How long a lock waits for a page to say that it saves drafts (DESIGN 4): one that stopped working never says so. */
const answerTime = 500;
/** How long it then waits for them. What was not saved by then was never said to be. */
const flushTime = 3_000;
const mostFailures = 3;

const unattended: ReadonlySet<LockReason> = new Set(['idle', 'computer-locked', 'computer-slept']);

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
  #doing: Doing = 'nothing';
  /** Why the log has to lock as soon as an unlock that was on its way has ended. */
  #owed: LockReason | null = null;
  #locked: WindowState['locked'] = null;
  #returnTo: WindowState['returnTo'] = null;
  #flushing: (() => void) | null = null;
  #flushed: ((left: Left) => void) | null = null;
  #failures: number[] = [];

  constructor(parts: ShellParts) {
    this.#parts = parts;
  }

  get isUnlocked(): boolean {
    return this.#unlocked;
  }

  /** Whether somebody loses something by closing the window now that only they can save. */
  get asksBeforeClosing(): boolean {
    return this.#doing === 'recovery-key' || this.#doing === 'nobody-told';
  }

  state(): WindowState {
    const { version } = this.#parts;
    return { which: this.#which, locked: this.#locked, returnTo: this.#returnTo, version };
  }

  /** A page has come up: it gets a store process of its own, whatever the last one was doing. */
  async pageReady(): Promise<void> {
    const { store, window, folder } = this.#parts;
    this.#unlocked = false;
    this.#does('nothing');
    this.#pages += 1;
    const page = this.#pages;
    await store.stop();
    // A page that came up after this one gets the port: there is never a second one.
    if (page === this.#pages) window.connect(store.start(placeOf(folder, this.#which)));
  }

  /** What the page is in the middle of. */
  doing(what: Doing): void {
    if (this.#closing === null) this.#does(what);
  }

  unlocked(): void {
    const owed = this.#owed;
    this.#unlocked = true;
    this.#locked = null;
    this.#does('nothing');
    // Nothing has been typed yet, so there is no draft to wait for.
    if (owed !== null) void this.#lockWith(() => this.#end(owed, false, this.#returnTo));
  }

  flushing(): void {
    this.#flushing?.();
  }

  flushed(left: Left): void {
    this.#flushed?.(left);
  }

  async choose(which: Which): Promise<void> {
    this.#which = which;
    this.#unlocked = false;
    this.#does('nothing');
    this.#locked = null;
    this.#returnTo = null;
    await this.#renew();
  }

  /** Locks the log, whoever asked. Asking twice is asking once. */
  lock(reason: LockReason): Promise<void> {
    if (this.#unlocked) return this.#lockWith(() => this.#lock(reason));
    // While somebody unlocks there is nothing to lock yet, and a moment later nobody would. But whoever unlocks is here,
    // even where the system counts them as idle: speech and screen readers touch neither keys nor mouse.
    if (this.#doing === 'unlocking') this.#owed ??= reason === 'idle' ? null : reason;
    // The page may hold a secret all the same: half a passphrase, the recovery key.
    else if (unattended.has(reason)) this.#parts.window.tell({ news: 'cover' });
    return Promise.resolve();
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
    await this.#end('window-failed', false, null);
  }

  /** The store process has ended by itself. An unlocked log locks; a locked one shows it on its page. */
  storeFailed(): Promise<void> {
    if (this.#unlocked) return this.lock('store-stopped');
    this.#parts.window.tell({ news: 'store-stopped' });
    return Promise.resolve();
  }

  /** What was owed to an unlock that is over is owed no longer. */
  #does(what: Doing): void {
    this.#doing = what;
    if (what !== 'unlocking') this.#owed = null;
  }

  #lockWith(work: () => Promise<void>): Promise<void> {
    this.#locking ??= work().finally(() => {
      this.#locking = null;
    });
    return this.#locking;
  }

  async #lock(reason: LockReason): Promise<void> {
    // When the store process is gone nothing can be kept, but the page still says where it was and what it holds.
    const left = await this.#flush();
    // A page that failed meanwhile has ended it already.
    if (!this.#unlocked) return;
    await this.#end(reason, left?.drafted ?? false, left && { staff: left.staff, page: left.page });
  }

  async #flush(): Promise<Left | null> {
    const answered = new Promise<Left>((resolve) => {
      this.#flushed = resolve;
    });
    const begun = new Promise<'begun'>((resolve) => {
      this.#flushing = () => resolve('begun');
    });
    this.#parts.window.tell({ news: 'flush' });
    const first = await Promise.race([answered, begun, wait(answerTime, null)]);
    const left = first === 'begun' ? await Promise.race([answered, wait(flushTime, null)]) : first;
    this.#flushing = null;
    this.#flushed = null;
    return left;
  }

  async #end(reason: LockReason, drafted: boolean, returnTo: WindowState['returnTo']): Promise<void> {
    this.#unlocked = false;
    this.#does('nothing');
    this.#locked = { reason, at: this.#parts.now().toISOString(), drafted };
    this.#returnTo = returnTo;
    await this.#renew();
  }

  async #close(): Promise<void> {
    await this.#locking;
    if (this.#unlocked) await this.#flush();
    this.#unlocked = false;
    this.#does('nothing');
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
