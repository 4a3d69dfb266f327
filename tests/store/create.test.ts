import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinHalves, parseCode } from '../../electron/store/crypto/recovery-code.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { openSlot } from '../../electron/store/vault/slots.ts';
import { copyOf, found, logFile, signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { keysOf, readStore } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const founding = {
  name: 'Harrowmere PCN',
  demo: true,
  founder: { name: people.manager, initials: 'JS', passphrase: passphraseOf(people.manager) },
};

function recoveryOf(world: World) {
  const slot = readVault(world.folder).vault.slots.find(({ type }) => type === 'recovery');
  if (slot === undefined) throw new Error('no recovery slot');
  return slot.staff;
}

describe('a new store', () => {
  it('opens for its founder, who is the only one to sign in', async () => {
    await using world = new World();
    const { founder } = await found(world);
    expect((await must(world.log.store.status({}))).signIns).toEqual([{ staff: founder, label: 'JS' }]);
    const report = await must(signIn(world, founder));
    expect(report).toMatchObject({ staff: founder, damagedRecords: 0, refusedEntries: 0 });
    const register = await must(world.log.register.show({}));
    expect(register).toMatchObject({ name: 'Harrowmere PCN', demo: true, me: founder, reviewed: false });
    expect(world.mistakes).toEqual([]);
  });

  it('holds nothing that can be read without a key', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    await must(world.log.register.addPractice({ name: 'Canaryfield' }));
    await world.lock();
    const files = readdirSync(world.folder).map((name) => readFileSync(join(world.folder, name)).toString('latin1'));
    for (const secret of ['Canaryfield', 'Harrowmere', people.manager, 'river', 'CREATE TABLE', 'SQLite format']) {
      expect(
        files.some((text) => text.includes(secret)),
        secret,
      ).toBe(false);
    }
  });

  it('is opened by both halves of the recovery key joined, in either order, and by neither alone', async () => {
    await using world = new World();
    const { recoveryHalves } = await found(world);
    const [a, b] = recoveryHalves.map(parseCode) as [Buffer, Buffer];
    const recovery = recoveryOf(world);
    const keys = await keysOf(world, recovery, joinHalves(b, a));
    const store = readStore(world, keys);
    expect(store.register.recovery.id).toBe(recovery);
    expect(keys.identity.sealing.publicKey.toString('base64')).toBe(store.register.recovery.kem);
    store.close();
    const { vault } = readVault(world.folder);
    for (const half of [a, b])
      await expect(openSlot(vault, recovery, half)).rejects.toMatchObject({ kind: 'wrongPassphrase' });
    await expect(openSlot(vault, recovery, joinHalves(a, b).toString('hex'))).rejects.toMatchObject({
      kind: 'unknownStaff',
    });
  });
});

describe('setting up in a folder', () => {
  it('is refused where other files are, and leaves them alone', async () => {
    await using world = new World();
    mkdirSync(world.folder);
    writeFileSync(join(world.folder, 'letter.txt'), 'Dear');
    writeFileSync(join(world.folder, logFile), 'not ours either');
    expect(await failureOf(world.log.store.create(founding))).toEqual({ kind: 'store', problem: 'folderNotEmpty' });
    expect(readdirSync(world.folder).toSorted()).toEqual(['letter.txt', logFile]);
    expect(readFileSync(join(world.folder, logFile), 'utf8')).toBe('not ours either');
  });

  it('is refused where a store is, also where one copy of its vault is lost', async () => {
    await using world = new World();
    const { founder } = await found(world);
    expect(await troubleOf(world.log.store.create(founding))).toBe('folderNotEmpty');
    await using copy = copyOf(world);
    writeFileSync(join(copy.folder, 'vault.a'), '');
    expect(await troubleOf(copy.log.store.create(founding))).toBe('folderNotEmpty');
    expect(await troubleOf(signIn(copy, founder))).toBe('none');
  });

  it('begins again after it was cut off before the vault stood', async () => {
    await using world = new World();
    mkdirSync(world.folder);
    writeFileSync(join(world.folder, 'lock.db'), '');
    for (const name of [`${logFile}.new`, `${logFile}.new-journal`])
      writeFileSync(join(world.folder, name), 'left over');
    const { founder } = await found(world);
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });

  it('never clears away a file that may hold records', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await using copy = copyOf(world);
    for (const name of ['vault.a', 'vault.b']) rmSync(join(copy.folder, name));
    expect(await troubleOf(copy.log.store.create(founding))).toBe('folderNotEmpty');
    for (const name of ['vault.a', 'vault.b']) cpSync(join(world.folder, name), join(copy.folder, name));
    expect(await troubleOf(signIn(copy, founder))).toBe('none');
  });

  it('is done by one of two that begin at the same moment, and what that one made opens', async () => {
    await using world = new World();
    const second = world.newRouter();
    const [one, other] = await Promise.all([world.log.store.create(founding), second.client().store.create(founding)]);
    const made = [one, other].filter((answer) => answer.ok);
    expect(made).toHaveLength(1);
    for (const { value } of made) expect(await troubleOf(signIn(world, value.founder))).toBe('none');
  });
});
