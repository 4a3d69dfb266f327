import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../electron/audit/bundle.ts';
import { verifyBundle } from '../../electron/audit/verify.ts';
import { formatCode, joinHalves, parseCode, splitInHalves } from '../../electron/store/crypto/recovery-code.ts';
import { readVault, writeVault } from '../../electron/store/vault/files.ts';
import { openRecovery } from '../../electron/store/vault/slots.ts';
import { type Casework, makeCasework } from '../factories/casework.ts';
import { copyOf, found, logFile, signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { keysOf, readStore } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const next = 'otter canyon mustard violin';
type Halves = readonly [string, string];

const good = new World();
let work: Casework;
let otherKit: Halves;

beforeAll(async () => {
  work = await makeCasework(good, []);
  await using other = new World();
  otherKit = (await found(other)).recoveryHalves;
});

afterAll(() => good[Symbol.asyncDispose]());

const recover = (world: World, halves: Halves, staff = work.lead, passphrase = next) =>
  world.log.store.recover({ halves: [...halves], staff, passphrase });

function mistyped(code: string): string {
  return `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
}

/** Each way in which two halves are not the two halves. */
const wrongHalves: Readonly<Record<string, readonly [(halves: Halves) => Halves, string]>> = {
  'the first mistyped': [([a, b]) => [mistyped(a), b], 'halves.0'],
  'the second mistyped': [([a, b]) => [a, mistyped(b)], 'halves.1'],
  'the first too short': [([a, b]) => [a.slice(0, 20), b], 'halves.0'],
  'a letter that is not used': [([a, b]) => [a, b.replace(/.$/, 'U')], 'halves.1'],
  'the same twice': [([a]) => [a, a.toLowerCase()], 'recoverySameHalf'],
  'one of another kit': [([a]) => [a, otherKit[1]], 'recoveryNotOurs'],
  'both of another kit': [() => otherKit, 'recoveryNotOurs'],
  'the whole key and a half': [([a, b]) => [formatCode(joinHalves(parseCode(a), parseCode(b))), b], 'recoveryNotOurs'],
};

async function wordFor(answer: ReturnType<typeof recover> | Promise<never>): Promise<string> {
  const failure = await failureOf(answer);
  if (failure.kind === 'invalid') return Object.keys(failure.fields).join();
  return failure.kind === 'store' ? failure.problem : failure.kind;
}

const filesOf = (world: World) =>
  ['vault.a', 'vault.b', logFile].map((name) => readFileSync(join(world.folder, name), 'hex'));

describe('wrong halves', () => {
  it.each(Object.entries(wrongHalves))('%s: say what is wrong, and change nothing', async (_what, [wrong, word]) => {
    await using world = copyOf(good);
    const before = filesOf(world);
    expect(await wordFor(recover(world, wrong(work.recoveryHalves)))).toBe(word);
    expect(filesOf(world)).toEqual(before);
  });

  it('say the same when they are only checked', async () => {
    await using world = copyOf(good);
    await world.unlock(work.lead, people.lead);
    for (const [wrong, word] of Object.values(wrongHalves)) {
      const answer = world.log.register.tryRecovery({ halves: [...wrong(work.recoveryHalves)] });
      expect(await wordFor(answer as Promise<never>)).toBe(word);
    }
    const nothing = { tried: null, used: null, replaced: null, proposed: null };
    expect((await must(world.log.register.show({}))).recovery).toEqual(nothing);
    expect(world.mistakes).toEqual([]);
  });
});

describe('checking the recovery key', () => {
  it('notes when and by whom, and does not use it up', async () => {
    await using world = copyOf(good);
    await world.unlock(work.manager, people.manager);
    const [a, b] = work.recoveryHalves;
    await must(world.log.register.tryRecovery({ halves: [b.toLowerCase().replaceAll('-', ' '), a] }));
    const { tried } = (await must(world.log.register.show({}))).recovery;
    expect(tried).toMatchObject({ by: work.manager });
    await must(world.log.register.tryRecovery({ halves: [a, b] }));
    await world.lock();
    expect((await must(recover(world, [a, b]))).recoveryHalves).toHaveLength(2);
  });

  it('is not for a link worker', async () => {
    await using world = copyOf(good);
    await world.unlock(work.worker, people.worker);
    expect(await wordFor(world.log.register.tryRecovery({ halves: [...work.recoveryHalves] }) as Promise<never>)).toBe(
      'refused',
    );
  });
});

describe('using the recovery key', () => {
  it('lets the person in with all that they should read, ends it, and gives out another', async () => {
    await using world = copyOf(good);
    const { recoveryHalves } = await must(recover(world, work.recoveryHalves));
    expect(await troubleOf(signIn(world, work.lead, passphraseOf(people.lead)))).toBe('wrongPassphrase');
    await must(signIn(world, work.lead, next));
    expect(await must(world.log.concerns.list({}))).toHaveLength(2);
    const opened = await must(world.log.concerns.open({ concern: work.bea }));
    expect(opened.entries.length).toBeGreaterThan(2);
    await must(world.log.concerns.addInformation({ concern: work.bea, seen: opened.newest, note: 'After recovery.' }));
    const { recovery } = await must(world.log.register.show({}));
    expect(recovery).toMatchObject({ tried: null, used: { staff: work.lead } });
    await must(world.log.register.tryRecovery({ halves: [...recoveryHalves] }));
    expect(await wordFor(world.log.register.tryRecovery({ halves: [...work.recoveryHalves] }) as Promise<never>)).toBe(
      'recoveryNotOurs',
    );
    await must(world.log.audit.check({}));
    const { file } = await must(world.log.audit.export({ from: null, to: null, why: 'Check', folder: world.root }));
    expect(verifyBundle(readBundle(readFileSync(file)))).toMatchObject({ ok: true, fails: [] });
    const { lines } = await must(world.log.audit.page({ from: null, to: null, what: 'recovery.used' }));
    expect(lines).toMatchObject([{ who: { name: 'Recovery key' }, about: people.lead }]);
    await world.lock();

    expect(await wordFor(recover(world, work.recoveryHalves))).toBe('recoveryNotOurs');
    await world.unlock(work.worker, people.worker);
    const page = await must(world.log.concerns.open({ concern: work.bea }));
    expect(JSON.stringify(page.entries)).toContain('After recovery.');
    await world.lock();
    await must(recover(world, recoveryHalves, work.worker, 'violin otter mustard canyon'));
    await must(signIn(world, work.worker, 'violin otter mustard canyon'));
    expect(await must(world.log.concerns.list({}))).toHaveLength(2);
    expect(world.mistakes).toEqual([]);
  });

  it('leaves the old halves nothing that is written afterwards, also not with the keys they gave', async () => {
    await using world = copyOf(good);
    const [a, b] = work.recoveryHalves.map(parseCode) as [Buffer, Buffer];
    const old = openRecovery(readVault(world.folder).vault, joinHalves(a, b));
    const before = readStore(world, { ...old, staff: old.slot.staff, store: readVault(world.folder).vault.store });
    const kids = new Set(
      before.log.prepare<[string], string>('SELECT kid FROM thread_key WHERE reader = ?').pluck().all(old.slot.staff),
    );
    before.close();
    await must(recover(world, work.recoveryHalves));
    await must(signIn(world, work.lead, next));
    const { newest } = await must(world.log.concerns.open({ concern: work.bea }));
    await must(world.log.concerns.addInformation({ concern: work.bea, seen: newest, note: 'Later.' }));
    await world.lock();
    const store = readStore(world, await keysOf(world, work.lead, next));
    try {
      const lines = store.log
        .prepare<[], string>(
          "SELECT line FROM event WHERE type IN ('concern.information-added') ORDER BY n DESC LIMIT 1",
        )
        .pluck()
        .all();
      expect(lines).toHaveLength(1);
      for (const line of lines) expect(kids.has((JSON.parse(line) as { h: { kid: string } }).h.kid)).toBe(false);
      const rows = store.log.prepare<[string], number>('SELECT count(*) FROM thread_key WHERE reader = ?').pluck();
      expect(rows.get(old.slot.staff)).toBe(0);
    } finally {
      store.close();
    }
  });

  it('is refused for whom it does not know, and with a passphrase that others would try', async () => {
    await using world = copyOf(good);
    const before = filesOf(world);
    expect(await wordFor(recover(world, work.recoveryHalves, 'AAAAAAAAAAAAAAAAAAAAAA' as never))).toBe('refused');
    expect(await wordFor(recover(world, work.recoveryHalves, work.lead, 'passwordpassword'))).toBe('passphrase');
    expect(filesOf(world)).toEqual(before);
    await world.unlock(work.worker, people.worker);
    expect(await wordFor(recover(world, work.recoveryHalves))).toBe('alreadyUnlocked');
  });

  it('cut off at any step leaves a log that opens in its old state or its new one', async () => {
    await using done = copyOf(good);
    // So that the log file cannot be replaced now, as when the power goes between the two.
    mkdirSync(join(done.folder, 'log.2.db.new'));
    const { recoveryHalves } = await must(recover(done, work.recoveryHalves));
    expect(readVault(done.folder).vault.log).toBe(1);
    const [old, now] = [readVault(good.folder).vault, readVault(done.folder).vault];
    const added = now.slots.filter(({ salt }) => !old.slots.some((slot) => slot.salt === salt));
    expect(added).toHaveLength(2);
    const both = { ...old, slots: [...old.slots, ...added] };
    const steps: readonly (readonly [string, World, 'one' | 'two', 'old' | 'new'])[] = [
      ['one copy of the vault written', good, 'one', 'old'],
      ['both copies written, not yet the log', good, 'two', 'old'],
      ['the log written, not yet the last vault', done, 'two', 'new'],
    ];
    for (const [what, logOf, copies, state] of steps) {
      await using world = copyOf(good);
      cpSync(join(logOf.folder, logFile), join(world.folder, logFile));
      const kept = readFileSync(join(world.folder, 'vault.b'));
      writeVault(world.folder, readVault(world.folder), both);
      if (copies === 'one') writeFileSync(join(world.folder, 'vault.b'), kept);
      const [mine, ended] =
        state === 'old' ? [work.recoveryHalves, recoveryHalves] : [recoveryHalves, work.recoveryHalves];
      await using again = copyOf(world);
      const passphrase = state === 'old' ? passphraseOf(people.lead) : next;
      expect([what, await troubleOf(signIn(world, work.lead, passphrase))]).toEqual([what, 'none']);
      expect(await must(world.log.concerns.list({}))).toHaveLength(2);
      await world.lock();
      expect(readVault(world.folder).vault.slots).toHaveLength(old.slots.length);
      expect([what, readVault(world.folder).vault.log]).toEqual([what, state === 'old' ? 1 : 2]);
      expect([what, await wordFor(recover(world, ended))]).toEqual([what, 'recoveryNotOurs']);
      // Without anybody having signed in since.
      expect([what, await wordFor(recover(again, ended))]).toEqual([what, 'recoveryNotOurs']);
      await must(recover(again, mine, work.deputy, 'violin otter mustard canyon'));
      expect(await troubleOf(signIn(again, work.deputy, 'violin otter mustard canyon'))).toBe('none');
    }
  });

  it('with halves that were split anew opens as well: only the joined key counts', () => {
    const [a, b] = work.recoveryHalves.map(parseCode) as [Buffer, Buffer];
    const [c, d] = splitInHalves(joinHalves(a, b));
    expect(openRecovery(readVault(good.folder).vault, joinHalves(c, d)).slot.type).toBe('recovery');
  });
});
