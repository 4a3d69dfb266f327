import type { ThreadId } from '../../../shared/domain/ids.ts';
import { dayOfEntry, kindOfEntry } from '../../../shared/domain/timeline.ts';
import type { ThreadEvent } from '../../../shared/events/index.ts';
import type { AnyThreadState, RecordKind, StateOf } from '../../../shared/policy/kinds.ts';
import { openMemory, type Sqlite } from '../log/open.ts';
import { prepared } from '../log/statements.ts';
import { searchText } from './search-text.ts';

/** How the folded state of one kind of thread becomes rows to look things up in. */
export interface Projection<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly tables: string;
  /** Replaces the rows of one thread. */
  put(db: Sqlite, state: StateOf<Kind>): void;
}

/** A projection with its kind forgotten; it only ever meets states of its own kind. */
export interface AnyProjection {
  readonly kind: RecordKind;
  readonly tables: string;
  put(db: Sqlite, state: AnyThreadState): void;
}

export function projection<Kind extends RecordKind>(made: Projection<Kind>): AnyProjection {
  return made as unknown as AnyProjection; // `as`: `View.put` picks by kind.
}

/**
 * One row for each event with content that its reader can open; the words are searchable, not stored twice. Those of
 * restricted concerns stand apart: whoever looks through `entry` for a timeline, a count or a word never meets them.
 * `kind` is that of a timeline, null for what none shows; `day` is when it happened; `other` is the second person that an
 * entry on somebody's own thread names.
 */
const entryTables = `
  CREATE TABLE entry (
    n INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, thread TEXT NOT NULL, about TEXT, type TEXT NOT NULL,
    actor TEXT NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL, kind TEXT, day TEXT NOT NULL, other TEXT
  ) STRICT;
  CREATE INDEX entry_by_about ON entry (about, n) WHERE about IS NOT NULL;
  CREATE INDEX entry_by_thread ON entry (thread, n);
  CREATE TABLE restricted_entry (
    n INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, thread TEXT NOT NULL, about TEXT, type TEXT NOT NULL,
    actor TEXT NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL, kind TEXT, day TEXT NOT NULL, other TEXT
  ) STRICT;
  CREATE INDEX restricted_entry_by_thread ON restricted_entry (thread, n);
  CREATE VIRTUAL TABLE entry_words USING fts5(words, content='', tokenize="unicode61 remove_diacritics 2");
`;

const insertInto = (table: 'entry' | 'restricted_entry') => `
  INSERT INTO ${table} (event, thread, about, type, actor, at, content, kind, day, other)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
`;

function otherIn(type: string, content: Readonly<Record<string, unknown>>): string | null {
  const { with: other } = content;
  return type.startsWith('person.') && typeof other === 'string' ? other : null;
}

/**
 * What the signed-in person can read, folded into tables. It lives in memory, is made anew at each unlock and may be
 * thrown away at any time: the log is the truth.
 */
export class View {
  readonly db: Sqlite;
  readonly #projections: ReadonlyMap<RecordKind, AnyProjection>;

  constructor(projections: readonly AnyProjection[]) {
    this.db = openMemory();
    this.db.exec(entryTables);
    for (const { tables } of projections) this.db.exec(tables);
    this.#projections = new Map(projections.map((one) => [one.kind, one]));
  }

  addEntry({ id, thread, about, type, actor, at, content, sealedWhole }: ThreadEvent): void {
    const table = sealedWhole === true ? 'restricted_entry' : 'entry';
    const { lastInsertRowid } = prepared(this.db, insertInto(table)).run(
      id,
      thread,
      about,
      type,
      actor,
      at,
      JSON.stringify(content),
      kindOfEntry(type),
      dayOfEntry(content, at),
      otherIn(type, content),
    );
    if (sealedWhole !== true)
      prepared(this.db, 'INSERT INTO entry_words (rowid, words) VALUES (?, ?)').run(
        lastInsertRowid,
        searchText(content),
      );
  }

  put(state: AnyThreadState): void {
    this.#projections.get(state.kind)?.put(this.db, state);
  }

  /** Events that were saved since, and each of their threads as it stands after them: all of it, or nothing. */
  add(events: readonly ThreadEvent[], stateOf: (thread: ThreadId) => AnyThreadState | undefined): void {
    this.together(() => {
      for (const event of events) this.addEntry(event);
      for (const thread of new Set(events.map((event) => event.thread))) {
        const state = stateOf(thread);
        if (state !== undefined) this.put(state);
      }
    });
  }

  /** Many changes in one go; an error leaves none of them. */
  together(work: () => void): void {
    this.db.transaction(work)();
  }

  close(): void {
    this.db.close();
  }
}
