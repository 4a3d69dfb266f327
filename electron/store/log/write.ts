import { randomBytes } from 'node:crypto';
import { type Instant, instantOf } from '../../../shared/domain/calendar.ts';
import type { EventId, PersonId, StaffId, StoreId, ThreadId } from '../../../shared/domain/ids.ts';
import {
  type ContentOf,
  type ContentType,
  eventTypes,
  type HeaderOnlyType,
  type ThreadEvent,
} from '../../../shared/events/index.ts';
import { apply, type Folded, nothingFolded } from '../../../shared/policy/apply.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import { keyHoldersOf, readersOfRegister, recoveryReads } from '../../../shared/policy/readers.ts';
import { endsEveryKey } from '../../../shared/policy/register/recovery.ts';
import { applyToRegister } from '../../../shared/policy/register.ts';
import { isEarlierRecovery, type RegisterState, sealingKeyOf } from '../../../shared/policy/register-state.ts';
import { isSealedWhole } from '../../../shared/policy/restricted.ts';
import type { SigningKey } from '../crypto/ed25519.ts';
import { sha256 } from '../crypto/hash.ts';
import { StoreFailure } from '../failure.ts';
import { newId } from '../ids.ts';
import { keyCommitment, sealContent, withoutUndefined } from './content.ts';
import type { ThreadInMemory } from './folding.ts';
import { advance, beginDeviceLog, type DeviceLog, emptyHead, type Head, saveFrontier, tick } from './head.ts';
import { type Header, writeLine } from './header.ts';
import { outsideOf, sealInside } from './restricted.ts';
import { prepared } from './statements.ts';
import { deleteKey, type HeldKey, holdersOf, type KeyRing, mintKey, sealKeyTo, type ThreadKey } from './thread-keys.ts';
import type { WritableLog } from './transaction.ts';

const insertEvent = `
  INSERT INTO event (log_id, seq, line, hlc_ms, hlc_counter, type, actor, thread, about, sealed)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
`;

/** A rule said no. Nothing was written; the sentence is for the person who tried. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly sentence: string;
  constructor(sentence: string) {
    super('refused');
    this.sentence = sentence;
  }
}

export interface Author {
  readonly staff: StaffId;
  readonly signing: SigningKey;
}

/** What writing builds on: everything as it stood before the transaction. */
export interface Ground {
  readonly store: StoreId;
  readonly own: DeviceLog;
  readonly author: Author;
  readonly register: RegisterState;
  readonly threads: ReadonlyMap<ThreadId, ThreadInMemory>;
  readonly damaged: ReadonlyMap<ThreadId, number>;
  readonly ring: KeyRing;
  readonly head: Head;
  readonly now: () => Date;
}

export interface Place {
  readonly thread: ThreadId;
  readonly about: PersonId | StaffId | null;
}

/** What a transaction changed, to be taken over once it has been committed. */
export interface Written {
  readonly register: RegisterState;
  readonly threads: ReadonlyMap<ThreadId, ThreadInMemory>;
  readonly keys: readonly ThreadKey[];
  readonly head: Head;
  readonly events: readonly ThreadEvent[];
}

/** Appends events inside one transaction: judges each, finds its readers, seals, signs and chains it. */
export class Writing {
  readonly log: WritableLog;
  readonly #ground: Ground;
  readonly #threads = new Map<ThreadId, ThreadInMemory>();
  readonly #minted = new Map<ThreadId, readonly ThreadKey[]>();
  readonly #events: ThreadEvent[] = [];
  #register: RegisterState;
  #head: Head;

  constructor(log: WritableLog, ground: Ground) {
    this.log = log;
    this.#ground = ground;
    this.#register = ground.register;
    this.#head = ground.head;
  }

  get register(): RegisterState {
    return this.#register;
  }

  /**
   * Appends an event with content, on its thread or as the first of a new one.
   *
   * @throws Refused when `entitled` says no, StoreFailure damagedRecord when the thread takes no more
   */
  append<T extends ContentType>(type: T, place: Place, content: Omit<ContentOf<T>, 'v'>): EventId {
    // Without `undefined`, which JSON does not know: what is folded now is what will be read again.
    const parsed = withoutUndefined(eventTypes[type].content.parse({ v: 1, ...content }));
    const stamp = this.#stamp(type, place);
    const [ms, counter] = stamp.hlc;
    const position = { ms, counter, log: this.#ground.own.log, seq: stamp.seq };
    const { id, at } = stamp;
    const whole = isSealedWhole(type, this.#stateOf(place.thread));
    const event = {
      type,
      id,
      ...place,
      actor: this.#ground.author.staff,
      at,
      position,
      content: parsed,
      ...(whole && { sealedWhole: true }),
    } as unknown as ThreadEvent; // `as`: type and content are of one row of the table.
    const { folded, readers } = this.#judge(event);
    const { key, first } = this.#keyFor(place.thread, readers, folded);
    const { signing } = this.#ground.author;
    const sealed = whole
      ? sealInside(key.key, key.kid, stamp, event.content, signing)
      : sealContent(key.key, stamp, key.kid, event.content);
    const commitment = first ? { kc: keyCommitment(key.key, place.thread, key.kid).toString('base64') } : {};
    this.#insert(
      {
        ...(whole ? outsideOf(stamp) : stamp),
        kid: key.kid,
        ct: sha256(sealed).toString('base64'),
        len: sealed.length,
        ...commitment,
      },
      sealed,
    );
    const ends = endsEveryKey(event);
    if (ends) this.#endKeys();
    // As the fold will judge it: a new key is good when its maker reads, an old one unless all have just ended.
    const good = first ? readers.includes(event.actor) : !ends;
    this.#threads.set(place.thread, { folded, kid: good ? key.kid : null });
    this.#events.push(event);
    return id;
  }

  /** Appends an event whose header is all of it, and says when that was. */
  note(type: HeaderOnlyType, place: { readonly thread: ThreadId | null; readonly about: Place['about'] }): Instant {
    // A header shows its type and author to everybody.
    if (place.thread !== null && this.#stateOf(place.thread)?.kind === 'restricted')
      throw new Error('nothing of a restricted concern is noted in a header');
    const stamp = this.#stamp(type, place);
    this.#insert(stamp, null);
    return stamp.at;
  }

  finish(): Written {
    saveFrontier(this.log, this.#ground.own.log, this.#head.frontier);
    return {
      register: this.#register,
      threads: this.#threads,
      keys: [...this.#minted.values()].flat(),
      head: this.#head,
      events: this.#events,
    };
  }

  #stamp(
    type: string,
    { thread, about }: { readonly thread: ThreadId | null; readonly about: Place['about'] },
  ): Header {
    const at: Instant = instantOf(this.#ground.now());
    const { ms, counter } = tick(this.#head, Date.parse(at));
    const { own, author } = this.#ground;
    return {
      v: 1,
      id: newId(),
      log: own.log,
      seq: this.#head.frontier.size,
      prev: this.#head.leaf.toString('base64'),
      at,
      hlc: [ms, counter],
      actor: author.staff,
      dev: own.device,
      type,
      thread,
      about,
    };
  }

  #judge(event: ThreadEvent): { readonly folded: Folded; readonly readers: readonly StaffId[] } {
    if (this.#ground.damaged.has(event.thread)) throw new StoreFailure('damagedRecord');
    if (event.type === 'store.founded' && this.#head.frontier.size === 0) {
      // Nobody can be entitled before there is a register: what lets the founder write it is the name of the store.
      return { folded: nothingFolded, readers: readersOfRegister(this.#register) };
    }
    const before = this.#threads.get(event.thread)?.folded ?? this.#ground.threads.get(event.thread)?.folded;
    const reason = entitled(event, before?.state ?? null, this.#register);
    if (reason !== null) throw new Refused(reason);
    if (event.thread === this.#register.thread) {
      this.#register = applyToRegister(this.#register, event);
      return { folded: nothingFolded, readers: readersOfRegister(this.#register) };
    }
    const state = apply(before?.state ?? null, event);
    return {
      folded: { state, refused: before?.refused ?? [] },
      readers: keyHoldersOf(state, this.#register, event.position.ms),
    };
  }

  #endKeys(): void {
    for (const [thread, { folded }] of [...this.#ground.threads, ...this.#threads])
      this.#threads.set(thread, { folded, kid: null });
  }

  /**
   * Whether a copy goes with the next event. One of a recovery identity that ended stays where we have no such key: it
   * may be the last.
   */
  #goes({ thread, kid, reader }: HeldKey, readers: readonly StaffId[]): boolean {
    if (readers.includes(reader)) return false;
    return !isEarlierRecovery(this.#register, reader) || this.#held(thread).some((key) => key.kid === kid);
  }

  /** The key to seal under, after every reader has a copy of it and nobody else has. */
  #keyFor(
    thread: ThreadId,
    staff: readonly StaffId[],
    { state }: Folded,
  ): { readonly key: ThreadKey; readonly first: boolean } {
    const readers = recoveryReads(state) ? [...staff, this.#register.recovery.id] : staff;
    const holders = holdersOf(this.log, thread);
    const going = holders.filter((copy) => this.#goes(copy, readers));
    const before = this.#threads.get(thread) ?? this.#ground.threads.get(thread);
    const current = this.#held(thread).find((key) => key.kid === before?.kid);
    for (const copy of going) if (staff.length > 0) deleteKey(this.log, copy, copy.reader);
    const first = current === undefined || going.length > 0;
    const key = first ? mintKey(thread) : current;
    if (first) this.#minted.set(thread, [...(this.#minted.get(thread) ?? []), key]);
    this.#giveToReaders(thread, readers, holders);
    return { key, first };
  }

  #giveToReaders(thread: ThreadId, readers: readonly StaffId[], holders: readonly HeldKey[]): void {
    const copies = holders.filter(({ wanted }) => wanted === 0);
    const has = new Set(copies.map(({ kid, reader }) => `${kid}|${reader}`));
    for (const key of this.#held(thread)) {
      for (const reader of readers) {
        const kem = sealingKeyOf(this.#register, reader);
        if (kem !== undefined && !has.has(`${key.kid}|${reader}`))
          sealKeyTo(this.log, this.#ground.store, key, reader, kem);
      }
    }
  }

  #stateOf(thread: ThreadId): Folded['state'] {
    return (this.#threads.get(thread) ?? this.#ground.threads.get(thread))?.folded.state ?? null;
  }

  #held(thread: ThreadId): readonly ThreadKey[] {
    return [...this.#ground.ring.ofThread(thread), ...(this.#minted.get(thread) ?? [])];
  }

  #insert(header: Header, sealed: Buffer | null): void {
    const { own, author } = this.#ground;
    const signing = header.actor === null ? own.key : author.signing;
    const line = writeLine(header, (bytes) => signing.sign(bytes));
    prepared(this.log, insertEvent).run(
      header.log,
      header.seq,
      line,
      header.hlc[0],
      header.hlc[1],
      header.type,
      header.actor,
      header.thread,
      header.about,
      sealed,
    );
    this.#head = advance(this.#head, line, header.hlc);
  }
}

/** Begins the log that a restored store goes on in: a key and a tree of its own, while the clock goes on. */
export function beginNextLog(
  log: WritableLog,
  ground: Ground,
  seedsKey: Buffer,
  content: Omit<ContentOf<'log.restored'>, 'v'>,
): { readonly own: DeviceLog; readonly written: Written } {
  const { ms, counter } = ground.head;
  const own = beginDeviceLog(log, randomBytes(32), seedsKey);
  const writing = new Writing(log, { ...ground, own, head: { ...emptyHead, ms, counter } });
  writing.append('log.restored', { thread: ground.register.thread, about: null }, content);
  return { own, written: writing.finish() };
}
