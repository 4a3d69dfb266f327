import type { UnlockCheck } from '../../shared/contract/audit.ts';
import { readOnlySentence } from '../../shared/contract/failures.ts';
import type { ReadOnly } from '../../shared/contract/store.ts';
import type { PersonId, StaffId, StoreId, ThreadId } from '../../shared/domain/ids.ts';
import type { ContentOf, ThreadEvent } from '../../shared/events/index.ts';
import type { AnyThreadState } from '../../shared/policy/kinds.ts';
import { coversTurned } from '../../shared/policy/register/covers.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { signAndCosign } from './log/checkpoints.ts';
import type { DraftPlace } from './log/drafts.ts';
import { type ThreadInMemory, threadOfPerson } from './log/folding.ts';
import type { DeviceLog, Head } from './log/head.ts';
import { copyLogFile } from './log/open.ts';
import type { ReadResult } from './log/read-request.ts';
import { replaceLogFile } from './log/replace.ts';
import { deleteKey, type KeyName, type KeyRing } from './log/thread-keys.ts';
import { inTransaction, type ReadableLog, readable } from './log/transaction.ts';
import { rootOf } from './log/tree.ts';
import { beginNextLog, type Ground, Refused, Writing, type Written } from './log/write.ts';
import {
  anchoredLogs,
  type LogEnd,
  logEnds,
  type Opening,
  openingOfCopy,
  type ReadForMe,
  readForPerson,
  readingEverything,
} from './opening.ts';
import { accessChanges, appendChanges } from './reconcile.ts';
import type { Vault } from './vault/format.ts';
import { storeKeysFrom } from './vault/identity.ts';
import { openStoreKey } from './vault/slots.ts';
import type { View } from './view/view.ts';
import { checkedAt, WholeChecks } from './whole-checks.ts';

/** A store that one person has unlocked: what they can read, in memory, and the one way to write. */
export class UnlockedStore {
  readonly me: StaffId;
  readonly store: StoreId;
  readonly now: () => Date;
  /** What unlocking verified. */
  readonly atUnlock: UnlockCheck;
  /** Reading all of it again. */
  readonly checks: WholeChecks;
  #opening: Opening;
  #own: DeviceLog;
  #ring: KeyRing;
  #read: ReadResult;
  #view: View;
  #pending: ThreadEvent[] = [];
  #viewHolds = true;
  #judgedAt: number; // Up to when it was looked whether a cover began or ended.

  /** @throws StoreFailure as `LogReading.run` */
  constructor(opening: Opening) {
    this.#opening = opening;
    ({ me: this.me, store: this.store, own: this.#own, now: this.now } = opening);
    this.#judgedAt = this.now().getTime();
    const read = this.#readAll(true);
    ({ ring: this.#ring, view: this.#view } = read);
    this.#read = { ...read.read, wrongKeys: [...read.bad, ...read.read.wrongKeys] };
    this.atUnlock = { ...checkedAt(this.now(), read.read), signaturesFrom: read.read.signaturesFrom };
    this.#dropKeys(read.read.wrongKeys);
    const begin = (onProgress: Opening['onProgress']) => readingEverything(this.#opening, this.#own, onProgress);
    this.checks = new WholeChecks(this.now, begin, () => this.#opening.db);
  }

  get log(): ReadableLog {
    return readable(this.#opening.db);
  }

  /** The log that this device appends to. */
  get own(): DeviceLog {
    return this.#own;
  }

  /** Oldest first; the last one is that which this device appends to. */
  get logs(): readonly LogEnd[] {
    return logEnds(this.#opening, this.#own, this.head);
  }

  /** Why nothing may be written. */
  get readOnly(): ReadOnly | null {
    return this.#opening.readOnly?.found ?? null;
  }

  /** False once the file is closed, which a failed replacement may do: then the log has to be unlocked anew. */
  get isOpen(): boolean {
    return this.#opening.db.open;
  }

  #mustBeWritable(): void {
    if (this.readOnly !== null) throw new Refused(readOnlySentence);
  }

  #readAll(atUnlock: boolean, strictly = false): ReadForMe {
    const logs = anchoredLogs(this.#opening, this.#own, atUnlock);
    return readForPerson(this.#opening, logs, (bad) => this.#dropKeys(bad), strictly);
  }

  #dropKeys(bad: readonly KeyName[]): void {
    if (bad.length === 0 || this.readOnly !== null) return;
    inTransaction(this.log, (log) => {
      for (const name of bad) deleteKey(log, name, this.me);
    });
  }

  get register(): RegisterState {
    return this.#read.register;
  }

  /** Milliseconds by which covers begin and end: the clock, but never before the newest event, should it be put back. */
  moment(): number {
    return Math.max(this.now().getTime(), this.head.ms);
  }

  get head(): Head {
    return this.#read.head;
  }

  /** What reading found that may not stand or could not be read; entries by number, reasons without content. */
  get troubles(): Pick<ReadResult, 'damaged' | 'refused' | 'wrongKeys'> {
    return this.#read;
  }

  get threads(): ReadonlyMap<ThreadId, ThreadInMemory> {
    return this.#read.threads;
  }

  get draftPlace(): DraftPlace {
    return { store: this.store, author: this.me, key: this.#opening.identity.draftKey };
  }

  /** Key material for enrolling a new member of staff. */
  get storeKey(): Buffer {
    return this.#opening.storeKey;
  }

  /** The store key as a vault gives it to me, which may be a copy of ours. @throws StoreFailure unknownStaff */
  storeKeyIn(vault: Vault): Buffer {
    return openStoreKey(vault, this.me, this.#opening.identity);
  }

  /** The tables, brought up to date first; folded anew from the log if bringing them up to date once failed. */
  get view(): View {
    this.catchUp();
    if (!this.#viewHolds) {
      this.#view.close();
      this.#view = this.#readAll(false).view;
      this.#viewHolds = true;
    }
    return this.#view;
  }

  stateOf(thread: ThreadId): AnyThreadState | undefined {
    return this.#read.threads.get(thread)?.folded.state ?? undefined;
  }

  /** The thread of a person, when it is one that we read. */
  threadOfPerson(person: PersonId): ThreadId | undefined {
    return threadOfPerson(this.#read.threads, person);
  }

  /**
   * Runs `work` in one transaction. When it returns, what it appended is acknowledged: on the disk, whatever happens
   * next. The view follows afterwards and is never the reason that a save fails.
   *
   * @throws Refused when a rule says no, StoreFailure when the store cannot take it; then nothing was written
   */
  commit<T>(work: (writing: Writing) => T): T {
    this.#mustBeWritable();
    const { writing, value } = inTransaction(this.log, (log) => {
      const begun = new Writing(log, this.#ground());
      const done = work(begun);
      return { writing: begun.finish(), value: done };
    });
    this.#takeOver(writing);
    return value;
  }

  #takeOver(writing: Written): void {
    for (const key of writing.keys) this.#ring.add(key);
    for (const [thread, state] of writing.threads) this.#read.threads.set(thread, state);
    this.#read = { ...this.#read, register: writing.register, head: writing.head };
    this.#pending.push(...writing.events);
  }

  #ground(): Ground {
    const { store, identity } = this.#opening;
    const own = this.#own;
    const { register, threads, damaged, head } = this.#read;
    const author = { staff: this.me, signing: identity.signing };
    return { store, own, author, register, threads, damaged, ring: this.#ring, head, now: this.now };
  }

  /** Folds what was saved since into the tables. */
  catchUp(): void {
    const events = this.#pending;
    if (events.length === 0) return;
    this.#pending = [];
    try {
      this.#view.add(events, (thread) => this.stateOf(thread));
    } catch {
      this.#viewHolds = false;
    }
  }

  /**
   * Gives keys to readers who lack them and takes them from those who should no longer read, on every thread whose
   * keys we hold. One `access.changed` for each thread touched (DESIGN 3).
   *
   * @returns how many threads were touched
   */
  reconcile(): number {
    if (this.readOnly !== null) return 0;
    const changes = accessChanges(this.log, { me: this.me, at: this.moment(), ...this.#read });
    if (changes.length === 0) return 0;
    this.commit((writing) => appendChanges(writing, changes));
    if (changes.some(({ removed }) => removed.includes(this.me))) this.#forgetWhatIsNotOurs();
    return changes.length;
  }

  /** Reads anew with the keys that are left, so that nothing stays in memory of what was taken away. */
  #forgetWhatIsNotOurs(): void {
    this.#pending = [];
    this.#view.close();
    ({ ring: this.#ring, read: this.#read, view: this.#view } = this.#readAll(false, true));
  }

  /**
   * Covers begin and end by the clock, also while somebody is signed in: to be called before anything is answered.
   *
   * @throws StoreFailure when what is ours now cannot be read: then the log has to be unlocked anew
   */
  followTheClock(): void {
    const now = this.register.covers.length === 0 ? this.#judgedAt : this.moment();
    const turned = coversTurned(this.register, this.#judgedAt, now);
    this.#judgedAt = now;
    if (turned.length === 0) return;
    try {
      this.reconcile();
    } catch {
      // Keys follow at the next sign-in. What is not ours any more is not shown in any case.
    }
    if (turned.some(({ cover }) => cover === this.me)) this.#forgetWhatIsNotOurs();
  }

  /** Signs where the log stands, adds our own "I verified to here", and tells the witness. */
  checkpoint(): string {
    this.#mustBeWritable();
    const by = { store: this.store, staff: this.me, signing: this.#opening.identity.signing };
    const { head } = this;
    const note = inTransaction(this.log, (log) => signAndCosign(log, by, this.#own, head, this.now()));
    this.#opening.witness.tell(this.store, this.#own.log, { size: head.frontier.size, root: rootOf(head.frontier) });
    return note;
  }

  /**
   * Goes on in a new log of this device, after the one that a backup gave back: its key may already have signed entries
   * that followed there. The first event names the end of the old one.
   *
   * @throws StoreFailure when the store cannot take it; then nothing was written
   */
  beginRestoredLog(content: Omit<ContentOf<'log.restored'>, 'v'>): void {
    this.#mustBeWritable();
    const { seeds } = storeKeysFrom(this.storeKey);
    const { own, written } = inTransaction(this.log, (log) => beginNextLog(log, this.#ground(), seeds, content));
    this.#own = own;
    this.#takeOver(written);
  }

  /**
   * Replaces the log file by one under a new key, which only those who stay are given (DESIGN 3). Append first what
   * says who leaves, and make a backup. This store goes on working on the new file.
   *
   * @param without people whose slots go, beside all whom the register does not have as active
   * @throws StoreFailure; when `isOpen` is false afterwards the store must be unlocked anew, and nothing is lost
   */
  replaceLogFile({ without }: { readonly without: readonly StaffId[] }): void {
    this.#mustBeWritable();
    const replaced = replaceLogFile({ ...this.#opening, register: this.register, without });
    this.#opening = { ...this.#opening, ...replaced };
  }

  /** Writes the log file as it stands, under its key, to a path where there is none yet. */
  copyLogFile(path: string): void {
    copyLogFile(this.#opening.db, path);
  }

  /** A copy of this store in another folder, as I can read it. Its log file is read whole first. @throws StoreFailure */
  openCopy(folder: string): UnlockedStore {
    return new UnlockedStore(openingOfCopy(this.#opening, folder));
  }

  close(): void {
    this.#view.close();
    this.#opening.db.close();
  }
}
