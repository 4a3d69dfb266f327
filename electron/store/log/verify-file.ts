import type { StoreId } from '../../../shared/domain/ids.ts';
import { StoreFailure } from '../failure.ts';
import { Chain, checkSealed, type Row } from './chain.ts';
import type { Anchor } from './checkpoints.ts';
import { openDeviceLog, type SavedLog } from './head.ts';
import type { Sqlite } from './open.ts';
import { checkMeta } from './schema.ts';
import { readable } from './transaction.ts';
import { rootOf } from './tree.ts';

/** What a log file holds, as far as anybody with the store key can tell: no thread key is needed. */
export interface VerifiedFile extends Anchor {
  readonly newest: SavedLog['own'];
  /** All logs in it, oldest first, each with its size. */
  readonly logs: readonly { readonly own: SavedLog['own']; readonly size: number }[];
}

/**
 * Reads a whole log file: every page, the form and order of every line, every sealed byte against its line, the root
 * at the size that the file states.
 *
 * @param seedsKey 32 bytes, of the store key that the file's seeds are sealed under
 * @throws StoreFailure logDamaged, logChanged, rolledBack, otherStore, logNewer
 */
export function verifyLogFile(db: Sqlite, store: StoreId, seedsKey: Buffer): VerifiedFile {
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreFailure('logDamaged');
  checkMeta(db, store);
  const { earlier, ...newest } = openDeviceLog(readable(db), seedsKey);
  const saved = [...earlier, newest];
  const rows = db.prepare<[string], Row>(`
    SELECT seq, line, type, actor, thread, about, hlc_ms, hlc_counter, sealed FROM event WHERE log_id = ? ORDER BY n
  `);
  const chain = new Chain((earlier[0] ?? newest).own);
  for (const [place, { own, frontier }] of saved.entries()) {
    if (place > 0) chain.next(own);
    if (frontier.size > 0) chain.expect({ size: frontier.size, root: rootOf(frontier), otherwise: 'logChanged' });
    for (const row of rows.iterate(own.log)) {
      const { header } = chain.parse(row);
      checkSealed(row, header);
      chain.follow(row, header);
    }
    chain.end();
    if (chain.head.frontier.size !== frontier.size) throw new StoreFailure('logChanged', frontier.size);
  }
  const logs = saved.map(({ own, frontier }) => ({ own, size: frontier.size }));
  return { newest: newest.own, logs, size: newest.frontier.size, root: rootOf(newest.frontier) };
}
