import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attempt } from '../../electron/store/vault/attempts.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { passphraseSentences } from '../../shared/domain/passphrase.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { alter, type Keys, keysOf, readStore, rowsOf } from '../factories/insider.ts';
import { makePractice, must, passphraseOf, people, World } from '../factories/world.ts';

const wrong = 'a passphrase of somebody else';
const right = passphraseOf(people.manager);
const next = 'otter canyon mustard violin';
const attemptsIn = (world: World) => join(world.folder, 'attempts.jsonl');

let good: World;
let founder: StaffId;
let keys: Keys;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  keys = await keysOf(good, founder, right);
});

afterAll(() => good[Symbol.asyncDispose]());

/** What was typed wrongly, as the log tells it. */
function failuresIn(world: World): readonly (readonly Attempt[])[] {
  const store = readStore(world, keys);
  try {
    const rows = store.view.db.prepare<[], string>("SELECT content FROM entry WHERE type = 'unlock.failed' ORDER BY n");
    return rows
      .pluck()
      .all()
      .map((content) => (JSON.parse(content) as { attempts: Attempt[] }).attempts); // `as`: parsed when it was read.
  } finally {
    store.close();
  }
}

function rowsInLog(world: World) {
  return alter(world, keys, (db) => rowsOf(db));
}

describe('a new passphrase', () => {
  it('that others would try is refused where the log is made, with a sentence at its field', async () => {
    await using world = new World();
    const founderOf = (passphrase: string) => ({ name: people.manager, initials: 'JS', passphrase });
    for (const [passphrase, why] of [
      ['passwordpassword', 'common'],
      ['xxxxxxxxxxxxxxxx', 'runs'],
      ['J Sedley Harrowmere PCN', 'context'],
    ] as const) {
      const asked = { name: 'Harrowmere PCN', demo: true, founder: founderOf(passphrase) };
      expect(await failureOf(world.log.store.create(asked))).toEqual({
        kind: 'invalid',
        fields: { 'founder.passphrase': passphraseSentences[why] },
      });
    }
    expect(existsSync(world.folder)).toBe(false);
  });

  it('of a colleague is judged by their name and by the practices of the log', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    await must(world.log.register.addPractice({ name: 'Quillgate' }));
    const before = readFileSync(join(world.folder, 'vault.a'), 'utf8');
    for (const passphrase of ['Amina at Quillgate', 'passwordpassword']) {
      const asked = { name: 'Amina Q.', initials: 'AQ', passphrase };
      expect(await failureOf(world.log.register.addStaff(asked))).toMatchObject({
        kind: 'invalid',
        fields: { passphrase: expect.any(String) },
      });
    }
    expect(readFileSync(join(world.folder, 'vault.a'), 'utf8')).toBe(before);
  });
});

describe('changing a passphrase', () => {
  it('opens with the new one and with the old one no longer, and the drafts are still there', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    const { draft } = await must(world.log.drafts.save({ kind: 'concern', form: { what: 'half' } }));
    await must(world.log.store.changePassphrase({ current: right, next }));
    await world.lock();
    expect(await troubleOf(signIn(world, founder))).toBe('wrongPassphrase');
    await must(signIn(world, founder, next));
    expect(await must(world.log.drafts.open({ draft }))).toMatchObject({ form: { what: 'half' } });
    await world.lock();
    expect(rowsInLog(world).filter(({ type }) => type === 'passphrase.changed')).toMatchObject([{ actor: founder }]);
    expect(readVault(world.folder).vault.slots).toHaveLength(2);
  });

  it('needs the current one, and one that is new and good', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    const { changePassphrase } = world.log.store;
    expect(await failureOf(changePassphrase({ current: wrong, next }))).toEqual({
      kind: 'store',
      problem: 'wrongPassphrase',
    });
    for (const bad of [right, 'passwordpassword', 'J Sedley works here'])
      expect(await failureOf(changePassphrase({ current: right, next: bad }))).toMatchObject({
        kind: 'invalid',
        fields: { next: expect.any(String) },
      });
    await world.lock();
    expect(await troubleOf(signIn(world, founder))).toBe('none');
    await world.lock();
    expect(rowsInLog(world).filter(({ type }) => type === 'passphrase.changed')).toEqual([]);
  });

  it('that the log cannot take leaves the old one', async () => {
    await using world = copyOf(good);
    alter(world, keys, (db) => {
      db.exec(
        "CREATE TRIGGER full BEFORE INSERT ON event WHEN new.type = 'passphrase.changed' BEGIN SELECT RAISE(ABORT, 'full'); END",
      );
    });
    await must(signIn(world, founder));
    expect((await failureOf(world.log.store.changePassphrase({ current: right, next }))).kind).toBe('internal');
    world.mistakes.length = 0;
    await world.lock();
    expect(await troubleOf(signIn(world, founder, next))).toBe('wrongPassphrase');
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });
});

describe('the passphrase typed again', () => {
  const print = (world: World) => world.router.dispatch('audit.notePrint', { record: null });
  const prove = (world: World, passphrase = right) => world.router.dispatch('store.prove', { passphrase });

  it('wrongly proves nothing, is noted, and slows the next down', async () => {
    await using world = copyOf(good);
    await must(signIn(world, founder));
    world.clock += 5 * 60_000;
    for (let turn = 0; turn < 3; turn += 1)
      expect(await prove(world, wrong)).toEqual({ ok: false, failure: { kind: 'store', problem: 'wrongPassphrase' } });
    const last = world.clock;
    expect(await print(world)).toEqual({ ok: false, failure: { kind: 'passphraseNeeded', proof: 'recent' } });
    world.clock = last - 1_000;
    expect(await prove(world)).toMatchObject({ failure: { kind: 'waitBeforeTrying' } });
    world.clock += 2_000;
    expect((await prove(world)).ok).toBe(true);
    expect((await print(world)).ok).toBe(true);
    await world.lock();
    expect(failuresIn(world).flat()).toHaveLength(3);
  });
});

describe('wrong passphrases', () => {
  const fail = (world: World) => failureOf(signIn(world, founder, wrong));

  it('make the next try wait 1, 2, 4 … 60 seconds after three, for this person only, and never for good', async () => {
    await using world = copyOf(good);
    const line = (at: number) => `${JSON.stringify({ staff: founder, at: new Date(at).toISOString() })}\n`;
    for (const [failures, wait] of [
      [3, 1],
      [4, 2],
      [5, 4],
      [8, 32],
      [9, 60],
      [400, 60],
    ] as const) {
      const last = world.clock;
      writeFileSync(attemptsIn(world), Array.from({ length: failures }, () => line(last)).join(''));
      world.clock = last - 1_000;
      expect(await fail(world)).toEqual({ kind: 'waitBeforeTrying', seconds: wait });
      world.clock = last - 1_000 + (wait - 1) * 1_000;
      expect(await fail(world)).toEqual({ kind: 'waitBeforeTrying', seconds: 1 });
      expect(readFileSync(attemptsIn(world), 'utf8').split('\n')).toHaveLength(failures + 1);
    }
    world.clock += 60_000;
    expect(await troubleOf(signIn(world, founder))).toBe('none');
    await world.lock();
    expect(existsSync(attemptsIn(world))).toBe(false);
    expect(await fail(world)).toEqual({ kind: 'store', problem: 'wrongPassphrase' });
  });

  it('of somebody are not forgotten when a colleague signs in, nor when the clock is put back', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    await world.lock();
    const guess = () => failureOf(signIn(world, practice.lead, wrong));
    const known = { kind: 'store', problem: 'wrongPassphrase' };
    expect([await guess(), await guess(), await guess()]).toEqual([known, known, known]);
    await world.unlock(practice.otherWorker, people.otherWorker);
    await must(world.log.store.prove({ passphrase: passphraseOf(people.otherWorker) }));
    await world.lock();
    for (let turn = 0; turn < 4; turn += 1) await guess();
    expect(await guess()).toMatchObject({ kind: 'waitBeforeTrying' });
    world.clock -= 30 * 60_000;
    expect(await guess(), 'one, from which the wait is counted').toEqual(known);
    expect(await guess()).toMatchObject({ kind: 'waitBeforeTrying' });
    world.clock += 60_000;
    await world.unlock(practice.lead, people.lead);
    await world.lock();
    expect(existsSync(attemptsIn(world))).toBe(false);
    expect([await guess(), await guess(), await guess()]).toEqual([known, known, known]);
  });

  it.each([
    ['garbage', () => Buffer.alloc(100_000, 0xa5)],
    ['half a line', () => '{"staff":"'],
    ['lines of something else', () => '{"staff":1}\nnull\n[]\n"x"\n'.repeat(100)],
    ['what lies in the future', (who: StaffId) => `{"staff":"${who}","at":"2199-01-01T00:00:00.000Z"}\n`.repeat(50)],
    ['a huge file', (who: StaffId) => `{"staff":"${who}","at":"2026-09-01T00:00:00.000Z"}\n`.repeat(300_000)],
  ] as const)('in a file with %s keep nobody out', async (_what, content) => {
    await using world = copyOf(good);
    writeFileSync(attemptsIn(world), content(founder));
    expect(await troubleOf(signIn(world, founder))).toBe('none');
    await world.lock();
    for (const attempts of failuresIn(world)) expect(attempts.length).toBeLessThanOrEqual(500);
    expect(existsSync(attemptsIn(world))).toBe(false);
  });

  it('stand in the log after the next sign-in, as what nobody vouches for', async () => {
    await using world = copyOf(good);
    await fail(world);
    await fail(world);
    await must(signIn(world, founder));
    await world.lock();
    expect(failuresIn(world)).toEqual([
      [expect.objectContaining({ staff: founder }), expect.objectContaining({ staff: founder })],
    ]);
    await must(signIn(world, founder));
    await world.lock();
    expect(failuresIn(world)).toHaveLength(1);
  });

  it('are taken over once, also when the file could not be cleared away', async () => {
    await using world = copyOf(good);
    await fail(world);
    await fail(world);
    const kept = readFileSync(attemptsIn(world));
    await must(signIn(world, founder));
    await world.lock();
    // As a cut between the commit and the clearing leaves it.
    writeFileSync(attemptsIn(world), kept);
    world.clock += 60_000;
    await must(signIn(world, founder));
    await world.lock();
    expect(failuresIn(world).flat()).toHaveLength(2);
    writeFileSync(attemptsIn(world), kept);
    appendFileSync(attemptsIn(world), `{"staff":"${founder}","at":"2026-10-01T09:59:00.000Z"}\n`);
    world.clock += 60_000;
    await must(signIn(world, founder));
    await world.lock();
    expect(failuresIn(world).map((one) => one.length)).toEqual([2, 1]);
  });
});
