import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../electron/store/context.ts';
import { rootOf } from '../../electron/store/log/tree.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, failureOf, sessionForm } from '../factories/forms.ts';
import { watch } from '../factories/watch.ts';
import { makePractice, must, type Practice, World } from '../factories/world.ts';

const world = new World();
let practice: Practice;
let context: () => Context;
let concern: ThreadId;
let session: ThreadId;
const anyRecord = 'AAAAAAAAAAAAAAAAAAAAAA' as ThreadId;
const range = { from: null, to: null };

beforeAll(async () => {
  context = watch(world);
  practice = await makePractice(world);
  await practice.as('worker');
  ({ concern } = await must(world.log.concerns.raise(concernForm('Bea', practice.alderfield))));
  await practice.as('supervisor');
  ({ session } = await must(world.log.supervision.record(sessionForm(practice.worker))));
});
afterAll(() => world[Symbol.asyncDispose]());

describe('a print', () => {
  it('is an entry before it is made, and carries how far the log had come with it', async () => {
    for (const [who, record, reference] of [
      ['worker', concern, 'C-'],
      ['supervisor', session, 'S-'],
      ['manager', null, null],
    ] as const) {
      const log = await practice.as(who);
      const mark = await must(log.audit.notePrint({ record }));
      const { frontier } = context().store.head;
      expect(mark).toEqual({ size: frontier.size, root: rootOf(frontier).toString('base64'), at: mark.at });
      const { lines } = await must((await practice.as('lead')).audit.page({ ...range, what: 'record.printed' }));
      expect(lines[0]).toMatchObject({
        entry: mark.size - 1,
        at: mark.at,
        who: { staff: practice[who] },
        what: 'Record printed or saved as PDF',
        record: reference === null ? null : expect.stringMatching(reference),
        about: reference === 'C-' ? expect.stringMatching('P-') : null,
      });
    }
  });

  it('of a page about a person says whom it is about, and only to whoever reads them', async () => {
    const log = await practice.as('worker');
    const [line] = await must(log.people.list({}));
    const { person, reference } = line ?? expect.unreachable();
    const { size } = await must(log.audit.notePrint({ record: null, about: person }));
    const { lines } = await must((await practice.as('lead')).audit.page({ ...range, what: 'record.printed' }));
    expect(lines[0]).toMatchObject({ entry: size - 1, record: null, about: reference });
    const manager = await practice.as('manager');
    await manager.register.show({});
    const before = context().store.head.frontier.size;
    expect(await failureOf(manager.audit.notePrint({ record: null, about: person }))).toEqual({ kind: 'notFound' });
    expect(context().store.head.frontier.size).toBe(before);
    await must((await practice.as('lead')).audit.check({}));
  });

  it('of a record that one does not read is none, and leaves no entry', async () => {
    for (const [who, record] of [
      ['otherWorker', concern],
      ['manager', concern],
      ['lead', session],
      ['worker', anyRecord],
    ] as const) {
      const log = await practice.as(who);
      await log.register.show({});
      const before = context().store.head.frontier.size;
      expect(await failureOf(log.audit.notePrint({ record }))).toEqual({ kind: 'notFound' });
      expect(context().store.head.frontier.size).toBe(before);
    }
  });

  it('leaves the record as it was: what somebody has open is not out of date', async () => {
    const log = await practice.as('worker');
    const { newest } = await must(log.concerns.open({ concern }));
    await must(log.audit.notePrint({ record: concern }));
    expect((await must(log.concerns.open({ concern }))).newest).toBe(newest);
    await practice.as('worker');
    expect((await must(world.log.concerns.open({ concern }))).newest).toBe(newest);
  });
});

it('an entry without content in the register itself, which nothing of ours writes, keeps nobody out', async () => {
  const log = await practice.as('lead');
  await must(log.register.show({}));
  const { store, register } = context();
  store.commit((writing) => writing.note('record.printed', { thread: register.thread, about: null }));
  await must((await practice.as('worker')).concerns.list({}));
  expect((await must((await practice.as('lead')).audit.check({}))).entries).toBeGreaterThan(0);
});

describe('the audit page', () => {
  it('says what unlocking verified, and a whole check only once one was made', async () => {
    const first = await practice.as('lead');
    const before = await must(first.audit.page(range));
    // Whoever signs in again has vouched for all up to then; what came since is looked at signature by signature.
    expect(before.atUnlock.signaturesFrom).toBeGreaterThan(1);
    expect(before.atUnlock.entries).toBeGreaterThanOrEqual(before.atUnlock.signaturesFrom);
    expect(before.atUnlock.entries).toBe(before.total - 1);
    expect(before.checked).toBeNull();
    const { entries, root } = await must(first.audit.check({}));
    const { checked } = await must(first.audit.page(range));
    expect(checked).toEqual({ entries, root, at: expect.stringMatching(/^2026-10-01T/) });
    expect((await must((await practice.as('lead')).audit.page(range))).checked).toBeNull();
  });

  it('names the computer by the beginning of its log', async () => {
    const log = await practice.as('lead');
    const { lines } = await must(log.audit.page(range));
    const own = context().store.own.log.slice(0, 6);
    expect(new Set(lines.map(({ computer }) => computer))).toEqual(new Set([own]));
  });
});
