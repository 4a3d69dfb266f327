import type { StoreProblem } from '../../../shared/contract/failures.ts';
import type { EventId, KeyId, ThreadId } from '../../../shared/domain/ids.ts';
import { isContentType, isEventType } from '../../../shared/events/index.ts';
import { sha256 } from '../crypto/hash.ts';
import { StoreFailure } from '../failure.ts';
import type { Anchor } from './checkpoints.ts';
import { advance, type DeviceLog, emptyHead, type Head } from './head.ts';
import { type Header, type Line, readLine } from './header.ts';
import { rootOf } from './tree.ts';

/** A stored event as the columns of the table hold it. */
export interface Row {
  readonly seq: number;
  readonly line: string;
  readonly type: string;
  readonly actor: string | null;
  readonly thread: string | null;
  readonly about: string | null;
  readonly hlc_ms: number;
  readonly hlc_counter: number;
  readonly sealed: Buffer | null;
}

/** An anchor, and what it means when the log does not have that root at that size. */
export interface Expected extends Anchor {
  readonly otherwise: StoreProblem;
}

/** Follows the lines of a store's logs, one after the other: form, order, each one's hash of the one before, known roots. */
export class Chain {
  #own: DeviceLog;
  #first = true;
  readonly #expected = new Map<number, Expected[]>();
  readonly #ids = new Set<EventId>();
  readonly #kids = new Map<KeyId, ThreadId | null>();
  #head: Head = emptyHead;

  constructor(own: DeviceLog) {
    this.#own = own;
  }

  get head(): Head {
    return this.#head;
  }

  get own(): DeviceLog {
    return this.#own;
  }

  /**
   * The log that a restored store goes on in: a tree of its own, while clock, ids and keys go on. Anchors beyond the end
   * of the one before are let go: they saw entries that the backup did not have, which the new log's first event says.
   */
  next(own: DeviceLog): void {
    this.#own = own;
    this.#first = false;
    this.#expected.clear();
    const { ms, counter } = this.#head;
    this.#head = { ...emptyHead, ms, counter };
  }

  /** Call before the line at that size is followed. */
  expect(anchor: Expected): void {
    this.#expected.set(anchor.size, [...(this.#expected.get(anchor.size) ?? []), anchor]);
  }

  /** @throws StoreFailure logChanged naming the entry */
  parse(row: Row): Line {
    try {
      return readLine(row.line);
    } catch {
      throw new StoreFailure('logChanged', row.seq);
    }
  }

  /** @throws StoreFailure logChanged, or what an anchor at this size says when its root is another */
  follow(row: Row, header: Header): void {
    const holds =
      this.#inPlace(header) &&
      columnsAgree(row, header) &&
      contentFits(header) &&
      this.#keyFits(header) &&
      !this.#ids.has(header.id);
    if (!holds) throw new StoreFailure('logChanged', row.seq);
    this.#ids.add(header.id);
    this.#head = advance(this.#head, row.line, header.hlc);
    for (const anchor of this.#expected.get(this.#head.frontier.size) ?? []) {
      if (!rootOf(this.#head.frontier).equals(anchor.root)) throw new StoreFailure(anchor.otherwise, row.seq);
    }
  }

  /** @throws StoreFailure rolledBack when an anchor lies beyond the end of the log */
  end(): void {
    const { size } = this.#head.frontier;
    if ([...this.#expected.keys()].some((expected) => expected > size)) throw new StoreFailure('rolledBack', size);
  }

  /** A key belongs to one thread, and the first event under it, no other, commits to it. */
  #keyFits({ kid, kc, thread }: Header): boolean {
    if (kid === undefined) return true;
    const known = this.#kids.get(kid);
    this.#kids.set(kid, thread);
    return known === undefined ? kc !== undefined && thread !== null : kc === undefined && known === thread;
  }

  #inPlace(header: Header): boolean {
    const { frontier, leaf, ms, counter } = this.#head;
    const rises = header.hlc[0] > ms || (header.hlc[0] === ms && header.hlc[1] > counter);
    return (
      header.log === this.#own.log &&
      header.dev === this.#own.device &&
      header.seq === frontier.size &&
      header.prev === leaf.toString('base64') &&
      (rises || (this.#first && frontier.size === 0))
    );
  }
}

/** Only an event with content is judged by `entitled`, so a header cannot claim a type that should have some. */
function contentFits({ type, ct }: Header): boolean {
  return !isEventType(type) || isContentType(type) === (ct !== undefined);
}

/** The columns serve look-ups only. Were one to differ from the signed line, a look-up could hide an event. */
function columnsAgree(row: Row, header: Header): boolean {
  return (
    row.seq === header.seq &&
    row.type === header.type &&
    row.actor === header.actor &&
    row.thread === header.thread &&
    row.about === header.about &&
    row.hlc_ms === header.hlc[0] &&
    row.hlc_counter === header.hlc[1] &&
    (row.sealed === null) === (header.ct === undefined)
  );
}

/** @throws StoreFailure logChanged when sealed bytes are not those that their author signed */
export function checkSealed({ seq, sealed }: Row, { ct, len }: Header): void {
  const same = sealed === null || (sha256(sealed).toString('base64') === ct && sealed.length === len);
  if (!same) throw new StoreFailure('logChanged', seq);
}
