import type { Instant } from '../../../shared/domain/calendar.ts';
import type { DraftId, StaffId, StoreId } from '../../../shared/domain/ids.ts';
import { open, pad256, seal, unpad256 } from '../crypto/aead.ts';
import { canonicalJson, type Json, parseCanonical } from './canonical.ts';
import type { ReadableLog, WritableLog } from './transaction.ts';

/** What anybody with the store open may know of a draft: that it exists, since when, and whose. */
export interface DraftMark {
  readonly id: DraftId;
  readonly author: StaffId;
  readonly kind: string;
  readonly begunAt: Instant;
  readonly savedAt: Instant;
}

export interface DraftPlace {
  readonly store: StoreId;
  readonly author: StaffId;
  /** The author's own 32 bytes: nobody else opens a draft, recovery included. */
  readonly key: Buffer;
}

function additionalData({ store, author }: DraftPlace, id: DraftId, kind: string): string {
  return ['draft/1', store, id, author, kind].join('|');
}

/** Keeps what somebody is typing. When the transaction returns it is on the disk. */
export function saveDraft(
  log: WritableLog,
  place: DraftPlace,
  draft: { id: DraftId; kind: string; form: Json; at: Instant },
): void {
  const { id, kind, form, at } = draft;
  const sealed = seal(place.key, pad256(canonicalJson(form)), additionalData(place, id, kind));
  log
    .prepare(`
      INSERT INTO draft (id, author, kind, begun_at, saved_at, sealed) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, sealed = excluded.sealed
      WHERE author = excluded.author AND kind = excluded.kind
    `)
    .run(id, place.author, kind, at, at, sealed);
}

/** @returns null when there is none of this author's */
export function openDraft(
  db: ReadableLog,
  place: DraftPlace,
  id: DraftId,
): { readonly kind: string; readonly form: Json } | null {
  const row = db
    .prepare<[string, string], { kind: string; sealed: Buffer }>(
      'SELECT kind, sealed FROM draft WHERE id = ? AND author = ?',
    )
    .get(id, place.author);
  if (row === undefined) return null;
  return {
    kind: row.kind,
    form: parseCanonical(unpad256(open(place.key, row.sealed, additionalData(place, id, row.kind)))),
  };
}

export function draftMarks(db: ReadableLog): readonly DraftMark[] {
  return db
    .prepare<[], DraftMark>(
      'SELECT id, author, kind, begun_at AS begunAt, saved_at AS savedAt FROM draft ORDER BY begun_at, id',
    )
    .all();
}

/** In the transaction that appends what the draft became, or the reason it was discarded. */
export function deleteDraft(log: WritableLog, author: StaffId, id: DraftId): boolean {
  return log.prepare('DELETE FROM draft WHERE id = ? AND author = ?').run(id, author).changes === 1;
}
