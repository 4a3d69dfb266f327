import type { StoreProblem } from '../../shared/contract/failures.ts';
import type { ReadOnly } from '../../shared/contract/store.ts';
import type { StaffId, StoreId } from '../../shared/domain/ids.ts';
import { StoreFailure } from './failure.ts';
import { Chain, type Expected, type Row } from './log/chain.ts';
import { type Anchor, lastCosigned } from './log/checkpoints.ts';
import { type DeviceLog, type Head, openDeviceLog, type SavedLog } from './log/head.ts';
import { openLogFile, type Sqlite } from './log/open.ts';
import { LogReading } from './log/read.ts';
import type { AnchoredLog, ReadRequest, ReadResult } from './log/read-request.ts';
import { currentLogFile } from './log/replace.ts';
import { checkMeta } from './log/schema.ts';
import { type KeyName, type KeyRing, openKeys } from './log/thread-keys.ts';
import { readable } from './log/transaction.ts';
import { rootOf } from './log/tree.ts';
import { notForNow } from './reconcile.ts';
import { type MissingRange, missingHere } from './restored.ts';
import { readVault } from './vault/files.ts';
import { type Identity, storeKeysFrom } from './vault/identity.ts';
import { openStoreKey } from './vault/slots.ts';
import { type AnyProjection, View } from './view/view.ts';
import { WitnessFile } from './witness.ts';

/** A log of this store, and where it ends. */
export interface LogEnd extends Anchor {
  readonly own: DeviceLog;
}

export interface Opening {
  readonly folder: string;
  readonly db: Sqlite;
  readonly store: StoreId;
  readonly own: DeviceLog;
  /** Logs that ended when the store was restored, oldest first. */
  readonly earlier?: readonly SavedLog[];
  readonly me: StaffId;
  readonly identity: Identity;
  readonly storeKey: Buffer;
  readonly savedAnchor: Anchor;
  readonly witness: WitnessFile;
  readonly projections: readonly AnyProjection[];
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
  /** Opens only what holds, to be looked at: no anchor is asked, and every signature is verified. */
  readonly readOnly?: { readonly found: ReadOnly; readonly until: number | undefined };
  /** Just restored: what this computer saw beyond the end of the backup is missing, and is known to be. */
  readonly restoring?: true;
}

const expected = (anchor: Anchor | null, otherwise: StoreProblem): readonly Expected[] =>
  anchor === null ? [] : [{ ...anchor, otherwise }];

/** The logs of the store, oldest first, each with what the witness saw and, at unlock, the root that its row states. */
export function anchoredLogs(opening: Opening, own: DeviceLog, atUnlock: boolean): readonly AnchoredLog[] {
  const { store, earlier = [], savedAnchor, witness, readOnly, restoring } = opening;
  const ended = earlier.map((log) => ({
    own: log.own,
    saved: { size: log.frontier.size, root: rootOf(log.frontier) },
  }));
  const logs = own.log === opening.own.log ? ended : [...ended, { own: opening.own, saved: savedAnchor }];
  return [...logs, { own, saved: savedAnchor }].map((log, place, all) => {
    if (readOnly !== undefined) return { own: log.own, anchors: [] };
    const seen = witness.anchorOf(store, log.own.log);
    const newest = place === all.length - 1;
    const beyond = seen !== null && seen.size > log.saved.size && (!newest || restoring === true);
    const asked = newest && !atUnlock ? [] : expected(log.saved, 'logChanged');
    return { own: log.own, anchors: [...asked, ...(beyond ? [] : expected(seen, 'forked'))] };
  });
}

/**
 * Whether this computer saw a log in this folder that is not there and that no entry says is missing, while it knows
 * every one that is: then the store was put back to before it was last restored. A log that it does not know was begun
 * by a restore, which names itself.
 */
function lostLog({ store, own, earlier = [], savedAnchor, witness }: Opening, said: readonly MissingRange[]): boolean {
  const there = [
    ...earlier.map((log) => ({ log: log.own.log, size: log.frontier.size })),
    { log: own.log, ...savedAnchor },
  ];
  const known = witness.logsOf(store);
  const missing = missingHere({ store, logs: there }, said, witness);
  const lost = missing.some(({ log }) => there.every((one) => one.log !== log));
  return lost && there.every(({ log }) => known.includes(log));
}

/** Whether all lines hold as far as that can be told without a key, and every anchor agrees. */
function anchorsHold(opening: Opening, logs: ReadRequest['logs']): boolean {
  const rows = opening.db.prepare<[string], Row>(`
    SELECT seq, line, type, actor, thread, about, hlc_ms, hlc_counter, sealed FROM event WHERE log_id = ? ORDER BY n
  `);
  let chain: Chain | undefined;
  try {
    for (const { own, anchors } of logs) {
      if (chain === undefined) chain = new Chain(own);
      else chain.next(own);
      for (const anchor of anchors) if (anchor.size > 0) chain.expect(anchor);
      for (const row of rows.iterate(own.log)) chain.follow(row, chain.parse(row).header);
    }
    chain?.end();
    return !lostLog(opening, []);
  } catch {
    return false;
  }
}

export interface ReadForMe {
  readonly ring: KeyRing;
  /** Keys handed to us that do not open. */
  readonly bad: readonly KeyName[];
  readonly view: View;
  readonly read: ReadResult;
}

function readWith(opening: Opening, logs: ReadRequest['logs'], ring: KeyRing): Pick<ReadForMe, 'view' | 'read'> {
  const { store, me, identity, projections, onProgress, readOnly, restoring } = opening;
  const db = readable(opening.db);
  const view = new View(projections);
  const cosigned = ({ log }: DeviceLog) =>
    readOnly === undefined ? lastCosigned(db, store, log, me, identity.signing.publicKey) : null;
  let read: ReadResult | undefined;
  try {
    view.together(() => {
      const ask = { db, store, logs, ring, cosigned, onProgress, until: readOnly?.until };
      read = new LogReading({ ...ask, onEvent: (event) => view.addEntry(event) }).run();
      if (readOnly === undefined && restoring === undefined && lostLog(opening, read.register.backup.missing))
        throw new StoreFailure('rolledBack', opening.savedAnchor.size);
      for (const { folded } of read.threads.values()) if (folded.state !== null) view.put(folded.state);
    });
  } catch (error) {
    view.close();
    throw error;
  }
  if (read === undefined) throw new Error('nothing was read');
  return { view, read };
}

type Logs = ReadRequest['logs'];

function readThenDrop(opening: Opening, logs: Logs, ring: KeyRing, drop: () => void): ReturnType<typeof readWith> {
  try {
    const all = readWith(opening, logs, ring);
    drop();
    return all;
  } catch (error) {
    // Where it fails for want of such a key, a colleague's sign-in can only give it back once this one is gone.
    if (anchorsHold(opening, logs)) drop();
    throw error;
  }
}

/**
 * Reads what one person can, and folds it. What they hold keys of and may not read at this moment is left out, by
 * reading once more without: only reading tells.
 *
 * @param dropKeys called with keys that do not open, once nothing speaks against the log: evidence is left as it lies
 * @param strictly leaves out also what they should have been taken out of: where that could not be written, or has been
 * @throws StoreFailure as `LogReading.run`
 */
export function readForPerson(
  opening: Opening,
  logs: ReadRequest['logs'],
  dropKeys: (bad: readonly KeyName[]) => void,
  strictly: boolean,
): ReadForMe {
  const { store, me, identity, now, readOnly } = opening;
  const { ring, bad } = openKeys(readable(opening.db), store, me, identity.sealing);
  const all = readThenDrop(opening, logs, ring, () => {
    // If nothing opens, it is the person who is not who the slot says, and their namesake's keys stay.
    if (!ring.isEmpty) dropKeys(bad);
  });
  const { register, threads, head } = all.read;
  const at = Math.max(now().getTime(), head.ms);
  const leftOut = notForNow({ me, register, threads, at }, { strictly: strictly || readOnly !== undefined });
  if (leftOut.length === 0) return { ring, bad, ...all };
  all.view.close();
  for (const thread of leftOut) ring.dropThread(thread);
  return { ring, bad, ...readWith(opening, logs, ring) };
}

/** The logs of the store, oldest first; the last one is that which the device appends to. */
export function logEnds(
  { earlier = [], own: first, savedAnchor }: Opening,
  own: DeviceLog,
  head: Head,
): readonly LogEnd[] {
  const ended = [...earlier, { own, frontier: head.frontier }].map((log) => {
    return { own: log.own, size: log.frontier.size, root: rootOf(log.frontier) };
  });
  return own === first ? ended : ended.toSpliced(-1, 0, { own: first, ...savedAnchor });
}

/**
 * A reading of everything, whatever was verified before.
 *
 * @throws StoreFailure logDamaged when a page of the file does not hold
 */
export function readingEverything(opening: Opening, own: DeviceLog, onProgress: Opening['onProgress']): LogReading {
  const { store, me, identity, readOnly } = opening;
  const db = readable(opening.db);
  // Of bits flipped in the file unlocking meets two in three: drafts, old checkpoints and free pages it does not read.
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreFailure('logDamaged');
  const { ring } = openKeys(db, store, me, identity.sealing);
  const logs = anchoredLogs(opening, own, false);
  const ask = { db, store, logs, ring, until: readOnly?.until, everyContent: true, onProgress } as const;
  return new LogReading({ ...ask, cosigned: () => null, onEvent: () => {} });
}

/** How to open a store in another folder with the keys of whoever is signed in here. @throws StoreFailure */
export function openingOfCopy({ me, identity, projections, now, onProgress }: Opening, folder: string): Opening {
  const { vault } = readVault(folder);
  const storeKey = openStoreKey(vault, me, identity);
  const keys = storeKeysFrom(storeKey);
  const db = openLogFile(currentLogFile(folder, vault.log), keys.file, { create: false });
  try {
    checkMeta(db, vault.store);
    const { own, frontier, earlier } = openDeviceLog(readable(db), keys.seeds);
    const savedAnchor = { size: frontier.size, root: rootOf(frontier) };
    const person = { me, identity, projections, now, onProgress };
    const witness = new WitnessFile(folder);
    return { ...person, folder, db, store: vault.store, storeKey, own, earlier, savedAnchor, witness };
  } catch (error) {
    db.close();
    throw error;
  }
}
