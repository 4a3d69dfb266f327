import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../electron/store/ids.ts';
import { saveDraft } from '../../electron/store/log/drafts.ts';
import { inTransaction } from '../../electron/store/log/transaction.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { DraftId, PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { copyOf, found, signIn } from '../factories/folders.ts';
import { concernForm, failureOf } from '../factories/forms.ts';
import { alter, entryOf, type Keys, keysOf } from '../factories/insider.ts';
import { watch } from '../factories/watch.ts';
import { must, passphraseOf, people, World } from '../factories/world.ts';

const form = { what: 'Half a thought about Bea', when: 'not-known', agreed: true, times: 3, nothing: null };
const hours = 3_600_000;

let good: World;
let founder: StaffId;
let colleague: StaffId;
let practice: PracticeId;
let keys: Keys;

/** The founder is a lead too, so that one of two people can see what is late. */
beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  await must(signIn(good, founder));
  practice = await must(good.log.register.addPractice({ name: 'Alderfield' }));
  colleague = await must(
    good.log.register.addStaff({ name: people.worker, initials: 'AQ', passphrase: passphraseOf(people.worker) }),
  );
  await must(good.log.register.grantRole({ staff: founder, role: 'practice-manager', practice }));
  await must(good.log.register.grantRole({ staff: founder, role: 'safeguarding-lead', practice }));
  await must(good.log.register.grantRole({ staff: colleague, role: 'link-worker', practice }));
  await good.lock();
  keys = await keysOf(good, founder, passphraseOf(people.manager));
});

afterAll(() => good[Symbol.asyncDispose]());

const asColleague = (world: World) => world.unlock(colleague, people.worker);

async function change(world: World, to: 'founder' | 'colleague'): Promise<void> {
  await world.lock();
  await (to === 'founder' ? must(signIn(world, founder)) : asColleague(world));
}

describe('a draft', () => {
  it('that was saved is on the disk: a process that was not told to close it finds it', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft, savedAt } = await must(world.log.drafts.save({ kind: 'concern', form }));
    // The folder as it lies on the disk at this moment, with the first process still at work.
    await using copy = copyOf(world);
    await asColleague(copy);
    expect(await must(copy.log.drafts.open({ draft }))).toEqual({ kind: 'concern', form });
    expect(await must(copy.log.drafts.mine({}))).toEqual([
      { draft, kind: 'concern', author: colleague, begunAt: savedAt, savedAt, label: null },
    ]);
  });

  it('that is saved again keeps its id and the time it was begun', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const first = await must(world.log.drafts.save({ kind: 'concern', form }));
    const second = await must(
      world.log.drafts.save({ draft: first.draft, kind: 'concern', form: { ...form, what: 'More' } }),
    );
    expect(second.draft).toBe(first.draft);
    const [line] = await must(world.log.drafts.mine({}));
    expect(line).toMatchObject({ begunAt: first.savedAt, savedAt: second.savedAt });
    expect((await must(world.log.drafts.open({ draft: first.draft }))).form).toMatchObject({ what: 'More' });
  });

  it('opens for nobody but its author, and nobody else writes over it, uses it up or discards it', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft } = await must(world.log.drafts.save({ kind: 'concern', form }));
    await change(world, 'founder');
    expect(await must(world.log.drafts.mine({}))).toEqual([]);
    for (const answer of [
      world.log.drafts.open({ draft }),
      world.log.drafts.save({ draft, kind: 'concern', form: { what: 'Mine' } }),
      world.log.drafts.discard({ draft, reason: 'not-needed' }),
      world.log.concerns.raise({ ...concernForm('Bea', practice), draft }),
    ])
      expect(await failureOf(answer)).toEqual({ kind: 'notFound' });
    expect(await must(world.log.concerns.list({}))).toEqual([]);
    await change(world, 'colleague');
    expect((await must(world.log.drafts.open({ draft }))).form).toEqual(form);
  });

  it('does not open in the place of another, nor for whoever puts their name to it', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft } = await must(world.log.drafts.save({ kind: 'concern', form }));
    await world.lock();
    alter(world, keys, (db) => db.prepare('UPDATE draft SET author = ?').run(founder));
    await must(signIn(world, founder));
    expect((await world.log.drafts.open({ draft })).ok).toBe(false);
  });

  it('holds no word in the clear, in the file or in the lists of colleagues', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft } = await must(world.log.drafts.save({ kind: 'concern', form }));
    await world.lock();
    const stored = alter(world, keys, (db) =>
      JSON.stringify(
        db
          .prepare('SELECT * FROM draft')
          .all()
          .map((row) => Object.values(row as object).map(String)),
      ),
    );
    expect(stored).toContain(draft);
    expect(stored).not.toContain('thought');
    world.clock += 5 * hours;
    await must(signIn(world, founder));
    expect(JSON.stringify(await must(world.log.drafts.late({})))).not.toContain('thought');
  });

  it('that became a concern is gone in the same moment, and stays when the concern is refused', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft } = await must(world.log.drafts.save({ kind: 'concern', form }));
    const refused = { ...concernForm('Bea', practice), draft, happenedOn: '2126-01-01' } as ReturnType<
      typeof concernForm
    >;
    expect((await failureOf(world.log.concerns.raise(refused))).kind).toBe('invalid');
    expect(await must(world.log.drafts.mine({}))).toHaveLength(1);
    await must(world.log.concerns.raise({ ...concernForm('Bea', practice), draft }));
    expect(await must(world.log.drafts.mine({}))).toEqual([]);
    expect(await failureOf(world.log.concerns.raise({ ...concernForm('Bea', practice), draft }))).toEqual({
      kind: 'notFound',
    });
    expect(await must(world.log.concerns.list({}))).toHaveLength(1);
  });

  it('that became a record or was discarded is not begun again by a form that was still open on it', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const [used, discarded] = [
      await must(world.log.drafts.save({ kind: 'concern', form })),
      await must(world.log.drafts.save({ kind: 'concern', form })),
    ];
    await must(world.log.concerns.raise({ ...concernForm('Bea', practice), draft: used.draft }));
    await must(world.log.drafts.discard({ draft: discarded.draft, reason: 'not-needed' }));
    for (const { draft } of [used, discarded, { draft: newId<DraftId>() }])
      expect(await failureOf(world.log.drafts.save({ draft, kind: 'concern', form }))).toEqual({ kind: 'notFound' });
    expect(await must(world.log.drafts.mine({}))).toEqual([]);
  });

  it('is discarded with a reason, and the log says so', async () => {
    await using world = copyOf(good);
    const context = watch(world);
    await asColleague(world);
    const { draft } = await must(world.log.drafts.save({ kind: 'concern', form }));
    const { size } = context().store.head.frontier;
    expect((await failureOf(world.log.drafts.discard({ draft, reason: 'because' as never }))).kind).toBe('invalid');
    expect((await failureOf(world.log.drafts.discard({ draft } as never))).kind).toBe('invalid');
    expect(context().store.head.frontier.size).toBe(size);
    await must(world.log.drafts.discard({ draft, reason: 'raised-another-way' }));
    expect(await must(world.log.drafts.mine({}))).toEqual([]);
    await world.lock();
    expect(alter(world, keys, (db) => entryOf(db, 'draft.discarded'))).toBe(size);
  });

  it('that waits too long is seen by a lead: that it exists, since when and whose', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft, savedAt } = await must(world.log.drafts.save({ kind: 'concern', form }));
    expect((await failureOf(world.log.drafts.late({}))).kind).toBe('notYours');
    world.clock += 3 * hours;
    await change(world, 'founder');
    expect(await must(world.log.drafts.late({}))).toEqual([]);
    world.clock += 1 * hours;
    expect(await must(world.log.drafts.late({}))).toEqual([
      { draft, kind: 'concern', author: colleague, begunAt: savedAt, savedAt },
    ]);
    await must(world.log.register.changeSetting({ change: { setting: 'draft-late-hours', value: 12 } }));
    expect(await must(world.log.drafts.late({}))).toEqual([]);
  });

  it('has a label that its form gave it, for its author alone, sealed with it and replaced with it', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft } = await must(
      world.log.drafts.save({ kind: 'concern', form, label: ' Bea Exampleton, the letters ' }),
    );
    await must(world.log.drafts.save({ kind: 'decision', form, label: '  ' }));
    await must(world.log.drafts.save({ kind: 'person', form: { v: 2, form: {}, label: 'not this' } }));
    const labels = async () => (await must(world.log.drafts.mine({}))).map(({ label }) => label);
    expect(new Set(await labels())).toEqual(new Set(['Bea Exampleton, the letters', null]));
    expect(await must(world.log.drafts.open({ draft }))).toEqual({ kind: 'concern', form });
    world.clock += 5 * hours;
    await change(world, 'founder');
    const late = await must(world.log.drafts.late({}));
    expect(late).toHaveLength(3);
    for (const line of late)
      expect(Object.keys(line).sort()).toEqual(['author', 'begunAt', 'draft', 'kind', 'savedAt']);
    await change(world, 'colleague');
    await must(world.log.drafts.save({ draft, kind: 'concern', form, label: 'Bea, cut off \ud83d' }));
    expect(await labels()).toContain('Bea, cut off \ufffd');
    await must(world.log.drafts.save({ draft, kind: 'concern', form }));
    expect(await labels()).toEqual([null, null, null]);
    const long = await failureOf(world.log.drafts.save({ draft, kind: 'concern', form, label: 'x'.repeat(121) }));
    expect(long).toMatchObject({ kind: 'invalid', fields: { label: expect.any(String) } });
  });

  it('of an older program, which sealed the form alone, still opens; a damaged one hides no other', async () => {
    await using world = copyOf(good);
    const context = watch(world);
    await asColleague(world);
    const { draft: other } = await must(world.log.drafts.save({ kind: 'concern', form, label: 'Bea' }));
    const { store } = context();
    const [older, damaged] = [newId<DraftId>(), newId<DraftId>()];
    const at = instantOf(store.now());
    inTransaction(store.log, (log) => {
      for (const id of [older, damaged]) saveDraft(log, store.draftPlace, { id, kind: 'concern', form, at });
      log.prepare('UPDATE draft SET sealed = zeroblob(300) WHERE id = ?').run(damaged);
    });
    expect(await must(world.log.drafts.open({ draft: older }))).toEqual({ kind: 'concern', form });
    const mine = await must(world.log.drafts.mine({}));
    expect(new Map(mine.map(({ draft, label }) => [draft, label]))).toEqual(
      new Map([
        [older, null],
        [damaged, null],
        [other, 'Bea'],
      ]),
    );
    expect(world.mistakes).toEqual([]);
  });

  it('keeps what was typed though it ends in half a character', async () => {
    await using world = copyOf(good);
    await asColleague(world);
    const { draft } = await must(
      world.log.drafts.save({ kind: 'concern', form: { what: 'A heart \ud83d', deep: [{ more: '\udc99 two' }] } }),
    );
    const opened = await must(world.log.drafts.open({ draft }));
    expect(opened.form).toEqual({ what: 'A heart \ufffd', deep: [{ more: '\ufffd two' }] });
    expect(world.mistakes).toEqual([]);
  });
});
