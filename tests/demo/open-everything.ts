import { hpkeOpen } from '../../electron/store/crypto/hpke.ts';
import { openContent } from '../../electron/store/log/content.ts';
import { draftMarks, openDraft } from '../../electron/store/log/drafts.ts';
import { type Header, readLine } from '../../electron/store/log/header.ts';
import { eventTypes, isContentType, isEventType } from '../../shared/events/index.ts';
import type { Alone } from './demo-store.ts';

/** What of the sealed things of a store one identity got open, having tried every key on everything. */
export interface Opened {
  /** Keys that opened, as `thread kid`, of all rows of `thread_key` whoever they were made for. */
  readonly keys: ReadonlySet<string>;
  /** Events whose content opened, by thread. */
  readonly events: ReadonlyMap<string, number>;
  readonly drafts: ReadonlySet<string>;
  /** All that was read, as one text. */
  readonly text: string;
}

interface KeyRow {
  readonly thread: string;
  readonly kid: string;
  readonly reader: string;
  readonly enc: Buffer;
  readonly ct: Buffer;
}

/** The row opened as its own reader would, and as if it had been made for us. */
function keyIn(row: KeyRow, { identity, store, me }: Alone): Buffer | null {
  for (const reader of new Set([row.reader, me])) {
    try {
      return hpkeOpen(identity.sealing, `thread-key/1|${store}|${row.thread}|${row.kid}|${reader}`, row);
    } catch {
      // Not ours under this name.
    }
  }
  return null;
}

function contentUnder(keys: Iterable<readonly [string, Buffer]>, header: Header, sealed: Buffer): unknown {
  const { type } = header;
  if (!isEventType(type) || !isContentType(type)) throw new Error(`${type} has no content`);
  for (const [, key] of keys) {
    try {
      return openContent(key, { ...header, type }, header.kid ?? '', sealed);
    } catch {
      // Another key.
    }
  }
  return null;
}

export function openEverything(who: Alone): Opened {
  const rows = who.log.prepare<[], KeyRow>('SELECT thread, kid, reader, enc, ct FROM thread_key').all();
  const keys = new Map<string, Buffer>();
  for (const row of rows) {
    const key = keyIn(row, who);
    if (key !== null) keys.set(`${row.thread} ${row.kid}`, key);
  }
  const events = new Map<string, number>();
  const read: unknown[] = [];
  const sealed = who.log.prepare<[], { line: string; sealed: Buffer }>(
    'SELECT line, sealed FROM event WHERE sealed IS NOT NULL',
  );
  for (const row of sealed.all()) {
    const { header } = readLine(row.line);
    const content = contentUnder(keys, header, row.sealed);
    if (content === null) continue;
    events.set(header.thread ?? '', (events.get(header.thread ?? '') ?? 0) + 1);
    read.push(content);
  }
  return { keys: new Set(keys.keys()), events, drafts: draftsOpenTo(who, read), text: JSON.stringify(read) };
}

function draftsOpenTo({ log, store, identity }: Alone, read: unknown[]): ReadonlySet<string> {
  const open = new Set<string>();
  for (const { id, author } of draftMarks(log)) {
    try {
      read.push(openDraft(log, { store, author, key: identity.draftKey }, id));
      open.add(id);
    } catch {
      // Somebody else's.
    }
  }
  return open;
}

/** All threads with content, with the number of their events and keys, and what begins each. */
export function threadsOf({
  log,
}: Alone): ReadonlyMap<string, { events: number; keys: Set<string>; begunBy: string; about: string | null }> {
  const threads = new Map<string, { events: number; keys: Set<string>; begunBy: string; about: string | null }>();
  const lines = log.prepare<[], string>('SELECT line FROM event WHERE sealed IS NOT NULL ORDER BY n').pluck();
  for (const line of lines.all()) {
    const { thread, kid, type, about } = readLine(line).header;
    if (thread === null || kid === undefined) throw new Error('content outside a thread');
    const found = threads.get(thread) ?? { events: 0, keys: new Set(), begunBy: type, about };
    found.keys.add(`${thread} ${kid}`);
    threads.set(thread, { ...found, events: found.events + 1 });
  }
  return threads;
}

/** Kinds of thread that a demo without restricted concerns and staff files can have. */
export const kinds: ReadonlySet<string> = new Set(
  Object.values(eventTypes).flatMap(({ thread }) => (thread === null || thread === 'any' ? [] : [thread])),
);
