import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreFailure } from '../../electron/store/failure.ts';
import { openDeviceLog, saveFrontier } from '../../electron/store/log/head.ts';
import type { Sqlite } from '../../electron/store/log/open.ts';
import { inTransaction, readable } from '../../electron/store/log/transaction.ts';
import { appendLeaf, emptyFrontier, leafHash } from '../../electron/store/log/tree.ts';
import { storeKeysFrom } from '../../electron/store/vault/identity.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { EventId } from '../../shared/domain/ids.ts';
import { type Casework, makeCasework, type Who } from '../factories/casework.ts';
import { copyOf, randomFrom, seedOfRun, torture } from '../factories/folders.ts';
import { alter, entryOf, forgeHistory, readStore, rowsOf } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

/** What is added stands beside what others wrote, so it does not matter which entry was seen. */
const anyEvent = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;

let good: World;
let work: Casework;

beforeAll(async () => {
  good = new World();
  work = await makeCasework(good, ['lead', 'deputy', 'otherWorker']);
});

afterAll(() => good[Symbol.asyncDispose]());

function unlockAs(world: World, who: Who) {
  return world.log.store.unlock({ staff: work[who], passphrase: passphraseOf(people[who]) });
}

/** What reading and checking the log comes to, without the slow passphrase. */
function failureOfReading(world: World, who: Who): Failure | null {
  try {
    readStore(world, work.keys[who]).close();
    return null;
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return { kind: 'store', problem: error.kind, ...(error.entry !== undefined && { entry: error.entry }) };
  }
}

/** A copy of the store that somebody with the key altered while it was locked. */
function altered(change: (db: Sqlite) => void): World {
  const world = copyOf(good);
  alter(world, work.keys.otherWorker, change);
  return world;
}

const loseWitness = (world: World): void => rmSync(world.profile, { recursive: true, force: true });

/** Makes frontier and checkpoints fit whatever lines are there now, as an insider with the store key can. */
function repairAnchors(db: Sqlite): void {
  const log = readable(db);
  const { own } = openDeviceLog(log, storeKeysFrom(work.keys.otherWorker.storeKey).seeds);
  const leaves = rowsOf(db).map(({ line }) => leafHash(Buffer.from(line)));
  inTransaction(log, (writable) => {
    saveFrontier(writable, own.log, leaves.reduce(appendLeaf, emptyFrontier));
    writable.exec('DELETE FROM cosignature; DELETE FROM checkpoint;');
  });
}

const middle = (db: Sqlite): number => entryOf(db, 'concern.raised');
const last = (db: Sqlite): number => rowsOf(db).length - 1;

type Case = readonly [string, (db: Sqlite) => void, (db: Sqlite) => Failure];
const changedAt =
  (entry: (db: Sqlite) => number) =>
  (db: Sqlite): Failure => ({ kind: 'store', problem: 'logChanged', entry: entry(db) });

/** Entry `seq` is kept in the row `seq + 1`, so that two entries change places when their rows do. */
const exchange = (db: Sqlite, a: number, b: number): void => {
  db.prepare('UPDATE event SET n = -n WHERE seq IN (?, ?)').run(a, b);
  db.prepare('UPDATE event SET n = CASE seq WHEN ? THEN ? ELSE ? END WHERE seq IN (?, ?)').run(a, b + 1, a + 1, a, b);
};

const inLine = (from: string, to: string) => (db: Sqlite) =>
  db.prepare('UPDATE event SET line = replace(line, ?, ?) WHERE seq = ?').run(from, to, middle(db));
const after = (db: Sqlite): number => middle(db) + 1;
const rolledBackTo =
  (entries: (db: Sqlite) => number) =>
  (db: Sqlite): Failure => ({ kind: 'store', problem: 'rolledBack', entry: entries(db) });

const cases: readonly Case[] = [
  ['a letter changed in a line', inLine('"v":1', '"v":2'), changedAt(middle)],
  ['a space added to a line', inLine('"h":', '"h": '), changedAt(middle)],
  ['a time changed in a line', inLine('"at":"2026-10-01', '"at":"2026-09-01'), changedAt(middle)],
  [
    'an entry deleted from the middle',
    (db) => db.prepare('DELETE FROM event WHERE seq = ?').run(middle(db)),
    changedAt(after),
  ],
  ['the first entry deleted', (db) => db.exec('DELETE FROM event WHERE seq = 0'), changedAt(() => 1)],
  ['two entries exchanged', (db) => exchange(db, middle(db), last(db)), changedAt(last)],
  ['two neighbours exchanged', (db) => exchange(db, middle(db), after(db)), changedAt(after)],
  ['the last entry deleted', (db) => db.prepare('DELETE FROM event WHERE seq = ?').run(last(db)), rolledBackTo(last)],
  [
    'the last five entries deleted',
    (db) => db.prepare('DELETE FROM event WHERE seq > ?').run(last(db) - 5),
    rolledBackTo((db) => last(db) - 4),
  ],
  [
    'an entry moved to another log',
    (db) => db.prepare("UPDATE event SET log_id = 'other' WHERE seq = ?").run(middle(db)),
    changedAt(after),
  ],
];

describe('what an insider with the key did to the lines is noticed at the next unlock:', () => {
  it.each(cases)('%s', async (_what, change, expected) => {
    const failure = alter(good, work.keys.otherWorker, expected);
    await using world = altered((db) => {
      db.pragma('foreign_keys = OFF');
      change(db);
    });
    expect(failureOfReading(world, 'lead')).toEqual(failure);
  });

  it('the router says the same, and what came before it can be read, no more', async () => {
    await using world = altered(inLine('"v":1', '"v":2'));
    const at = alter(good, work.keys.otherWorker, middle);
    expect((await must(unlockAs(world, 'lead'))).readOnly).toEqual({ why: 'changed', at, seen: null });
  });

  it.each([
    ['type', "'concern.told'"],
    ['actor', 'NULL'],
    ['thread', 'NULL'],
    ['about', 'NULL'],
    ['hlc_ms', 'hlc_ms + 1'],
    ['hlc_counter', 'hlc_counter + 1'],
    ['seq', '1000000'],
    ['sealed', 'NULL'],
  ])('the column %s changed, which look-ups go by', async (column, value) => {
    await using world = altered((db) =>
      db.prepare(`UPDATE event SET ${column} = ${value} WHERE seq = ?`).run(middle(db)),
    );
    expect(failureOfReading(world, 'lead')).toMatchObject({ problem: 'logChanged' });
  });
});

describe('with every anchor inside the file repaired', () => {
  it('an altered header is betrayed by its signature, also to somebody who had verified it before', async () => {
    await using world = altered((db) => {
      forgeHistory(db, work.keys.otherWorker, middle(db), (header) => ({
        ...header,
        at: '2026-09-01T09:00:00.000Z' as Instant,
      }));
    });
    const entry = alter(good, work.keys.otherWorker, middle);
    expect(failureOfReading(world, 'lead')).toMatchObject({ problem: 'logChanged' });
    loseWitness(world);
    expect(failureOfReading(world, 'lead')).toEqual({ kind: 'store', problem: 'logChanged', entry });
  });

  it('an author exchanged for another is betrayed by the signature', async () => {
    await using world = altered((db) => {
      forgeHistory(db, work.keys.otherWorker, middle(db), (header) => ({ ...header, actor: work.otherWorker }));
    });
    loseWitness(world);
    const entry = alter(good, work.keys.otherWorker, middle);
    expect(failureOfReading(world, 'deputy')).toEqual({ kind: 'store', problem: 'logChanged', entry });
  });

  it('lost last entries are betrayed by the witness on this computer, and by it alone', async () => {
    await using world = altered((db) => {
      db.prepare('DELETE FROM event WHERE seq > ?').run(last(db) - 3);
      repairAnchors(db);
    });
    expect(failureOfReading(world, 'lead')).toMatchObject({ problem: 'rolledBack' });
    expect((await must(unlockAs(world, 'lead'))).readOnly).toMatchObject({ why: 'rolledBack' });
    await world.lock();
    loseWitness(world);
    // What DESIGN 9 promises, and no more: tamper-evident back to the last anchor.
    expect(await must(unlockAs(world, 'lead'))).toMatchObject({ damagedRecords: 0, readOnly: null });
  });

  it('another end of the same length is betrayed by the witness as a fork', async () => {
    await using world = copyOf(good);
    await using fork = copyOf(good);
    await must(unlockAs(world, 'worker'));
    await must(world.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'As it was.' }));
    await world.lock();
    await must(unlockAs(fork, 'worker'));
    await must(fork.log.concerns.addInformation({ concern: work.bea, seen: anyEvent, note: 'Otherwise.' }));
    await fork.lock();
    cpSync(fork.folder, world.folder, { recursive: true });
    expect((await must(unlockAs(world, 'lead'))).readOnly).toMatchObject({ why: 'forked' });
  });
});

describe('the whole folder put back to an older state', () => {
  it('is noticed on the computer that saw the newer one', async () => {
    await using world = copyOf(good);
    const older = join(world.root, 'older');
    mkdirSync(older);
    cpSync(world.folder, older, { recursive: true });
    await must(unlockAs(world, 'lead'));
    await must(world.log.concerns.open({ concern: work.bea }));
    await world.lock();
    rmSync(world.folder, { recursive: true });
    cpSync(older, world.folder, { recursive: true });
    expect((await must(unlockAs(world, 'lead'))).readOnly).toMatchObject({ why: 'rolledBack' });
  });
});

it('any change of one character in any line is noticed', async () => {
  const seed = seedOfRun('characters of lines');
  const random = randomFrom(seed);
  const { lead, otherWorker } = work.keys;
  const rows = alter(good, otherWorker, rowsOf);
  await using world = copyOf(good);
  for (let round = 0; round < (torture ? 5_000 : 25); round += 1) {
    const row = rows[Math.floor(random() * rows.length)];
    if (row === undefined) throw new Error('no row');
    const at = Math.floor(random() * row.line.length);
    const letter = String.fromCodePoint(33 + Math.floor(random() * 94));
    if (row.line[at] === letter) continue;
    const line = `${row.line.slice(0, at)}${letter}${row.line.slice(at + 1)}`;
    const put = (text: string) =>
      alter(world, otherWorker, (db) => db.prepare('UPDATE event SET line = ? WHERE n = ?').run(text, row.n));
    put(line);
    expect(() => readStore(world, lead).close(), `SEED=${seed}, entry ${row.seq}, place ${at}, ${letter}`).toThrow(
      /^logChanged|^logDamaged/,
    );
    put(row.line);
  }
  readStore(world, lead).close();
});
