import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '../../electron/store/ids.ts';
import { readVault, writeVault } from '../../electron/store/vault/files.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { found, signIn } from '../factories/folders.ts';
import { concernForm, failureOf, troubleOf } from '../factories/forms.ts';
import { appendAs, keysOf } from '../factories/insider.ts';
import { makePractice, must, passphraseOf, people, World } from '../factories/world.ts';

const next = 'otter canyon mustard violin';
const third = 'acorn walnut bicycle thunder';
const slotsOf = (world: World, staff: string) =>
  readVault(world.folder).vault.slots.filter((slot) => slot.staff === staff).length;

describe('somebody whom a colleague lets in again', () => {
  it('is not locked out by it: their old passphrase works, and ends what waited', async () => {
    await using world = new World();
    const { lead, deputy, supervisor, manager, ...practice } = await makePractice(world);
    for (const staff of [lead, deputy]) await must(world.log.register.letInAgain({ staff, passphrase: next }));
    // Nobody is left who could confirm the third.
    expect(await failureOf(world.log.register.letInAgain({ staff: supervisor, passphrase: next }))).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('recovery key') as string,
    });
    await world.lock();
    const { signIns } = await must(world.log.store.status({}));
    expect(signIns.filter(({ staff }) => staff === lead)).toHaveLength(1);
    expect(await troubleOf(signIn(world, lead, next))).toBe('keysPending');
    expect(await must(signIn(world, lead, passphraseOf(people.lead)))).toMatchObject({ lettingInWithdrawn: manager });
    expect((await must(world.log.register.show({}))).waitingToBeLetIn).toMatchObject([{ staff: deputy }]);
    expect(slotsOf(world, lead)).toBe(1);
    await world.lock();
    expect(await troubleOf(signIn(world, lead, next))).toBe('wrongPassphrase');
    expect(await must(signIn(world, lead, passphraseOf(people.lead)))).toMatchObject({ lettingInWithdrawn: null });
    await must(world.log.concerns.raise(concernForm('Bea', practice.alderfield)));
    await must(world.log.audit.check({}));
    expect(world.mistakes).toEqual([]);
  });

  it('is told of the recovery key where nobody could be the second', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    const { log } = world;
    const practice = await must(log.register.addPractice({ name: 'Alderfield' }));
    const add = (name: string, initials: string) =>
      must(log.register.addStaff({ name, initials, passphrase: passphraseOf(name) }));
    const [lead, worker] = [await add(people.lead, 'MF'), await add(people.worker, 'AQ')];
    await must(log.register.grantRole({ staff: founder, role: 'practice-manager', practice }));
    await must(log.register.grantRole({ staff: worker, role: 'link-worker', practice }));
    await must(log.register.grantRole({ staff: lead, role: 'safeguarding-lead', practice }));
    const answer = log.register.letInAgain({ staff: lead, passphrase: next });
    expect(await failureOf(answer)).toMatchObject({ sentence: expect.stringContaining('recovery key') as string });
    expect(slotsOf(world, lead)).toBe(1);
    expect(await must(log.register.letInAgain({ staff: worker, passphrase: next }))).toEqual({ waits: true });
    await world.lock();
    await must(signIn(world, lead, passphraseOf(people.lead)));
    await must(log.register.confirmKeys({ staff: worker }));
    expect(slotsOf(world, worker)).toBe(1);
    await world.lock();
    expect(await troubleOf(signIn(world, worker, passphraseOf(people.worker)))).toBe('wrongPassphrase');
    expect(await troubleOf(signIn(world, worker, next))).toBe('none');
  });

  it('has the passphrase typed last, when it is done twice, and the old one until it is confirmed', async () => {
    await using world = new World();
    const { worker, ...practice } = await makePractice(world);
    await must(world.log.register.letInAgain({ staff: worker, passphrase: next }));
    await must(world.log.register.letInAgain({ staff: worker, passphrase: third }));
    expect(slotsOf(world, worker)).toBe(2);
    await world.lock();
    expect(await troubleOf(signIn(world, worker, next))).toBe('wrongPassphrase');
    expect(await troubleOf(signIn(world, worker, third))).toBe('keysPending');
    await world.unlock(practice.lead, people.lead);
    await must(world.log.register.confirmKeys({ staff: worker }));
    await world.lock();
    expect(await troubleOf(signIn(world, worker, passphraseOf(people.worker)))).toBe('wrongPassphrase');
    expect(await must(signIn(world, worker, third))).toMatchObject({ lettingInWithdrawn: null });
  });
});

describe('a log with many people in it', () => {
  it('takes as many as it has room for in the key file, where those who left have none', async () => {
    await using world = new World();
    const { manager } = await makePractice(world);
    await world.lock();
    const keys = await keysOf(world, manager, passphraseOf(people.manager));
    appendAs(
      world,
      keys,
      (honest) => honest,
      (writing) => {
        const place = { thread: writing.register.thread, about: null };
        const left = {
          reason: 'moved-on',
          lastDay: '2026-10-01' as IsoDate,
          cannotSignIn: true,
          draftsLost: 0,
        } as const;
        for (let count = 0; count < 200; count += 1) {
          const staff = newId<StaffId>();
          const key = () => randomBytes(32).toString('base64');
          writing.append('staff.added', place, { staff, name: 'Grace O.', initials: 'GO', sig: key(), kem: key() });
          writing.append('staff.left', place, { staff, ...left });
        }
      },
    );
    await world.unlock(manager, people.manager);
    const add = (initials: string) => world.log.register.addStaff({ name: 'Grace O.', initials, passphrase: third });
    await must(add('GO'));

    const read = readVault(world.folder);
    const [first] = read.vault.slots;
    if (first === undefined) throw new Error('no slot');
    const others = Array.from({ length: 200 - read.vault.slots.length }, () => ({ ...first, staff: newId<StaffId>() }));
    writeVault(world.folder, read, { ...read.vault, slots: [...read.vault.slots, ...others] });
    expect(await failureOf(add('GP'))).toMatchObject({ kind: 'refused' });
  });
});
