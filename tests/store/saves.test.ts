import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../electron/store/context.ts';
import type { EventId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { concernForm, detailsOf, failureOf, troubleOf } from '../factories/forms.ts';
import { watch } from '../factories/watch.ts';
import { must, passphraseOf, World } from '../factories/world.ts';

const anyEvent = 'AAAAAAAAAAAAAAAAAAAAAA' as EventId;

let good: World;
let founder: StaffId;
let practice: PracticeId;
let concern: ThreadId;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  await must(signIn(good, founder));
  practice = await must(good.log.register.addPractice({ name: 'Alderfield' }));
  ({ concern } = await must(good.log.concerns.raise(concernForm('Bea', practice))));
  await good.lock();
});

afterAll(() => good[Symbol.asyncDispose]());

const save = (world: World, note: string) => world.log.concerns.addInformation({ concern, seen: anyEvent, note });

async function notesOf(world: World): Promise<readonly unknown[]> {
  const { entries } = await must(world.log.concerns.open({ concern }));
  return entries.flatMap(({ content }) => ('note' in content ? [content['note']] : []));
}

describe('the view', () => {
  const ruin = (context: () => Context, table: string) => context().store.view.db.exec(`DROP TABLE IF EXISTS ${table}`);

  it.each(['concern', 'entry'])(
    'never fails a save, though its table %s is gone, and is folded anew',
    async (table) => {
      await using world = copyOf(good);
      const context = watch(world);
      await must(signIn(world, founder));
      await must(world.log.concerns.list({}));
      ruin(context, table);
      await must(save(world, 'Saved all the same.'));
      expect(await notesOf(world)).toEqual(['Saved all the same.']);
      expect(world.mistakes).toEqual([]);
    },
  );

  it.each(['concern', 'entry', 'person'])('takes a second concern, though its table %s is gone', async (table) => {
    await using world = copyOf(good);
    const context = watch(world);
    await must(signIn(world, founder));
    const [line] = await must(world.log.concerns.list({}));
    if (line === undefined) throw new Error('no concern');
    ruin(context, table);
    const { concern: second } = await must(
      world.log.concerns.raise({ ...concernForm('x', practice), about: { person: line.person } }),
    );
    const listed = await must(world.log.concerns.list({}));
    expect(listed.map((one) => `${one.concern} ${one.name}`).toSorted()).toEqual(
      [`${concern} Bea Exampleton`, `${second} Bea Exampleton`].toSorted(),
    );
    expect(world.mistakes).toEqual([]);
  });

  it('that was closed under our hands is made anew too', async () => {
    await using world = copyOf(good);
    const context = watch(world);
    await must(signIn(world, founder));
    await must(world.log.people.list({}));
    context().store.view.close();
    await must(save(world, 'Saved all the same.'));
    expect(await notesOf(world)).toEqual(['Saved all the same.']);
    await must(world.log.people.add({ details: detailsOf('Cal', practice) }));
    expect(await must(world.log.people.find({ words: 'cal' }))).toHaveLength(1);
  });
});

interface Disk {
  readonly remount: (how: 'ro' | 'rw') => void;
  readonly unmount: () => void;
}

/** Puts the store on a file system of its own; skips the test aloud where this computer lets us mount none. */
function onTmpfs(world: World, size: string, skip: (note: string) => never): Disk {
  const aside = join(world.root, 'aside');
  cpSync(world.folder, aside, { recursive: true });
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'pipe' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', world.folder);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : 'unknown';
    console.warn(`SKIPPED: no file system can be mounted here (${reason}): no full and no read-only disk was tried`);
    return skip(reason);
  }
  cpSync(aside, world.folder, { recursive: true });
  return {
    remount: (how) => mount('-o', `remount,${how}`, world.folder),
    unmount: () => execFileSync('umount', ['--lazy', world.folder]),
  };
}

const ballast = (world: World) => join(world.folder, 'ballast');

/** Fills the disk to the last byte. */
function fill(world: World): void {
  for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(ballast(world), Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full for pieces of this size.
    }
  }
}

describe('a full disk', () => {
  it('is said, what was saved stays, and saving goes on once there is space', async ({ skip }) => {
    await using world = copyOf(good);
    const disk = onTmpfs(world, '3m', skip);
    try {
      await must(signIn(world, founder));
      await must(save(world, 'Before.'));
      fill(world);
      // A page that is not full yet may take a small entry without asking the disk for more.
      const long = 'Too long for what is left. '.repeat(700);
      expect(await failureOf(save(world, long))).toEqual({ kind: 'store', problem: 'noSpace' });
      expect(await troubleOf(world.log.drafts.save({ kind: 'concern', form: { what: long.repeat(5) } }))).toBe(
        'noSpace',
      );
      expect(await must(world.log.drafts.mine({}))).toEqual([]);
      rmSync(ballast(world));
      expect(await notesOf(world)).toEqual(['Before.']);
      await must(save(world, 'After.'));
      await must(world.log.audit.check({}));
      await world.lock();
      expect(await must(signIn(world, founder))).toMatchObject({ damagedRecords: 0, refusedEntries: 0 });
      expect(await notesOf(world)).toEqual(['Before.', 'After.']);
    } finally {
      world.router.close();
      disk.unmount();
    }
  });

  it('keeps nobody from locking, and nothing is lost when it is opened again', async ({ skip }) => {
    await using world = copyOf(good);
    const disk = onTmpfs(world, '3m', skip);
    try {
      await must(signIn(world, founder));
      await must(save(world, 'Before.'));
      fill(world);
      await world.log.store.lock({});
      expect((await failureOf(world.log.concerns.list({}))).kind).toBe('locked');
      expect(['none', 'noSpace']).toContain(await troubleOf(signIn(world, founder)));
      await world.log.store.lock({});
      rmSync(ballast(world));
      await must(signIn(world, founder));
      expect(await notesOf(world)).toEqual(['Before.']);
    } finally {
      world.router.close();
      disk.unmount();
    }
  });
});

describe('a disk that became read-only', () => {
  it('is said, while unlocked and when unlocking, and nothing is lost', async ({ skip }) => {
    await using world = copyOf(good);
    const disk = onTmpfs(world, '8m', skip);
    try {
      disk.remount('ro');
      expect(await failureOf(signIn(world, founder))).toEqual({ kind: 'store', problem: 'readOnly' });
      disk.remount('rw');
      expect(await troubleOf(signIn(world, founder))).toBe('none');
      await must(save(world, 'Before.'));
      await world.lock();
      disk.remount('ro');
      expect(await troubleOf(signIn(world, founder))).toBe('readOnly');
      expect(await troubleOf(world.log.store.status({}))).toBe('none');
      disk.remount('rw');
      await must(signIn(world, founder));
      expect(await notesOf(world)).toEqual(['Before.']);
    } finally {
      world.router.close();
      disk.unmount();
    }
  });

  it('takes no new store', async ({ skip }) => {
    await using world = new World();
    mkdirSync(world.folder);
    const disk = onTmpfs(world, '1m', skip);
    const founding = { name: 'x', demo: true, founder: { name: 'x', initials: 'x', passphrase: passphraseOf('x') } };
    try {
      disk.remount('ro');
      expect(await troubleOf(world.log.store.create(founding))).toBe('readOnly');
      disk.remount('rw');
      fill(world);
      expect(await troubleOf(world.log.store.create(founding))).toBe('folderNotEmpty');
      rmSync(ballast(world));
      expect(await troubleOf(world.log.store.create(founding))).toBe('none');
    } finally {
      disk.unmount();
    }
  });
});
