import type { BackupAtLock, Doing, LockReason, Which, WindowState } from '../shared/contract/window.ts';
import type { ForMain } from '../shared/contract/wire.ts';
import { standardIdle } from './idle.ts';
import { LastWork, type Left } from './last-work.ts';
import { placeOf } from './places.ts';
import type { StoreHost } from './store-host.ts';
import type { LogWindow } from './window.ts';

const mostFailures = 3;
/** However busy somebody is, after so long they show again that it is they (security.md 4.3). */
const longest = 12 * 3_600_000;

const unattended: ReadonlySet<LockReason> = new Set(['idle', 'computer-locked', 'computer-slept']);
/** Before these there is time for a backup. A computer that falls asleep would keep the keys in its memory meanwhile. */
const unhurried: ReadonlySet<LockReason> = new Set([
  'asked',
  'idle',
  'hidden-too-long',
  'computer-locked',
  'twelve-hours',
]);

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

/** What the store process last said, and when. */
interface Known extends ForMain {
  readonly at: Date;
}

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
  readonly #known = new Map<Which, Known>();
  #unlockedAt = 0;
  readonly #lastWork: LastWork;
  #failures: number[] = [];

  constructor(parts: ShellParts) {
    this.#parts = parts;
    this.#lastWork = new LastWork((news) => parts.window.tell(news));
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
    const { waiting, idleMinutes } = this;
    return { which: this.#which, locked: this.#locked, returnTo: this.#returnTo, version, waiting, idleMinutes };
  }

  /** Kept in this process only: a program that was just started knows of nothing that waits. */
  get waiting(): WindowState['waiting'] {
    const known = this.#known.get(this.#which);
    const { waiting: concerns, since } = known?.waiting ?? { waiting: 0, since: null };
    return known === undefined || since === null ? null : { concerns, since, at: known.at.toISOString() };
  }

  get idleMinutes(): number {
    return this.#known.get(this.#which)?.idleMinutes ?? standardIdle.lockAfter / 60;
  }

  /** When the practice is there to be notified; null while that is not known. */
  get openingHours(): ForMain['openingHours'] | null {
    return this.#known.get(this.#which)?.openingHours ?? null;
  }

  heard(word: ForMain): void {
    this.#known.set(this.#which, { ...word, at: this.#parts.now() });
  }

  /** Asked now and then: locks a log that has been open for too long. */
  look(): void {
    if (!this.#unlocked) return;
    const open = this.#parts.now().getTime() - this.#unlockedAt;
    // Also when the clock was put back: for how long it has been open then nobody knows.
    if (Math.abs(open) >= longest) void this.lock('twelve-hours');
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
    this.#unlockedAt = this.#parts.now().getTime();
    this.#locked = null;
    this.#does('nothing');
    // Nothing has been typed yet, so there is no draft to wait for.
    if (owed !== null) void this.#lockWith(() => this.#end(owed, { returnTo: this.#returnTo }));
  }

  flushing(): void {
    this.#lastWork.flushing();
  }

  flushed(left: Left): void {
    this.#lastWork.flushed(left);
  }

  backedUp(outcome: BackupAtLock): void {
    this.#lastWork.backedUp(outcome);
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
    if (!unhurried.has(reason)) this.#lastWork.backedUp('cut-off');
    if (this.#unlocked) return this.#lockWith(() => this.#lock(reason));
    // While somebody unlocks there is nothing to lock yet, and a moment later nobody would. But whoever unlocks is here,
    // even where the system counts them as idle: speech and screen readers touch neither keys nor mouse.
    if (this.#doing === 'unlocking') this.#owed ??= reason === 'idle' ? null : reason;
    // The page may hold a secret all the same: half a passphrase, the recovery key.
    else if (unattended.has(reason)) this.#parts.window.tell({ news: 'cover' });
    return Promise.resolve();
  }

  /**
   * Like a lock, for a window that is about to close: drafts are kept, keys and page go, and nothing comes after.
   *
   * @param hurry when the computer goes down: there is no time for a backup
   */
  close(hurry = false): Promise<void> {
    this.#closing ??= this.#close(hurry);
    if (hurry) this.#lastWork.backedUp('cut-off');
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
    await this.#end('window-failed', { returnTo: null });
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
    const page = this.#pages;
    const left = await this.#lastWork.flush();
    // A page that failed meanwhile has ended it already, and somebody may have unlocked the next one.
    if (!this.#unlocked || page !== this.#pages) return;
    const backup = left !== null && unhurried.has(reason) ? await this.#lastWork.backUp() : 'none';
    if (!this.#unlocked || page !== this.#pages) return;
    const returnTo = left && { staff: left.staff, page: left.page };
    await this.#end(reason, { drafted: left?.drafted ?? false, backup, returnTo });
  }

  async #end(
    reason: LockReason,
    {
      drafted = false,
      backup = 'none',
      returnTo,
    }: Partial<Pick<NonNullable<WindowState['locked']>, 'drafted' | 'backup'>> & Pick<WindowState, 'returnTo'>,
  ): Promise<void> {
    this.#unlocked = false;
    this.#lastWork.backedUp('cut-off');
    const known = this.#known.get(this.#which);
    // Until now it was told of each change, and nothing changes while the log is locked.
    if (known !== undefined) this.#known.set(this.#which, { ...known, at: this.#parts.now() });
    this.#does('nothing');
    this.#locked = { reason, at: this.#parts.now().toISOString(), drafted, backup };
    this.#returnTo = returnTo;
    await this.#renew();
  }

  async #close(hurry: boolean): Promise<void> {
    await this.#locking;
    const left = this.#unlocked ? await this.#lastWork.flush() : null;
    if (left !== null && !hurry) await this.#lastWork.backUp();
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
