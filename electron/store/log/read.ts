import type { StoreProblem } from '../../../shared/contract/failures.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { isContentType, isEventType, type ThreadEvent } from '../../../shared/events/index.ts';
import { type RegisterState, signingKeyOf } from '../../../shared/policy/register-state.ts';
import { verify } from '../crypto/ed25519.ts';
import { sha256 } from '../crypto/hash.ts';
import { StoreFailure } from '../failure.ts';
import { idOfKey } from '../ids.ts';
import { BrokenLog, passOver } from './broken.ts';
import { Chain, checkSealed, type Row } from './chain.ts';
import { keyCommitment, openContent } from './content.ts';
import { Folding } from './folding.ts';
import type { DeviceLog } from './head.ts';
import type { Header, Line } from './header.ts';
import type { AnchoredLog, ReadRequest, ReadResult } from './read-request.ts';
import { NotTheirs, openInside, outsideType } from './restricted.ts';
import type { KeyName, ThreadKey } from './thread-keys.ts';
import { rootOf } from './tree.ts';

const bytesOf = (key: string | undefined) => (key === undefined ? undefined : Buffer.from(key, 'base64'));

/** Rows read at once. A part takes milliseconds, so whoever is let in after it waits no longer than that. */
const partSize = 250;

/** One pass over the log in its order: verifies every line, opens what the reader holds keys to, and folds it. */
export class LogReading {
  readonly #ask: ReadRequest;
  readonly #chain: Chain;
  readonly #sofar: Folding;
  readonly #wrongKeys: KeyName[] = [];
  /** Keys under which an entry that is sealed whole was opened, as `thread|kid`. */
  readonly #proven = new Set<string>();
  #trusted = 0;
  #rows = 0;
  #before: { readonly log: string; readonly size: number; readonly root: string } | null = null;

  constructor(ask: ReadRequest) {
    this.#ask = ask;
    this.#sofar = new Folding(ask.onEvent);
    const [first] = ask.logs;
    if (first === undefined) throw new Error('a store has a log');
    this.#chain = new Chain(first.own);
  }

  /**
   * @throws StoreFailure logChanged with the entry that does not hold; logNewer for a type this program does not
   * know; logDamaged when the first entry cannot be read; rolledBack or forked where an anchor says so. As `BrokenLog`
   * once an entry has been read
   */
  run(): ReadResult {
    try {
      for (const row of this.#stored(Number.MAX_SAFE_INTEGER)) this.#take(row);
      return this.#end();
    } catch (error) {
      throw this.#broken(error);
    }
  }

  /**
   * The same, letting others in between parts: between two of them the log may grow, and what is added meanwhile, under
   * keys that did not exist when this began, is left to the next reading.
   *
   * @param others resolves when whoever waits has been let in; rejects when there is nothing more to read for
   */
  async runInParts(others: () => Promise<void>): Promise<ReadResult> {
    const { db } = this.#ask;
    const last = db.prepare<[], number>('SELECT coalesce(max(n), 0) FROM event').pluck().get() ?? 0;
    try {
      for (const row of this.#stored(last)) {
        this.#take(row);
        if (row.seq % partSize === partSize - 1) await others();
      }
      return this.#end();
    } catch (error) {
      throw this.#broken(error);
    }
  }

  #broken(error: unknown): unknown {
    return error instanceof StoreFailure ? new BrokenLog(error, this.#rows) : error;
  }

  /** Part by part rather than with one open cursor: while that lives, nothing can be written. */
  *#stored(last: number): Generator<Row, void, undefined> {
    const { db, logs, onProgress } = this.#ask;
    const total = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
    const part = db.prepare<[string, number, number], Row & { readonly n: number }>(`
      SELECT n, seq, line, type, actor, thread, about, hlc_ms, hlc_counter, sealed FROM event
      WHERE log_id = ? AND n > ? AND n <= ? ORDER BY n LIMIT ${partSize}
    `);
    for (const [place, log] of logs.entries()) {
      this.#begin(log, place === 0);
      for (let after = Number.MIN_SAFE_INTEGER, full = true; full; ) {
        const rows = part.all(log.own.log, after, last);
        yield* rows;
        onProgress(this.#rows, total);
        after = rows.at(-1)?.n ?? after;
        full = rows.length === partSize;
      }
    }
    onProgress(total, total);
  }

  #take(row: Row): void {
    if (this.#rows === this.#ask.until) passOver(row, this.#sofar.register?.thread);
    else this.#read(row);
  }

  #end(): ReadResult {
    this.#chain.end();
    const { register, threads, damaged, refused } = this.#sofar;
    if (register === undefined) throw new StoreFailure('logDamaged');
    return {
      register,
      threads,
      head: this.#chain.head,
      entries: this.#rows,
      damaged,
      refused,
      signaturesFrom: this.#trusted,
      wrongKeys: this.#wrongKeys,
    };
  }

  #begin({ own, anchors }: AnchoredLog, first: boolean): void {
    // Of a log that goes on no further than `until` nothing is read, and the one before it stays the newest.
    if (this.#rows === this.#ask.until) return;
    if (!first) {
      const { frontier } = this.#chain.head;
      this.#before = { log: this.#chain.own.log, size: frontier.size, root: rootOf(frontier).toString('base64') };
      this.#chain.next(own);
    }
    for (const anchor of anchors) if (anchor.size > 0) this.#chain.expect(anchor);
    if (!first) this.#trustWhatWasCosigned(own);
  }

  #read(row: Row): void {
    const line = this.#chain.parse(row);
    if (this.#ask.everyContent === true) checkSealed(row, line.header);
    this.#chain.follow(row, line.header);
    const { register } = this.#sofar;
    if (register === undefined) this.#found(row, line);
    else this.#follow(row, line, register);
    this.#rows += 1;
  }

  /** Event 0 is the founder's, and the store is named after the founder's key: nobody else's register fits. */
  #found(row: Row, { header, signed, signature }: Line): void {
    const event = this.#open(row, header);
    if (event?.type !== 'store.founded') throw new StoreFailure('logDamaged', row.seq);
    const { founder } = event.content;
    const key = Buffer.from(founder.sig, 'base64');
    const holds = idOfKey(key) === this.#ask.store && event.actor === founder.staff && verify(key, signed, signature);
    if (!holds) throw new StoreFailure('logChanged', row.seq);
    this.#sofar.begin(event, header, this.#ask.store);
    this.#trustWhatWasCosigned(this.#chain.own);
  }

  #trustWhatWasCosigned(log: DeviceLog): void {
    this.#trusted = 0;
    const anchor = this.#ask.cosigned(log);
    if (anchor === null || anchor.size <= 1) return;
    this.#chain.expect({ ...anchor, otherwise: 'logChanged' });
    this.#trusted = anchor.size;
  }

  #follow(row: Row, { header, signed, signature }: Line, register: RegisterState): void {
    const inRegister = header.thread === register.thread;
    if (inRegister || row.seq >= this.#trusted) {
      const key = this.#keyOfAuthor(header, register);
      if (key === undefined || !verify(key, signed, signature)) throw new StoreFailure('logChanged', row.seq);
    }
    if (!isEventType(header.type) && header.actor !== null) {
      this.#keepUnknown(header);
      return;
    }
    if (row.seq === 0 && (!inRegister || header.type !== 'log.restored')) throw new StoreFailure('logChanged', row.seq);
    if (header.actor === null) {
      this.#followWhole(row, header, register);
      return;
    }
    const event = this.#open(row, header);
    // A register with a gap could bring an ended role back, so nobody goes on without all of it.
    if (inRegister && event === undefined && header.ct !== undefined)
      throw new StoreFailure(this.#whyUnreadable(header), row.seq);
    if (event === undefined) return;
    this.#mustFollow(event);
    this.#sofar.add(event, header);
  }

  /**
   * A type that only a newer program knows: it stays, and its record takes no more from this one. In the register it
   * may change who has rights, so nobody goes on without knowing it.
   */
  #keepUnknown({ thread, seq }: Header): void {
    if (thread === this.#sofar.register?.thread) throw new StoreFailure('logNewer', seq);
    if (thread !== null) this.#sofar.damaged.set(thread, seq);
  }

  /** A log after the first begins by naming the end of the one before it, which nobody can then move. */
  #mustFollow({ type, position, content }: ThreadEvent): void {
    const { log, size, root } = type === 'log.restored' ? content : { log: null, size: null, root: null };
    const before = position.seq === 0 ? this.#before : null;
    const same = (before?.log ?? null) === log && (before?.size ?? null) === size && (before?.root ?? null) === root;
    if (!same) throw new StoreFailure('logChanged', position.seq);
  }

  #whyUnreadable({ thread, kid }: Header): StoreProblem {
    const held = thread !== null && kid !== undefined && this.#ask.ring.get(thread, kid) !== undefined;
    return held ? 'logDamaged' : 'keyMissing';
  }

  /**
   * An event that is sealed whole. Everybody here could sign such a line with the device's key, so one that is not what it
   * says stops nobody: it counts for nothing. Only of bytes that are not those of the line it is known that some are lost.
   */
  #followWhole(row: Row, header: Header, { thread: registerThread, ...register }: RegisterState): void {
    const { thread, seq, kid } = header;
    if (thread === null || row.sealed === null) return;
    // Only the first entry under a key commits to it: a later one that does is a forgery, and takes no key from anybody.
    const name = `${thread}|${kid}`;
    const { kc: _, ...uncommitted } = header;
    const key = this.#keyFor(row, this.#proven.has(name) ? uncommitted : header);
    if (key === undefined) return;
    try {
      checkSealed(row, header);
      const keyOf = (actor: StaffId) => bytesOf(signingKeyOf(register, actor));
      if (thread === registerThread) throw new NotTheirs('The register hides nothing.');
      const event = openInside(key.key, header, row.sealed, keyOf);
      this.#proven.add(name);
      this.#sofar.add(event, header);
    } catch (error) {
      if (error instanceof NotTheirs) this.#sofar.refused.push({ entry: seq, reason: error.message });
      else this.#sofar.damaged.set(thread, seq);
    }
  }

  /** Its author's; of an event that is sealed whole the device's, which signs it outside (DESIGN 3). */
  #keyOfAuthor({ actor, type }: Header, register: RegisterState): Buffer | undefined {
    if (actor === null) return type === outsideType ? this.#chain.own.key.publicKey : undefined;
    return bytesOf(signingKeyOf(register, actor));
  }

  /** The key that a content is sealed under, when we hold it and it is the one that the thread committed to. */
  #keyFor(row: Row, { kid, kc, thread }: Header): ThreadKey | undefined {
    const held = kid === undefined || thread === null ? undefined : this.#ask.ring.get(thread, kid);
    if (held === undefined || kc === undefined) return held;
    const { key, ...name } = held;
    if (kc === keyCommitment(key, name.thread, name.kid).toString('base64')) return held;
    this.#wrongKeys.push(name);
    this.#ask.ring.drop(name);
    // What an older key opens of it is not all there is, so nothing may be built on it until the right key is back.
    this.#sofar.damaged.set(name.thread, row.seq);
    return undefined;
  }

  /** The event with its content, or undefined when it has none or it is not ours to read. */
  #open(row: Row, header: Header): ThreadEvent | undefined {
    const { kid, thread, actor } = header;
    if (kid === undefined || thread === null || actor === null || row.sealed === null) return undefined;
    const held = this.#keyFor(row, header);
    if (held === undefined) return undefined;
    if (!isEventType(header.type) || !isContentType(header.type)) throw new StoreFailure('logNewer', row.seq);
    try {
      if (sha256(row.sealed).toString('base64') !== header.ct) throw new StoreFailure('damagedRecord', row.seq);
      const content = openContent(held.key, { ...header, type: header.type }, kid, row.sealed);
      const position = { ms: header.hlc[0], counter: header.hlc[1], log: header.log, seq: header.seq };
      const { id, type, about, at } = header;
      return { type, id, thread, about, actor, at, position, content } as ThreadEvent; // `as`: one row of the table read type and content.
    } catch {
      this.#sofar.damaged.set(thread, row.seq);
      return undefined;
    }
  }
}
