import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../electron/store/ids.ts';
import { readVault, writeVault } from '../../electron/store/vault/files.ts';
import { makeSlot } from '../../electron/store/vault/slots.ts';
import { sentenceFor } from '../../shared/contract/failures.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { spawnChild } from '../factories/children.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { type Keys, keysOf } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const wrong = 'a passphrase of somebody else';

let good: World;
let founder: StaffId;
let keys: Keys;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  keys = await keysOf(good, founder, passphraseOf(people.manager));
});

afterAll(() => good[Symbol.asyncDispose]());

describe('unlocking', () => {
  it('says that a passphrase is wrong, and notes who and when, never what was typed', async () => {
    await using world = copyOf(good);
    expect(await failureOf(signIn(world, founder, wrong))).toEqual({ kind: 'store', problem: 'wrongPassphrase' });
    expect(await troubleOf(signIn(world, founder, `${passphraseOf(people.manager)} `))).toBe('wrongPassphrase');
    const lines = readFileSync(join(world.folder, 'attempts.jsonl'), 'utf8').split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe('');
    for (const line of lines.slice(0, -1)) {
      expect(JSON.parse(line)).toEqual({
        staff: founder,
        id: expect.stringMatching(/^[\w-]{22}$/),
        at: expect.stringMatching(/^2026-10-01T09:\d\d:\d\d\.000Z$/),
      });
    }
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });

  it('knows nobody by an id that is not in the list, recovery included', async () => {
    await using world = copyOf(good);
    const recovery = readVault(world.folder).vault.slots.find(({ type }) => type === 'recovery');
    for (const staff of [newId<StaffId>(), recovery?.staff ?? newId<StaffId>()]) {
      expect(await failureOf(signIn(world, staff))).toEqual({ kind: 'store', problem: 'unknownStaff' });
    }
    expect(() => readFileSync(join(world.folder, 'attempts.jsonl'))).toThrow('ENOENT');
  });

  it('lets nobody in whom the register does not list, though their slot opens', async () => {
    await using world = copyOf(good);
    const { storeKey, store } = keys;
    const current = readVault(world.folder);
    const { kdf, slots } = current.vault;
    const stranger = { store, staff: newId<StaffId>(), label: 'XX', kdf, storeKey, secret: wrong };
    // As it is left when enrolling is cut off between the slot and the event.
    const slot = await makeSlot({ ...stranger, umk: randomBytes(32) });
    writeVault(world.folder, current, { ...current.vault, slots: [...slots, slot] });
    expect(await failureOf(signIn(world, slot.staff, wrong))).toEqual({ kind: 'store', problem: 'notEnrolled' });
    expect((await failureOf(world.log.register.show({}))).kind).toBe('locked');
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });

  it('lets nobody in by a slot of their own making under the name of somebody else', async () => {
    await using world = copyOf(good);
    const { storeKey, store } = keys;
    const current = readVault(world.folder);
    const { kdf, slots } = current.vault;
    const forged = await makeSlot({
      store,
      staff: founder,
      label: 'JS',
      kdf,
      storeKey,
      umk: randomBytes(32),
      secret: wrong,
    });
    writeVault(world.folder, current, {
      ...current.vault,
      slots: [forged, ...slots.filter(({ staff }) => staff !== founder)],
    });
    expect(await troubleOf(signIn(world, founder, wrong))).toBe('logDamaged');
    writeVault(world.folder, readVault(world.folder), current.vault);
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });

  it('finds no store in an empty folder and makes none', async () => {
    await using world = new World();
    expect(await troubleOf(world.log.store.status({}))).toBe('noStore');
    expect(await troubleOf(signIn(world, newId<StaffId>()))).toBe('noStore');
  });

  it('makes the lock file anew when it is lost', async () => {
    await using world = copyOf(good);
    rmSync(join(world.folder, 'lock.db'));
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });
});

describe('two at once', () => {
  it('are refused in one process, and the first works on', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    const second = world.newRouter();
    const failure = await failureOf(
      second.client().store.unlock({ staff: founder, passphrase: passphraseOf(people.manager) }),
    );
    expect(failure).toEqual({ kind: 'store', problem: 'inUse' });
    expect(sentenceFor(failure)).toContain('open somewhere else');
    expect((await must(world.log.register.addPractice({ name: 'Alderfield' }))).length).toBe(22);
    expect((await failureOf(signIn(world, founder))).kind).toBe('alreadyUnlocked');
  });

  it('are refused in two processes, until the one that holds the store is killed', async () => {
    await using world = copyOf(good);
    const child = spawnChild(world, { mode: 'hold', staff: founder, name: people.manager });
    try {
      await child.wrote(1);
      expect(await failureOf(signIn(world, founder))).toEqual({ kind: 'store', problem: 'inUse' });
    } finally {
      await child.kill();
    }
    expect(child.process.signalCode).toBe('SIGKILL');
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });
});
