import type { UnlockCheck, WholeCheck } from '../../shared/contract/audit.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { PersonId, StaffId, StoreId, ThreadId } from '../../shared/domain/ids.ts';
import type { ThreadEvent } from '../../shared/events/index.ts';
import { nothingFolded } from '../../shared/policy/apply.ts';
import type { AnyThreadState } from '../../shared/policy/kinds.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { StoreFailure } from './failure.ts';
import { type Anchor, cosign, lastCosigned, signCheckpoint } from './log/checkpoints.ts';
import type { DraftPlace } from './log/drafts.ts';
import type { DeviceLog, Head } from './log/head.ts';
import type { Sqlite } from './log/open.ts';
import { LogReading, type ReadResult, type ThreadInMemory } from './log/read.ts';
import { deleteKey, type KeyName, type KeyRing, openKeys } from './log/thread-keys.ts';
import { inTransaction, type ReadableLog, readable } from './log/transaction.ts';
import { rootOf } from './log/tree.ts';
import { type Ground, Writing } from './log/write.ts';
import { accessChanges } from './reconcile.ts';
import type { Identity } from './vault/identity.ts';
import { type AnyProjection, View } from './view/view.ts';
import type { WitnessFile } from './witness.ts';

export interface Opening {
  readonly db: Sqlite;
  readonly store: StoreId;
  readonly own: DeviceLog;
  readonly me: StaffId;
  readonly identity: Identity;
  readonly storeKey: Buffer;
  readonly savedAnchor: Anchor;
  readonly witness: WitnessFile;
  readonly projections: readonly AnyProjection[];
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
}

/** A store that one person has unlocked: what they can read, in memory, and the one way to write. */
export class UnlockedStore {
  readonly me: StaffId;
  readonly store: StoreId;
  readonly own: DeviceLog;
  readonly now: () => Date;
  readonly log: ReadableLog;
  /** What unlocking verified, before anything was written. */
  readonly atUnlock: UnlockCheck;
  readonly #opening: Opening;
  #ring: KeyRing;
  #read: ReadResult;
  #view: View;
  #pending: ThreadEvent[] = [];
  #viewHolds = true;
  #lastCheck: WholeCheck | null = null;

  /** @throws StoreFailure as `LogReading.run` */
  constructor(opening: Opening) {
    this.#opening = opening;
    ({ me: this.me, store: this.store, own: this.own, now: this.now } = opening);
    this.log = readable(opening.db);
    const read = this.#readAll([{ ...opening.savedAnchor, otherwise: 'logChanged' as const }, ...this.#witnessed()]);
    const wrongKeys = [...read.bad, ...read.read.wrongKeys];
    ({ ring: this.#ring, view: this.#view } = read);
    this.#read = { ...read.read, wrongKeys };
    this.atUnlock = { ...this.#checkOf(read.read.head), signaturesFrom: read.read.signaturesFrom };
    this.#dropKeys(read.read.wrongKeys);
  }

  #checkOf({ frontier }: Head): WholeCheck {
    return { at: instantOf(this.now()), entries: frontier.size, root: rootOf(frontier).toString('base64') };
  }

  #witnessed() {
    const anchor = this.#opening.witness.anchorOf(this.store, this.own.log);
    return anchor === null ? [] : [{ ...anchor, otherwise: 'forked' as const }];
  }

  #readAll(anchors: ConstructorParameters<typeof LogReading>[0]['anchors']) {
    const { store, own, me, identity, projections, onProgress } = this.#opening;
    const { ring, bad } = openKeys(this.log, store, me, identity.sealing);
    // Before reading: were it to fail for want of such a key, a colleague's sign-in could not give it back. If nothing
    // opens, it is the person who is not who the slot says, and their namesake's keys stay.
    if (!ring.isEmpty) this.#dropKeys(bad);
    const view = new View(projections);
    const cosigned = () => lastCosigned(this.log, store, own.log, me, identity.signing.publicKey);
    let read: ReadResult | undefined;
    view.together(() => {
      const ask = { db: this.log, store, own, ring, anchors, cosigned, onProgress };
      read = new LogReading({ ...ask, onEvent: (event) => view.addEntry(event) }).run();
      for (const { folded } of read.threads.values()) if (folded.state !== null) view.put(folded.state);
    });
    if (read === undefined) throw new Error('nothing was read');
    return { ring, bad, view, read };
  }

  #dropKeys(bad: readonly KeyName[]): void {
    if (bad.length === 0) return;
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

  /** The tables, brought up to date first; folded anew from the log if bringing them up to date once failed. */
  get view(): View {
    this.catchUp();
    if (!this.#viewHolds) {
      this.#view.close();
      this.#view = this.#readAll([]).view;
      this.#viewHolds = true;
    }
    return this.#view;
  }

  stateOf(thread: ThreadId): AnyThreadState | undefined {
    return this.#read.threads.get(thread)?.folded.state ?? undefined;
  }

  /** The thread of a person, when it is one that we read. */
  threadOfPerson(person: PersonId): ThreadId | undefined {
    // Not looked up in the view, which must never be the reason that a save fails.
    for (const { folded } of this.#read.threads.values()) {
      if (folded.state?.kind === 'person' && folded.state.about === person) return folded.state.thread;
    }
    return undefined;
  }

  /**
   * Runs `work` in one transaction. When it returns, what it appended is acknowledged: on the disk, whatever happens
   * next. The view follows afterwards and is never the reason that a save fails.
   *
   * @throws Refused when a rule says no, StoreFailure when the store cannot take it; then nothing was written
   */
  commit<T>(work: (writing: Writing) => T): T {
    const { writing, value } = inTransaction(this.log, (log) => {
      const begun = new Writing(log, this.#ground());
      const done = work(begun);
      return { writing: begun.finish(), value: done };
    });
    for (const key of writing.keys) this.#ring.add(key);
    for (const [thread, state] of writing.threads) this.#read.threads.set(thread, state);
    this.#read = { ...this.#read, register: writing.register, head: writing.head };
    this.#pending.push(...writing.events);
    return value;
  }

  #ground(): Ground {
    const { store, own, identity } = this.#opening;
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
      this.#view.together(() => {
        for (const event of events) this.#view.addEntry(event);
        for (const thread of new Set(events.map((event) => event.thread))) {
          const state = (this.#read.threads.get(thread)?.folded ?? nothingFolded).state;
          if (state !== null) this.#view.put(state);
        }
      });
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
    const changes = accessChanges(this.log, { me: this.me, at: this.moment(), ...this.#read });
    if (changes.length === 0) return 0;
    this.commit((writing) => {
      for (const { thread, about, added, removed } of changes) {
        writing.append('access.changed', { thread, about }, { added: [...added], removed: [...removed] });
      }
    });
    if (changes.some(({ removed }) => removed.includes(this.me))) this.#forgetWhatIsNotOurs();
    return changes.length;
  }

  /** Reads anew with the keys that are left, so that nothing stays in memory of what was taken away. */
  #forgetWhatIsNotOurs(): void {
    this.#pending = [];
    this.#view.close();
    ({ ring: this.#ring, read: this.#read, view: this.#view } = this.#readAll([]));
  }

  /**
   * Reads the whole log again and verifies every line and signature, whatever was verified before.
   *
   * @throws StoreFailure logChanged with the entry that does not hold, logDamaged when a page of the file does not
   */
  verifyAll(onProgress: (done: number, total: number) => void): WholeCheck {
    this.#lastCheck = null;
    // Of bits flipped in the file unlocking meets two in three: drafts, old checkpoints and free pages it does not read.
    if (this.log.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreFailure('logDamaged');
    const { ring } = openKeys(this.log, this.store, this.me, this.#opening.identity.sealing);
    const anchors = this.#witnessed();
    const reading = {
      db: this.log,
      store: this.store,
      own: this.own,
      ring,
      anchors,
      everyContent: true as const,
      cosigned: () => null,
      onEvent: () => {},
      onProgress,
    };
    const check = this.#checkOf(new LogReading(reading).run().head);
    this.#lastCheck = check;
    return check;
  }

  /** The last time since the unlock that `verifyAll` found everything whole; null when it did not, or was not asked. */
  get lastCheck(): WholeCheck | null {
    return this.#lastCheck;
  }

  /** Signs where the log stands, adds our own "I verified to here", and tells the witness. */
  checkpoint(): string {
    const note = inTransaction(this.log, (log) => {
      const signed = signCheckpoint(log, this.store, this.own, this.head);
      cosign(
        log,
        { store: this.store, log: this.own.log, staff: this.me, signing: this.#opening.identity.signing },
        signed,
        this.now(),
      );
      return signed;
    });
    const { frontier } = this.head;
    try {
      this.#opening.witness.remember(this.store, this.own.log, { size: frontier.size, root: rootOf(frontier) });
    } catch {
      // One anchor less; the log itself is whole, and nobody is kept from it because a profile cannot be written.
    }
    return note;
  }

  close(): void {
    this.#view.close();
    this.#opening.db.close();
  }
}
