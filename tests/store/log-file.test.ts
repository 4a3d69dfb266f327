import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeProblemOf } from '../../electron/store/failure.ts';
import { type StoreProblem, sentenceFor } from '../../shared/contract/failures.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import {
  copyOf,
  flipBit,
  found,
  logFile,
  randomFrom,
  rewrite,
  seedOfRun,
  signIn,
  torture,
} from '../factories/folders.ts';
import { concernForm, failureOf, troubleOf } from '../factories/forms.ts';
import { alter, type Keys, keysOf, readStore } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const pageSize = 4096;
const what = 'Acknowledged before the damage.';

let good: World;
let founder: StaffId;
let concern: ThreadId;
let keys: Keys;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  await must(signIn(good, founder));
  const practice = await must(good.log.register.addPractice({ name: 'Alderfield' }));
  ({ concern } = await must(good.log.concerns.raise(concernForm('Bea', practice, what))));
  for (const name of ['Cal', 'Dot', 'Eve'])
    await must(good.log.concerns.raise(concernForm(name, practice, 'More. '.repeat(500))));
  await must(good.log.drafts.save({ kind: 'concern', form: { what: 'Not finished. '.repeat(400) } }));
  await good.lock();
  keys = await keysOf(good, founder, passphraseOf(people.manager));
});

afterAll(() => good[Symbol.asyncDispose]());

/** What was acknowledged is there once the good file is back, and the whole log holds. */
function putBack(world: World): void {
  copyFileSync(join(good.folder, logFile), join(world.folder, logFile));
  rmSync(join(world.folder, `${logFile}-journal`), { force: true });
  const store = readStore(world, keys);
  try {
    expect(store.stateOf(concern)).toMatchObject({ facts: { raised: { what } } });
    store.checks.all(() => {});
  } finally {
    store.close();
  }
}

const swapPages = (bytes: Buffer, a: number, b: number): Buffer => {
  const page = (n: number) => bytes.subarray(n * pageSize, (n + 1) * pageSize);
  const pages = Array.from({ length: bytes.length / pageSize }, (_, n) => page(n === a ? b : n === b ? a : n));
  return Buffer.concat(pages);
};

const damages: readonly (readonly [string, StoreProblem, (bytes: Buffer) => Buffer])[] = [
  ['is empty', 'logEmpty', () => Buffer.alloc(0)],
  ['is garbage', 'logDamaged', (bytes) => Buffer.alloc(bytes.length, 0xa5)],
  ['is one byte', 'logEmpty', () => Buffer.from('x')],
  ['is a letter to somebody', 'logDamaged', () => Buffer.from('Dear Dr Fenwick-Oye, '.repeat(1_000))],
  ['has a bit flipped on its first page', 'logDamaged', (bytes) => flipBit(bytes, 8 * 100)],
  ['has another salt', 'logDamaged', (bytes) => flipBit(bytes, 3)],
  ['ends after half a page', 'logDamaged', (bytes) => bytes.subarray(0, pageSize / 2)],
  ['ends after its first page', 'logDamaged', (bytes) => bytes.subarray(0, pageSize)],
  ['ends in the middle of a page', 'logDamaged', (bytes) => bytes.subarray(0, bytes.length / 2 + 100)],
  ['ends half way', 'logDamaged', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2 / pageSize) * pageSize)],
  ['has two pages swapped', 'logDamaged', (bytes) => swapPages(bytes, 3, 7)],
  ['has its first page swapped with another', 'logDamaged', (bytes) => swapPages(bytes, 0, 5)],
  ['has a page of zeros', 'logDamaged', (bytes) => Buffer.from(bytes).fill(0, 3 * pageSize, 4 * pageSize)],
];

describe('a log file that', () => {
  it.each(damages)('%s is refused as %s, and nothing is lost', async (_what, problem, damage) => {
    await using world = copyOf(good);
    rewrite(world, logFile, damage);
    const damaged = readFileSync(join(world.folder, logFile));
    expect(() => readStore(world, keys)).toThrow(expect.objectContaining({ name: 'StoreFailure', kind: problem }));
    expect(sentenceFor({ kind: 'store', problem })).toContain('Do not delete anything');
    expect(readFileSync(join(world.folder, logFile)).equals(damaged), 'the damaged file is left as it is').toBe(true);
    putBack(world);
  });

  it('is damaged is refused by the router in the same words, and opens once the good file is back', async () => {
    await using world = copyOf(good);
    rewrite(world, logFile, (bytes) => flipBit(bytes, 8 * 100));
    expect(await failureOf(signIn(world, founder))).toEqual({ kind: 'store', problem: 'logDamaged' });
    putBack(world);
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });

  it('is missing is not made anew', async () => {
    await using world = copyOf(good);
    rmSync(join(world.folder, logFile));
    expect(() => readStore(world, keys)).toThrow('logMissing');
    expect(() => readFileSync(join(world.folder, logFile))).toThrow('ENOENT');
    putBack(world);
  });

  it('is not encrypted is not taken for ours', async () => {
    await using world = copyOf(good);
    const path = join(world.folder, logFile);
    rmSync(path);
    const plain = new Database(path);
    plain.exec("CREATE TABLE meta (k TEXT, v TEXT); INSERT INTO meta VALUES ('schema', '1')");
    plain.close();
    expect(() => readStore(world, keys)).toThrow('otherStore');
    putBack(world);
  });

  it('is that of another store is refused', async () => {
    await using other = new World();
    await found(other);
    await using world = copyOf(good);
    writeFileSync(join(world.folder, logFile), readFileSync(join(other.folder, logFile)));
    // Another store has another key, under which this file cannot be told from a damaged one.
    expect(await troubleOf(signIn(world, founder))).toBe('logDamaged');
    putBack(world);
  });

  it.each([
    ['names another store', 'otherStore', "UPDATE meta SET v = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE k = 'store'"],
    ['is of a newer schema', 'logNewer', "UPDATE meta SET v = '2' WHERE k = 'schema'"],
    ['is of a schema that never was', 'logDamaged', "UPDATE meta SET v = 'zero' WHERE k = 'schema'"],
    ['says nothing of itself', 'otherStore', 'DELETE FROM meta'],
    ['belongs to another program', 'otherStore', 'PRAGMA application_id = 7'],
    ['has lost the row of its log', 'logDamaged', 'PRAGMA foreign_keys = OFF; DELETE FROM log'],
    ['has a frontier that is none', 'logDamaged', 'UPDATE log SET frontier = zeroblob(7)'],
    ['has another device key', 'logDamaged', 'UPDATE log SET public_key = zeroblob(32)'],
    ['has lost all its entries', 'rolledBack', 'DELETE FROM event'],
  ])('%s is refused as %s', async (_what, problem, sql) => {
    await using world = copyOf(good);
    alter(world, keys, (db) => db.exec(sql));
    expect(await troubleOf(signIn(world, founder))).toBe(problem);
    putBack(world);
  });
});

interface Flip {
  readonly noticed: 'at once' | 'by checking the log';
}

/** Either the damage is noticed as what it is, or what was acknowledged is read whole and the check of the whole log tells. */
function flipOne(world: World, original: Buffer, bit: number): Flip {
  writeFileSync(join(world.folder, logFile), flipBit(original, bit));
  let store: ReturnType<typeof readStore> | undefined;
  try {
    store = readStore(world, keys);
    expect(store.stateOf(concern)).toMatchObject({ facts: { raised: { what } } });
    store.checks.all(() => {});
  } catch (error) {
    expect(storeProblemOf(error)).toBe('logDamaged');
    return { noticed: store === undefined ? 'at once' : 'by checking the log' };
  } finally {
    store?.close();
  }
  throw new Error('nobody noticed');
}

it('any one bit that flips in the log file is noticed', async () => {
  const seed = seedOfRun('bits of the log file');
  const random = randomFrom(seed);
  await using world = copyOf(good);
  const original = readFileSync(join(good.folder, logFile));
  const seen = { 'at once': 0, 'by checking the log': 0 };
  for (let round = 0; round < (torture ? 20_000 : 80); round += 1) {
    const bit = Math.floor(random() * original.length * 8);
    try {
      seen[flipOne(world, original, bit).noticed] += 1;
    } catch (error) {
      throw new Error(`SEED=${seed}, bit ${bit}`, { cause: error });
    }
  }
  console.log('flipped bits noticed:', seen);
  putBack(world);
  await must(signIn(world, founder));
  expect((await must(world.log.concerns.open({ concern }))).state.raised.what).toBe(what);
});
