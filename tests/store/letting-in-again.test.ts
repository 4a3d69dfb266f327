import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../electron/audit/bundle.ts';
import { verifyBundle } from '../../electron/audit/verify.ts';
import { readVault, writeVault } from '../../electron/store/vault/files.ts';
import { sentenceFor } from '../../shared/contract/failures.ts';
import { type Casework, makeCasework } from '../factories/casework.ts';
import { copyOf, signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { keysOf, readStore } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const next = 'otter canyon mustard violin';

const good = new World();
let work: Casework;

beforeAll(async () => {
  work = await makeCasework(good, []);
});

afterAll(() => good[Symbol.asyncDispose]());

const as = (world: World, who: keyof typeof people) => world.unlock(work[who], people[who]);

async function letInAgain(world: World, who: keyof typeof people, by: keyof typeof people) {
  await as(world, by);
  const answer = await must(world.log.register.letInAgain({ staff: work[who], passphrase: next }));
  await world.lock();
  return answer;
}

describe('somebody who forgot their passphrase', () => {
  it('is let in again by one colleague and confirmed by a second, and reads what they read', async () => {
    await using world = copyOf(good);
    await as(world, 'worker');
    const { draft } = await must(world.log.drafts.save({ kind: 'concern', form: { what: 'half' } }));
    await world.lock();
    expect(await letInAgain(world, 'worker', 'manager')).toEqual({ waits: true });

    const pending = await failureOf(signIn(world, work.worker, next));
    expect(pending).toEqual({ kind: 'store', problem: 'keysPending' });
    expect(sentenceFor(pending)).toContain('a second one must confirm it');

    await as(world, 'deputy');
    const page = await must(world.log.register.show({}));
    expect(page.waitingToBeLetIn).toEqual([{ staff: work.worker, letInBy: work.manager, mayConfirm: true }]);
    await must(world.log.register.confirmKeys({ staff: work.worker }));
    expect((await must(world.log.register.show({}))).waitingToBeLetIn).toEqual([]);
    await world.lock();

    expect(await troubleOf(signIn(world, work.worker, passphraseOf(people.worker)))).toBe('wrongPassphrase');
    await must(signIn(world, work.worker, next));
    const { entries } = await must(world.log.concerns.open({ concern: work.bea }));
    expect(entries.map(({ by }) => by.staff)).toContain(work.worker);
    const { newest } = await must(world.log.concerns.open({ concern: work.cal }));
    await must(world.log.concerns.addInformation({ concern: work.cal, seen: newest, note: 'Back again.' }));
    expect((await must(world.log.register.waiting({}))).forMe).toEqual([]);
    expect((await world.log.drafts.open({ draft })).ok).toBe(false);
    expect(await must(world.log.drafts.mine({}))).toMatchObject([{ draft, label: null }]);
    await world.lock();

    await as(world, 'lead');
    await must(world.log.audit.check({}));
    expect(
      (await must(world.log.concerns.open({ concern: work.cal }))).entries.map(({ content }) => content['note']),
    ).toContain('Back again.');
    expect(world.mistakes.filter(({ call }) => call !== 'drafts.open')).toEqual([]);
  });

  it('waits for records until somebody signs in who reads them, and is told who that is', async () => {
    await using world = copyOf(good);
    await letInAgain(world, 'worker', 'manager');
    // Reads nothing of Alderfield but what the worker wrote.
    await as(world, 'supervisor');
    await must(world.log.register.confirmKeys({ staff: work.worker }));
    await world.lock();
    await must(signIn(world, work.worker, next));
    const concerns = (await must(world.log.concerns.list({}))).length;
    expect(concerns).toBe(2);
    await world.lock();

    await using other = copyOf(good);
    await letInAgain(other, 'deputy', 'manager');
    await as(other, 'supervisor');
    await must(other.log.register.confirmKeys({ staff: work.deputy }));
    await other.lock();
    await must(signIn(other, work.deputy, next));
    const { forMe, sentences, nobodyReads } = await must(other.log.register.waiting({}));
    expect(forMe).toEqual([]);
    expect(nobodyReads).toEqual([]);
    expect(sentences).toEqual([]);
  });

  it('who is a lead is told how many concerns wait, when the second colleague reads none', async () => {
    await using world = copyOf(good);
    await as(world, 'otherWorker');
    await world.lock();
    await letInAgain(world, 'worker', 'lead');
    await as(world, 'manager');
    await must(world.log.register.confirmKeys({ staff: work.worker }));
    await world.lock();
    await must(signIn(world, work.worker, next));
    const { forMe, sentences } = await must(world.log.register.waiting({}));
    expect(forMe.find(({ kind }) => kind === 'concern')).toMatchObject({ records: 2 });
    const names = forMe.find(({ kind }) => kind === 'concern')?.givers.map(({ name }) => name);
    expect(names?.toSorted()).toEqual([people.deputy, people.supervisor, people.lead].toSorted());
    expect(sentences.find((one) => one.includes('concern'))).toMatch(
      /^2 concerns wait for you to be given access; .* or .* can do it by signing in$/,
    );
    await world.lock();
    await as(world, 'lead');
    await world.lock();
    await must(signIn(world, work.worker, next));
    expect((await must(world.log.register.waiting({}))).forMe).toEqual([]);
    expect(await must(world.log.concerns.list({}))).toHaveLength(2);
  });

  it('is not let in again by themselves, by a link worker, or by one colleague twice', async () => {
    await using world = copyOf(good);
    const before = readVault(world.folder).vault.slots;
    for (const who of ['otherWorker', 'worker'] as const) {
      await as(world, who);
      const answer = world.log.register.letInAgain({ staff: work.worker, passphrase: next });
      expect((await failureOf(answer)).kind).toBe('refused');
      await world.lock();
    }
    await as(world, 'manager');
    const common = world.log.register.letInAgain({ staff: work.worker, passphrase: 'passwordpassword' });
    expect((await failureOf(common)).kind).toBe('invalid');
    expect(readVault(world.folder).vault.slots).toEqual(before);
    await world.lock();
    await letInAgain(world, 'worker', 'manager');
    await as(world, 'manager');
    expect((await failureOf(world.log.register.confirmKeys({ staff: work.worker }))).kind).toBe('refused');
    expect((await failureOf(world.log.register.confirmKeys({ staff: work.lead }))).kind).toBe('refused');
  });

  it('by a change cut off after the vault was written keeps their old passphrase', async () => {
    await using world = copyOf(good);
    const old = readVault(world.folder);
    await letInAgain(world, 'worker', 'manager');
    const changed = readVault(world.folder);
    const slot = changed.vault.slots.findLast(({ staff }) => staff === work.worker);
    if (slot === undefined) throw new Error('no slot');

    // The vault as it stands between the two writes, beside the log from before and from after the transaction.
    await using before = copyOf(good);
    writeVault(before.folder, readVault(before.folder), { ...old.vault, slots: [...old.vault.slots, slot] });
    expect(await troubleOf(signIn(before, work.worker, passphraseOf(people.worker)))).toBe('none');
    expect(readVault(before.folder).vault.slots).toHaveLength(old.vault.slots.length);

    writeVault(world.folder, changed, { ...old.vault, slots: [...old.vault.slots, slot] });
    expect(await troubleOf(signIn(world, work.worker, next))).toBe('keysPending');
    await as(world, 'deputy');
    await must(world.log.register.confirmKeys({ staff: work.worker }));
    await world.lock();
    expect(await troubleOf(signIn(world, work.worker, passphraseOf(people.worker)))).toBe('wrongPassphrase');
    expect(await troubleOf(signIn(world, work.worker, next))).toBe('none');
    expect(readVault(world.folder).vault.slots.filter(({ staff }) => staff === work.worker)).toEqual([slot]);
  });

  it('keeps signatures that anybody can check: the old ones by the old key, the new ones by the new key', async () => {
    await using world = copyOf(good);
    await letInAgain(world, 'lead', 'manager');
    await as(world, 'deputy');
    await must(world.log.register.confirmKeys({ staff: work.lead }));
    await world.lock();
    await must(signIn(world, work.lead, next));
    await must(world.log.concerns.open({ concern: work.bea }));
    const { file } = await must(world.log.audit.export({ from: null, to: null, why: 'Check', folder: world.root }));
    await world.lock();
    expect(verifyBundle(readBundle(readFileSync(file)))).toMatchObject({ ok: true, fails: [] });
    const store = readStore(world, await keysOf(world, work.lead, next));
    try {
      expect(store.register.staff.get(work.lead)?.keys).toHaveLength(2);
      expect(store.troubles).toMatchObject({ refused: [], wrongKeys: [] });
    } finally {
      store.close();
    }
  });
});

describe('practices where nobody reads', () => {
  it('are named', async () => {
    await using world = copyOf(good);
    await as(world, 'manager');
    await must(world.log.register.addPractice({ name: 'Quillgate' }));
    const { nobodyReads, sentences } = await must(world.log.register.waiting({}));
    expect(nobodyReads.map(({ name }) => name)).toEqual(['Quillgate']);
    expect(sentences).toEqual(['Nobody at Quillgate reads this log']);
    await must(world.log.register.changeSetting({ change: { setting: 'fallback-reader', value: work.supervisor } }));
    expect((await must(world.log.register.waiting({}))).nobodyReads).toEqual([]);
  });
});
