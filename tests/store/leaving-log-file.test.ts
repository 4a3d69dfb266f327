import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLogFile } from '../../electron/store/log/open.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { storeKeysFrom } from '../../electron/store/vault/identity.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { troubleOf } from '../factories/forms.ts';
import { keysOf } from '../factories/insider.ts';
import { makePractice, must, passphraseOf, people, World } from '../factories/world.ts';

const goes = { reason: 'moved-on', lastDay: '2026-10-01' as IsoDate, cannotSignIn: false } as const;

describe('when somebody leaves, the log file', () => {
  const backups = (world: World): string => {
    const folder = join(world.root, 'backups');
    mkdirSync(folder);
    return folder;
  };

  it('as it is after somebody left is not opened by their old vault and passphrase', async () => {
    await using world = new World();
    const { manager, lead, otherWorker, as } = await makePractice(world);
    const log = await as('manager');
    await must(log.backup.setPlace({ folder: backups(world) }));
    await world.lock();
    await using theirs = new World(join(world.root, 'theirs'));
    cpSync(world.folder, theirs.folder, { recursive: true });
    const before = await keysOf(world, otherWorker, passphraseOf(people.otherWorker));

    await world.unlock(manager, people.manager);
    const left = await must(world.log.register.leave({ staff: otherWorker, ...goes }));
    expect(left).toMatchObject({ backupProblem: null, sealedOff: true });
    expect(readdirSync(join(world.root, 'backups'))).toEqual([left.backup?.name]);
    // Whoever recorded it goes on working on the new file.
    await must(world.log.register.addPractice({ name: 'Quillgate' }));
    await world.lock();

    expect(readdirSync(world.folder).filter((name) => /^log\..*\.db$/.test(name))).toEqual(['log.2.db']);
    const now = join(world.folder, 'log.2.db');
    expect(() => openLogFile(now, storeKeysFrom(before.storeKey).file, { create: false, look: true })).toThrow();
    // Their copy of the vault beside the log file of today, under the name that it knows.
    cpSync(now, join(theirs.folder, 'log.1.db'));
    const passphrase = passphraseOf(people.otherWorker);
    expect(await troubleOf(theirs.log.store.unlock({ staff: otherWorker, passphrase }))).toBe('logDamaged');
    await world.unlock(lead, people.lead);
    expect(world.mistakes).toEqual([]);
  });

  it('gets its new key at the next unlock when that was cut off', async () => {
    await using world = new World();
    const { otherWorker, as } = await makePractice(world);
    let log = await as('manager');
    const { length } = readVault(world.folder).vault.slots;
    await must(log.backup.setPlace({ folder: backups(world) }));
    rmSync(join(world.root, 'backups'), { recursive: true });
    const inTheWay = join(world.folder, 'log.2.db.new');
    mkdirSync(inTheWay);
    expect(await must(log.register.leave({ staff: otherWorker, ...goes }))).toEqual({
      backup: null,
      backupProblem: 'backupGone',
      sealedOff: false,
    });
    await must(log.register.addPractice({ name: 'Quillgate' }));
    await world.lock();
    rmSync(inTheWay, { recursive: true });
    expect(readVault(world.folder).vault).toMatchObject({ log: 1 });
    const passphrase = passphraseOf(people.otherWorker);
    expect(await troubleOf(world.log.store.unlock({ staff: otherWorker, passphrase }))).toBe('notEnrolled');

    await world.unlock((await must(world.log.store.status({}))).signIns[0]?.staff ?? otherWorker, people.manager);
    expect(readVault(world.folder).vault.log).toBe(2);
    expect(readVault(world.folder).vault.slots).toHaveLength(length - 1);
    log = await as('lead');
    expect((await must(log.register.show({}))).practices.map(({ name }) => name)).toContain('Quillgate');
    expect(readVault(world.folder).vault.log).toBe(2);
  });

  it('goes on opening for somebody who was let in again and waits to be confirmed', async () => {
    await using world = new World();
    const { otherWorker, worker, as } = await makePractice(world);
    let log = await as('manager');
    await must(log.register.letInAgain({ staff: worker, passphrase: 'otter canyon mustard violin' }));
    await must(log.register.leave({ staff: otherWorker, ...goes }));
    log = await as('lead');
    await must(log.register.confirmKeys({ staff: worker }));
    await world.lock();
    await must(world.log.store.unlock({ staff: worker, passphrase: 'otter canyon mustard violin' }));
    expect(await must(world.log.register.show({}))).toMatchObject({ me: worker });
  });

  it('leaves the old passphrase to somebody who waits to be let in again', async () => {
    await using world = new World();
    const { otherWorker, worker, as } = await makePractice(world);
    const log = await as('manager');
    await must(log.register.letInAgain({ staff: worker, passphrase: 'otter canyon mustard violin' }));
    await must(log.register.leave({ staff: otherWorker, ...goes }));
    await as('worker');
    expect(await must(world.log.register.show({}))).toMatchObject({ me: worker, waitingToBeLetIn: [] });
  });
});
