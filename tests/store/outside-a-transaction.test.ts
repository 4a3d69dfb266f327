import { expect, it } from 'vitest';
import { deleteDraft } from '../../electron/store/log/drafts.ts';
import { openMemory } from '../../electron/store/log/open.ts';
import { deleteKey } from '../../electron/store/log/thread-keys.ts';
import { inTransaction, readable, type WritableLog } from '../../electron/store/log/transaction.ts';
import { type Ground, Writing } from '../../electron/store/log/write.ts';
import type { DraftId, KeyId, StaffId, ThreadId } from '../../shared/domain/ids.ts';

// `npm run check` compiles this file: each line below that should not compile would make it fail if it did.
export function whatDoesNotCompile(ground: Ground, thread: ThreadId, staff: StaffId, draft: DraftId, key: KeyId): void {
  const log = readable(openMemory());
  // @ts-expect-error: an event outside a transaction must not compile
  new Writing(log, ground).append('session.commented', { thread, about: null }, { comment: 'too early' });
  // @ts-expect-error: nor taking keys away
  deleteKey(log, { thread, kid: key }, staff);
  // @ts-expect-error: nor ending a draft
  deleteDraft(log, staff, draft);
}

it('gives out a log that can be written for the length of a transaction only', () => {
  const db = openMemory();
  db.exec('CREATE TABLE t (n INTEGER)');
  const attempt = () =>
    inTransaction(readable(db), (log: WritableLog) => {
      log.exec('INSERT INTO t VALUES (1)');
      throw new Error('cut off');
    });
  expect(attempt).toThrow('cut off');
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0);
  expect(inTransaction(readable(db), (log) => log.prepare('INSERT INTO t VALUES (2)').run().changes)).toBe(1);
  expect(db.prepare('SELECT n FROM t').pluck().all()).toEqual([2]);
});
