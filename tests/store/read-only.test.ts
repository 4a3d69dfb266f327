import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../electron/audit/bundle.ts';
import { readOnlySentence } from '../../shared/contract/failures.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { concernForm, failureOf, troubleOf } from '../factories/forms.ts';
import { alter, entryOf, type Keys, keysOf, rowsOf } from '../factories/insider.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

let good: World;
let founder: StaffId;
let concern: ThreadId;
let keys: Keys;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  await must(signIn(good, founder));
  const practice = await must(good.log.register.addPractice({ name: 'Alderfield' }));
  await must(good.log.register.grantRole({ staff: founder, role: 'practice-manager', practice }));
  ({ concern } = await must(good.log.concerns.raise(concernForm('Bea', practice, 'What was written.'))));
  await must(good.log.concerns.raise(concernForm('Cal', practice)));
  await good.lock();
  keys = await keysOf(good, founder, passphraseOf(people.manager));
});

afterAll(() => good[Symbol.asyncDispose]());

const bytesOf = ({ folder }: World) =>
  readdirSync(folder)
    .filter((name) => name !== 'lock.db')
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

/** A store put back to before its last unlock. */
async function rolledBack(): Promise<World> {
  const world = copyOf(good);
  await must(signIn(world, founder));
  await must(world.log.register.addPractice({ name: 'Wren Street' }));
  await world.lock();
  rmSync(world.folder, { recursive: true });
  cpSync(good.folder, world.folder, { recursive: true });
  return world;
}

describe('a log that was rolled back', () => {
  it('can be read, takes no command, and not one byte of it changes', async () => {
    await using world = await rolledBack();
    const before = bytesOf(world);
    const { readOnly, entries } = await must(signIn(world, founder));
    expect(readOnly).toEqual({ why: 'rolledBack', at: entries, seen: expect.any(Number) });
    expect(readOnly?.seen).toBeGreaterThan(entries);
    expect((await must(world.log.concerns.open({ concern }))).state.raised.what).toBe('What was written.');
    expect((await must(world.log.people.list({}))).length).toBe(2);
    await must(world.log.audit.page({ from: null, to: null }));
    await must(world.log.backup.show({}));
    const refused = { kind: 'refused', sentence: readOnlySentence };
    for (const answer of [
      world.log.register.addPractice({ name: 'Quillgate' }),
      world.log.drafts.save({ kind: 'concern', form: { what: 'half' } }),
      world.log.audit.notePrint({ record: null }),
      world.log.backup.make({}),
      world.log.audit.export({ from: null, to: null, why: 'To see', folder: world.root }),
    ])
      expect(await failureOf(answer)).toEqual(refused);
    await world.lock();
    expect(bytesOf(world)).toEqual(before);
    expect((await must(signIn(world, founder))).readOnly?.why).toBe('rolledBack');
  });

  it('keeps a key that does not open as it lies, which is evidence too', async () => {
    await using world = await rolledBack();
    const keyRows = (sql: string) =>
      alter(world, keys, (db) => {
        db.prepare(sql).run(founder);
        return db.prepare('SELECT count(*) FROM thread_key').pluck().get();
      });
    const spoilt = keyRows(
      `INSERT INTO thread_key SELECT 'AAAAAAAAAAAAAAAAAAAAAA', kid, reader, randomblob(32), randomblob(48)
       FROM thread_key WHERE reader = ? LIMIT 1`,
    );
    expect((await must(signIn(world, founder))).readOnly?.why).toBe('rolledBack');
    await world.lock();
    expect(keyRows('DELETE FROM thread_key WHERE reader = ? AND FALSE')).toBe(spoilt);
  });

  it('gives its evidence, which holds every line and what was seen, and no content', async () => {
    await using world = await rolledBack();
    await must(signIn(world, founder));
    const before = bytesOf(world);
    mkdirSync(join(world.root, 'out'));
    const { file, lines } = await must(
      world.log.audit.exportEvidence({ why: 'For our data protection lead', folder: join(world.root, 'out') }),
    );
    const files = readBundle(readFileSync(file));
    const page = JSON.parse(Buffer.from(files.get('found.json') ?? []).toString()) as Record<string, unknown>;
    expect(page).toMatchObject({ format: 'evidence/1', found: { why: 'rolledBack' }, lines, who: founder });
    expect(page['seen']).toHaveLength(1);
    expect(
      Buffer.from(files.get('lines.jsonl') ?? [])
        .toString()
        .split('\n'),
    ).toHaveLength(lines + 1);
    expect([...files.values()].some((one) => Buffer.from(one).includes('What was written'))).toBe(false);
    expect(await failureOf(world.log.audit.exportEvidence({ why: 'x', folder: '/nowhere' }))).toMatchObject({
      kind: 'invalid',
    });
    expect(bytesOf(world)).toEqual(before);
  });
});

describe('a log that was changed within', () => {
  const inLine = (world: World, entry: number) =>
    alter(world, keys, (db) => {
      db.prepare(`UPDATE event SET line = replace(line, '"at":"2026', '"at":"2025') WHERE seq = ?`).run(entry);
    });

  it('shows what came before, and nothing of what came after', async () => {
    await using world = copyOf(good);
    const last = alter(
      world,
      keys,
      (db) =>
        rowsOf(db)
          .filter(({ type }) => type === 'concern.raised')
          .at(-1)?.seq ?? 0,
    );
    inLine(world, last);
    expect((await must(signIn(world, founder))).readOnly).toEqual({ why: 'changed', at: last, seen: null });
    expect((await must(world.log.concerns.list({}))).map((one) => one.concern)).toEqual([concern]);
  });

  it('lets nobody in where rights may hang on what was changed', async () => {
    await using world = copyOf(good);
    inLine(
      world,
      alter(world, keys, (db) => entryOf(db, 'role.granted')),
    );
    expect(await troubleOf(signIn(world, founder))).toBe('logChanged');
    await using early = copyOf(good);
    inLine(early, 1);
    expect(await troubleOf(signIn(early, founder)), 'a role was given after it').toBe('logChanged');
  });

  it('is left alone by what follows an unlock elsewhere', async () => {
    await using world = await rolledBack();
    await must(signIn(world, founder));
    await world.lock();
    expect(existsSync(join(world.folder, 'attempts.jsonl'))).toBe(false);
  });
});
