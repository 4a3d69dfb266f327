import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLogFile } from '../../electron/store/log/open.ts';
import type { LogClient } from '../../shared/contract/index.ts';
import type { EventId, ThreadId } from '../../shared/domain/ids.ts';
import { makePractice, must, World } from '../factories/world.ts';
import { noteOf } from './big-store.ts';
import { type Figure, median, timed } from './figures.ts';

const pairs = 400;
const warmUp = 40;
/** What the row of such an event holds: its line with its columns, and its sealed content. */
const lineLength = 680;
const sealedLength = 1_052;

async function concernIn(log: LogClient, practice: Parameters<LogClient['people']['add']>[0]['details']['practice']) {
  return must(
    log.concerns.raise({
      about: { details: { standing: 'registered', givenName: 'Joan', familyName: 'Kettle', practice } },
      dangerNow: 'no',
      categories: ['self-neglect'],
      what: noteOf(0),
      know: 'saw-or-heard-it',
      when: 'still-happening',
      told: [],
    }),
  );
}

function bareFile(folder: string) {
  const db = openLogFile(join(folder, 'bare.db'), randomBytes(32), { create: true });
  db.exec('CREATE TABLE bare (n INTEGER PRIMARY KEY, line TEXT NOT NULL, sealed BLOB NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO bare (line, sealed) VALUES (?, ?)');
  const [line, sealed] = ['x'.repeat(lineLength), randomBytes(sealedLength)];
  const commit = db.transaction(() => insert.run(line, sealed));
  return { commit: () => commit.immediate(), close: () => db.close() };
}

interface Times {
  readonly saves: readonly number[];
  readonly bares: readonly number[];
}

async function inTurns(log: LogClient, on: { concern: ThreadId; seen: EventId }, bare: () => unknown): Promise<Times> {
  const saves: number[] = [];
  const bares: number[] = [];
  for (let turn = 0; turn < warmUp + pairs; turn += 1) {
    const note = noteOf(turn);
    // As between the clicks of a person: what follows the answer to the save before is done. The same before both.
    await pause(5);
    const begun = performance.now();
    // The answer is the acknowledgement; the view is brought up to date after it.
    await must(log.concerns.addInformation({ ...on, note }));
    const save = performance.now() - begun;
    await pause(5);
    const commit = timed(bare);
    if (turn < warmUp) continue;
    saves.push(save);
    bares.push(commit);
  }
  return { saves, bares };
}

/** A typical save, from the call to the acknowledgement, against a bare commit of one row as long. */
export async function measureSave(): Promise<Figure> {
  await using world = new World();
  const { as, alderfield } = await makePractice(world);
  const log = await as('worker');
  const { concern, event } = await concernIn(log, alderfield);
  const bare = bareFile(world.root);
  const { saves, bares } = await inTurns(log, { concern, seen: event }, bare.commit);
  bare.close();
  const [save, commit] = [median(saves), median(bares)];
  return {
    name: 'acknowledged save against a bare one-row commit with the same file settings',
    ratio: save / commit,
    aim: 1.6,
    better: 'lower',
    detail: `median of ${pairs} pairs: ${save.toFixed(2)} ms against ${commit.toFixed(2)} ms`,
  };
}
