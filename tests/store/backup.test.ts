import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../electron/audit/bundle.ts';
import { verifyBundle } from '../../electron/audit/verify.ts';
import { readContainer } from '../../electron/backup/container.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { copyOf, flipBit, found, randomFrom, seedOfRun, signIn, torture } from '../factories/folders.ts';
import { concernForm, failureOf, troubleOf } from '../factories/forms.ts';
import { type Keys, keysOf, readStore } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const what = 'Written before the backup.';

let good: World;
let founder: StaffId;
let concern: ThreadId;
let keys: Keys;
/** A whole backup of `good`. */
let file: string;

const placeOf = (world: World): string => join(world.root, 'backups');

/** A copy of the log with its backups, whose place for backups is its own. */
async function withPlace(world: World): Promise<World> {
  mkdirSync(placeOf(world), { recursive: true });
  await must(signIn(world, founder));
  await must(world.log.backup.setPlace({ folder: placeOf(world) }));
  return world;
}

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  await withPlace(good);
  const practice = await must(good.log.register.addPractice({ name: 'Alderfield' }));
  ({ concern } = await must(good.log.concerns.raise(concernForm('Bea', practice, what))));
  const { name } = await must(good.log.backup.make({}));
  file = join(placeOf(good), name);
  await good.lock();
  keys = await keysOf(good, founder, passphraseOf(people.manager));
});

afterAll(() => good[Symbol.asyncDispose]());

const restoreInto = (world: World, from: string, more: object = {}) =>
  world.log.backup.restore({ file: from, into: null, other: false, older: true, ...more });

describe('a backup', () => {
  it('is one file with a nameless name, and counts once it was read back whole', async () => {
    await using world = await withPlace(copyOf(good));
    const made = await must(world.log.backup.make({}));
    expect(made.name).toMatch(/^[0-9a-f]{8}-\d{8}T\d{6}Z\.bak$/);
    expect(readdirSync(placeOf(world))).toEqual([made.name]);
    const shown = await must(world.log.backup.show({}));
    expect(shown).toMatchObject({
      place: { state: 'ready', sameDisk: true },
      lastVerified: { entries: made.entries },
      newest: { name: made.name, bytes: made.bytes },
      due: false,
      overdue: false,
    });
    const { manifest, sha256 } = readContainer(join(placeOf(world), made.name), () => {});
    expect(sha256.toString('base64')).toBe(made.sha256);
    expect(manifest.size).toBe(made.entries);
  });

  it('is due when there is news, and overdue after three days', async () => {
    await using world = await withPlace(copyOf(good));
    const at = (when: 'at-lock' | 'nightly') => must(world.log.backup.makeIfDue({ when }));
    expect([await at('at-lock'), await at('nightly')]).toEqual([null, null]);
    await must(world.log.register.addPractice({ name: 'Wren Street' }));
    expect(await at('nightly')).toBeNull();
    expect((await at('at-lock'))?.name).toMatch(/\.bak$/);
    world.clock += 4 * 86_400_000;
    expect(await must(world.log.backup.show({}))).toMatchObject({ overdue: true, due: true });
    expect(await at('nightly')).not.toBeNull();
  });

  it('is refused a place inside the log, one that does not exist, and says when its place is gone', async () => {
    await using world = await withPlace(copyOf(good));
    const kind = async (folder: string) => failureOf(world.log.backup.setPlace({ folder }));
    for (const folder of [world.folder, join(world.root, 'nowhere'), 'relative'])
      expect(await kind(folder)).toMatchObject({ kind: 'invalid', fields: { folder: expect.any(String) } });
    rmSync(placeOf(world), { recursive: true });
    expect(await troubleOf(world.log.backup.make({}))).toBe('backupGone');
    expect((await must(world.log.backup.show({}))).place?.state).toBe('gone');
    writeFileSync(placeOf(world), 'a file where the folder was');
    expect(await troubleOf(world.log.backup.make({}))).toBe('backupGone');
  });

  it('deletes only what is its own and has had its time', async () => {
    await using world = await withPlace(copyOf(good));
    const { name } = await must(world.log.backup.make({}));
    const short = name.slice(0, 8);
    const old = (day: string) => `${short}-${day}T090000Z.bak`;
    const strangers = ['holiday.jpg', `${short}-notes.txt`, `00000000-20200101T090000Z.bak`, old('20200105')];
    for (const one of strangers) writeFileSync(join(placeOf(world), one), 'of somebody else');
    const early = ['01', '02', '03', '04'].map((hour) => old('20200101').replace('T09', `T${hour}`));
    for (const one of early) cpSync(join(placeOf(world), name), join(placeOf(world), one));
    writeFileSync(join(placeOf(world), `${old('20260930')}.part`), 'of a backup that was cut off');
    const made = await must(world.log.backup.make({}));
    expect(made.deleted.toSorted()).toEqual(early.slice(0, 2));
    const again = await must(world.log.backup.make({}));
    expect(again.deleted).toEqual(early.slice(2, 3));
    const left = [...strangers, made.name, again.name, name, ...early.slice(3)];
    expect(readdirSync(placeOf(world)).sort()).toEqual(left.sort());
  });

  it('is rehearsed as the log recorded it last, also when another has a later name', async () => {
    await using world = await withPlace(copyOf(good));
    const right = world.clock;
    world.clock += 400 * 86_400_000;
    const ahead = await must(world.log.backup.make({}));
    world.clock = right;
    expect(await must(world.log.backup.show({}))).toMatchObject({ overdue: true, due: true });
    const made = await must(world.log.backup.make({}));
    expect(made.name < ahead.name).toBe(true);
    expect(await must(world.log.backup.show({}))).toMatchObject({ overdue: false, newest: { name: made.name } });
    expect((await must(world.log.backup.drill({}))).name).toBe(made.name);
  });

  it('is rehearsed in one click, and leaves nothing behind', async () => {
    await using world = await withPlace(copyOf(good));
    expect(await troubleOf(world.log.backup.drill({}))).toBe('backupNone');
    const { name, entries } = await must(world.log.backup.make({}));
    expect(await must(world.log.backup.drill({}))).toMatchObject({ name, entries, records: 3 });
    expect(readdirSync(world.profile).filter((one) => one.startsWith('drill'))).toEqual([]);
    expect((await must(world.log.backup.show({}))).drillDue).toBe(false);
    const bytes = readFileSync(join(placeOf(world), name));
    writeFileSync(join(placeOf(world), name), flipBit(bytes, 9_999));
    expect(await troubleOf(world.log.backup.drill({}))).toBe('backupDamaged');
  });

  it('on a full or read-only disk is not made, says so, and the log works on', async (test) => {
    await using world = copyOf(good);
    mkdirSync(placeOf(world));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', placeOf(world)], { stdio: 'pipe' });
    } catch {
      test.skip('no file system can be mounted here');
    }
    try {
      await withPlace(world);
      expect(await troubleOf(world.log.backup.make({}))).toBe('backupFull');
      expect(readdirSync(placeOf(world))).toEqual([]);
      execFileSync('mount', ['-o', 'remount,ro', placeOf(world)]);
      expect(await troubleOf(world.log.backup.make({}))).toBe('backupReadOnly');
      expect((await must(world.log.backup.show({}))).place?.state).toBe('read-only');
      await must(world.log.register.addPractice({ name: 'Wren Street' }));
    } finally {
      execFileSync('umount', [placeOf(world)]);
    }
  });

  it('any damage to it is noticed', () => {
    const seed = seedOfRun('damages of a backup');
    const random = randomFrom(seed);
    const whole = readFileSync(file);
    const path = join(good.root, 'damaged.bak');
    const at = (length = whole.length) => Math.floor(random() * length);
    const damages = [
      () => flipBit(whole, at(whole.length * 8)),
      () => whole.subarray(0, at()),
      () => Buffer.concat([whole.subarray(0, at()), whole.subarray(at())]),
      () => Buffer.concat([whole, Buffer.alloc(1 + at(2_000))]),
      () => Buffer.from(whole).fill(at(256), at(), at()),
      () => {
        const torn = Buffer.from(whole);
        return torn.fill(0, Math.floor(at() / 512) * 512, Math.floor(at() / 512) * 512 + 512);
      },
    ];
    const rounds = torture ? 20_000 : 200;
    let refused = 0;
    for (let round = 0; round < rounds; round += 1) {
      const damaged = damages[round % damages.length]?.() ?? whole;
      if (damaged.equals(whole)) continue;
      writeFileSync(path, damaged);
      expect(() => readContainer(path, () => {}), `SEED=${seed}, round ${round}`).toThrow(/^backup(?:Damaged|Newer)$/);
      refused += 1;
    }
    console.log(`damages of a backup: ${refused} of ${rounds} changed a byte and were refused`);
    rmSync(path);
  });
});

describe('a restored log', () => {
  it('is looked at first, takes the place of the old one, and goes on in a log of its own', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    await must(world.log.register.addPractice({ name: 'After the backup' }));
    await world.lock();
    const looked = await must(world.log.backup.look({ file }));
    expect(looked).toMatchObject({ of: 'this-log', bytes: statSync(file).size });
    expect(looked.missing).toBeGreaterThan(0);
    expect(await troubleOf(restoreInto(world, file, { older: false }))).toBe('backupOlder');
    const restored = await must(restoreInto(world, file));
    expect(restored).toMatchObject({ folder: world.folder, entries: looked.entries, missing: looked.missing });
    expect(existsSync(join(restored.setAside ?? '', 'vault.a'))).toBe(true);

    expect((await must(signIn(world, founder))).readOnly).toBeNull();
    const page = await must(world.log.audit.page({ from: null, to: null }));
    expect(page.lines.map(({ entry, what: said }) => [entry, said])).toContainEqual([0, 'Log restored from a backup']);
    expect((await must(world.log.backup.show({}))).restored).toMatchObject({ missing: looked.missing });
    expect((await must(world.log.concerns.open({ concern }))).state.raised.what).toBe(what);
    expect(page.atUnlock.entries, 'of both logs').toBeGreaterThanOrEqual(looked.entries);
    const { total } = await must(world.log.audit.page({ from: null, to: null }));
    expect(await must(world.log.audit.check({}))).toMatchObject({ entries: total });
    await must(world.log.register.addPractice({ name: 'Once more' }));
    await world.lock();
    expect(await must(signIn(world, founder))).toMatchObject({ readOnly: null, damagedRecords: 0, refusedEntries: 0 });
    expect(existsSync(join(world.folder, 'restored.json'))).toBe(false);
    await must(world.log.audit.check({}));
  });

  it('can be backed up and restored again', async () => {
    await using world = copyOf(good);
    await must(restoreInto(world, file));
    await withPlace(world);
    const { name, entries: all } = await must(world.log.backup.make({}));
    expect(await must(world.log.backup.drill({}))).toMatchObject({ entries: all });
    expect((await must(world.log.backup.summary({}))).lastVerified).toMatchObject({ entries: all });
    await world.lock();
    const before = await must(world.log.backup.look({ file }));
    expect(all, 'of both logs').toBeGreaterThan(before.entries);
    expect(await must(restoreInto(world, join(placeOf(world), name)))).toMatchObject({ entries: all });
    await must(signIn(world, founder));
    const page = await must(world.log.audit.page({ from: null, to: null, limit: 200 }));
    expect(page.lines.filter(({ entry }) => entry === 0)).toHaveLength(3);
    expect(page.logs).toHaveLength(3);
    for (const { log, entries } of page.logs) {
      const asked = { from: null, to: null, why: 'Each log by itself', folder: world.root, log };
      const { file: zip, shown } = await must(world.log.audit.export(asked));
      expect(shown).toBeGreaterThanOrEqual(entries);
      expect(verifyBundle(readBundle(readFileSync(zip)))).toMatchObject({ fails: [], ok: true });
    }
    await must(world.log.audit.check({}));
  });

  it('put back to before it was restored is noticed', async () => {
    await using world = copyOf(good);
    await must(restoreInto(world, file));
    const before = join(world.root, 'before');
    cpSync(world.folder, before, { recursive: true });
    rmSync(join(before, 'restored.json'));
    await must(signIn(world, founder));
    await world.lock();
    rmSync(world.folder, { recursive: true });
    cpSync(before, world.folder, { recursive: true });
    expect((await must(signIn(world, founder))).readOnly).toMatchObject({ why: 'rolledBack' });
  });

  it('begins where there is no log, or beside another one in a folder of its own', async () => {
    await using empty = new World();
    expect(await must(restoreInto(empty, file, { older: false }))).toMatchObject({ setAside: null, missing: 0 });
    await must(signIn(empty, founder));
    await using other = new World();
    await found(other);
    expect(await troubleOf(restoreInto(other, file))).toBe('backupOther');
    const into = join(other.root, 'elsewhere');
    await must(restoreInto(other, file, { into }));
    expect(readdirSync(into).sort()).toEqual(['log.1.db', 'restored.json', 'vault.a', 'vault.b']);
    writeFileSync(join(other.root, 'letter.txt'), 'Dear');
    expect(await troubleOf(restoreInto(other, file, { into: other.root }))).toBe('folderNotEmpty');
  });

  it('is not begun from a file that is missing, damaged or of a newer program, and nothing changes', async () => {
    await using world = copyOf(good);
    const before = readdirSync(world.root);
    const path = join(world.root, 'file.bak');
    const trouble = async (bytes: Buffer | null) => {
      if (bytes !== null) writeFileSync(path, bytes);
      const seen = [await troubleOf(world.log.backup.look({ file: path })), await troubleOf(restoreInto(world, path))];
      rmSync(path, { force: true });
      return seen;
    };
    const whole = readFileSync(file);
    const newer = Buffer.from(whole);
    newer.write('2', whole.indexOf('practice-log-backup/1') + 'practice-log-backup/'.length);
    expect(await trouble(null)).toEqual(['backupMissing', 'backupMissing']);
    expect(await trouble(flipBit(whole, 7_777))).toEqual(['backupDamaged', 'backupDamaged']);
    expect(await trouble(Buffer.from('Dear Dr Fenwick-Oye'))).toEqual(['backupDamaged', 'backupDamaged']);
    expect(await trouble(newer)).toEqual(['backupNewer', 'backupNewer']);
    expect(readdirSync(world.root)).toEqual(before);
    readStore(world, keys).close();
  });
});
