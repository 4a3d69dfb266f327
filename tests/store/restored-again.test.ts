import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../electron/audit/bundle.ts';
import { handlers, projections } from '../../electron/features.ts';
import { parseVerifierKey } from '../../electron/store/log/note.ts';
import { takeLock } from '../../electron/store/log/open.ts';
import { finishRestore, restoringAt, writeReady } from '../../electron/store/restored.ts';
import { Router } from '../../electron/store/router.ts';
import { readVault, writeVault } from '../../electron/store/vault/files.ts';
import type { Slot } from '../../electron/store/vault/format.ts';
import { contract } from '../../shared/contract/index.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { copyOf, found, rewrite, signIn } from '../factories/folders.ts';
import { troubleOf } from '../factories/forms.ts';
import { must, passphraseOf, people, quickKdf, World } from '../factories/world.ts';

let good: World;
let founder: StaffId;
/** A backup of `good`. */
let file: string;

const placeOf = (world: World): string => join(world.root, 'backups');

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  mkdirSync(placeOf(good));
  await must(signIn(good, founder));
  await must(good.log.backup.setPlace({ folder: placeOf(good) }));
  const { name } = await must(good.log.backup.make({}));
  // Beside the place, where backups of copies of this log clear older ones of the day away.
  file = join(good.root, name);
  cpSync(join(placeOf(good), name), file);
  await good.lock();
});

afterAll(() => good[Symbol.asyncDispose]());

const restore = (world: World, from: string, into: string | null = null) =>
  must(world.log.backup.restore({ file: from, into, other: false, older: true }));

/** Unlocks, and says whether entries can be written. */
async function opens(world: World): Promise<boolean> {
  const { readOnly } = await must(signIn(world, founder));
  if (readOnly === null) await must(world.log.register.addPractice({ name: `Practice ${world.clock}` }));
  return readOnly === null;
}

async function opensTwice(world: World): Promise<readonly boolean[]> {
  const first = await opens(world);
  await world.lock();
  const second = await opens(world);
  await world.lock();
  return [first, second];
}

/** The same store, as another folder or another account of the computer has it. */
function routerFor(world: World, place: { readonly folder: string; readonly profile: string }) {
  const now = () => new Date((world.clock += 1_000));
  const report = () => {};
  return new Router({ place, contract, handlers, projections, kdf: quickKdf, now, report }).client();
}

const passphrase = passphraseOf(people.manager);

describe('a log that is restored once more', () => {
  it('from the same backup can be written for good, and says that the log between is missing', async () => {
    await using world = copyOf(good);
    await restore(world, file);
    expect(await opensTwice(world)).toEqual([true, true]);
    await restore(world, file);
    expect(await opensTwice(world)).toEqual([true, true]);
    await must(signIn(world, founder));
    const { name } = await must(world.log.backup.make({}));
    await world.lock();
    await restore(world, join(placeOf(good), name));
    expect(await opensTwice(world)).toEqual([true, true]);
    await must(signIn(world, founder));
    await must(world.log.audit.check({}));
  });

  it('into another folder goes on there, and the one that was here goes on too', async () => {
    await using world = copyOf(good);
    const into = join(world.root, 'copy');
    await restore(world, file, into);
    const copy = routerFor(world, { folder: into, profile: world.profile });
    expect((await must(copy.store.unlock({ staff: founder, passphrase }))).readOnly).toBeNull();
    await must(copy.store.lock({}));
    expect(await opensTwice(world)).toEqual([true, true]);
    expect((await must(copy.store.unlock({ staff: founder, passphrase }))).readOnly).toBeNull();
    await must(copy.store.lock({}));
  });
});

describe('evidence of a log that was restored', () => {
  it('has the key of each of its logs', async () => {
    await using world = copyOf(good);
    await restore(world, file);
    await opensTwice(world);
    await must(signIn(world, founder));
    const { file: zip } = await must(world.log.audit.exportEvidence({ why: 'For our insurer', folder: world.root }));
    const files = readBundle(readFileSync(zip));
    const text = (name: string): string => Buffer.from(files.get(name) ?? []).toString();
    const keys = text('keys.vkey').trim().split('\n');
    expect(keys.map((key) => parseVerifierKey(key).name)).toHaveLength(2);
    const { devices } = JSON.parse(text('authors.json')) as { readonly devices: object };
    expect(Object.keys(devices)).toHaveLength(2);
    const dev = new Set(text('lines.jsonl').match(/\\"dev\\":\\"[^"\\]+/g));
    expect([...dev].map((one) => one.slice(-22)).sort()).toEqual(Object.keys(devices).sort());
  });
});

describe('a log restored by an account that had not seen its newest entries', () => {
  it('says what is missing once the account signs in that had, and goes on', async () => {
    await using world = copyOf(good);
    await opensTwice(world);
    const other = routerFor(world, { folder: world.folder, profile: join(world.root, 'other profile') });
    await must(other.backup.restore({ file, into: null, other: false, older: false }));
    await must(other.store.unlock({ staff: founder, passphrase }));
    expect((await must(other.backup.show({}))).restored?.missing).toBe(0);
    await must(other.store.lock({}));
    expect(await opensTwice(world)).toEqual([true, true]);
    await must(signIn(world, founder));
    expect((await must(world.log.backup.show({}))).restored?.missing).toBeGreaterThan(3);
    const { lines } = await must(world.log.audit.page({ from: null, to: null }));
    expect(lines.filter(({ what }) => what === 'Entries found missing that were there before')).toHaveLength(1);
    await must(world.log.audit.check({}));
  });
});

describe('a backup whose key file opens nothing', () => {
  it('does not count, and one that lacks somebody says so', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    const sound = readVault(world.folder);
    const spoil = (slot: Slot): Slot => ({
      ...slot,
      store: { ...slot.store, ct: Buffer.alloc(48, 7).toString('base64') },
    });
    const slots = sound.vault.slots;
    const spoilt = writeVault(world.folder, sound, { ...sound.vault, slots: slots.map(spoil) });
    expect(await troubleOf(world.log.backup.make({}))).toBe('backupNotVerified');
    const mine = slots.filter(({ type }) => type === 'passphrase');
    const lacking = writeVault(world.folder, spoilt, { ...sound.vault, slots: mine });
    expect((await must(world.log.backup.make({}))).withoutKey).toHaveLength(1);
    writeVault(world.folder, lacking, sound.vault);
    expect((await must(world.log.backup.make({}))).withoutKey).toEqual([]);
  });
});

describe('a restore that fails', () => {
  it('since the log is in use leaves nothing that could take its place later', async () => {
    await using world = copyOf(good);
    const before = readdirSync(world.root).toSorted();
    const lock = takeLock(join(world.folder, 'lock.db'));
    expect(await troubleOf(world.log.backup.restore({ file, into: null, other: false, older: true }))).toBe('inUse');
    lock.release();
    expect(readdirSync(world.root).toSorted()).toEqual(before);
    renameSync(world.folder, join(world.root, 'moved by somebody'));
    expect(await troubleOf(world.log.store.status({}))).toBe('noStore');
    expect(existsSync(world.folder)).toBe(false);
  });

  it('cut off before the old log is set aside takes no place that somebody emptied since', async () => {
    await using world = copyOf(good);
    const { root, store } = restoringAt(world.folder);
    cpSync(world.folder, store, { recursive: true });
    writeReady(world.folder, `${world.folder}.before-20261001T090000Z`);
    renameSync(world.folder, join(world.root, 'moved by somebody'));
    finishRestore(world.folder);
    expect(existsSync(world.folder)).toBe(false);
    expect(existsSync(root)).toBe(true);
    renameSync(join(world.root, 'moved by somebody'), `${world.folder}.before-20261001T090000Z`);
    finishRestore(world.folder);
    expect([existsSync(world.folder), existsSync(root)]).toEqual([true, false]);
  });
});

describe('a log whose key file is damaged', () => {
  const damage = (world: World) => {
    for (const name of ['vault.a', 'vault.b']) rewrite(world, name, () => 'nothing that a vault is');
  };
  const ask = (world: World, other: boolean) => world.log.backup.restore({ file, into: null, other, older: true });

  it('gives its place to its own backup, and to that of another only if it is meant', async () => {
    await using world = copyOf(good);
    await opens(world);
    await world.lock();
    damage(world);
    expect((await must(world.log.backup.look({ file }))).of).toBe('this-log');
    await must(ask(world, false));
    expect(await opens(world)).toBe(true);
    await using stranger = new World();
    const { founder: theirs } = await found(stranger);
    await must(signIn(stranger, theirs));
    await stranger.lock();
    damage(stranger);
    expect(await troubleOf(ask(stranger, false))).toBe('backupOther');
    rmSync(stranger.profile, { recursive: true });
    expect(await troubleOf(ask(stranger, false)), 'nobody knows which log it is').toBe('backupOther');
    await must(ask(stranger, true));
  });
});
