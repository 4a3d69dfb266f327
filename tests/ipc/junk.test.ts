import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../electron/store/context.ts';
import { watch } from '../factories/watch.ts';
import { makePractice, type Practice, World } from '../factories/world.ts';
import { namesOf } from './calls.ts';
import { type Records, recordsOf, soundInputs, soundWhenLocked } from './samples.ts';

type Input = Readonly<Record<string, unknown>>;

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { deeper: value };
  return value;
}

function circle(): unknown {
  const round: Record<string, unknown> = {};
  round['again'] = round;
  return round;
}

/** Nothing that any field of any call takes, each as it can come over a port. */
const wrong: Readonly<Record<string, () => unknown>> = {
  'a huge text': () => 'x'.repeat(500_000),
  'a list of lists': () => [[['x']]],
  'an object with a strange key': () => ({ noSuchField: 1 }),
  'an object with a prototype of its own': () => JSON.parse('{"__proto__":{"staff":"x"},"constructor":1}') as unknown,
  'a number that is no number': () => Number.NaN,
  'minus a half': () => -0.5,
  'a big number': () => 2 ** 60,
  'a bigint': () => 10n,
  'a date': () => new Date(0),
  'a map': () => new Map([['person', 'x']]),
  bytes: () => new Uint8Array(64),
  'something nested a hundred thousand deep': () => nested(100_000),
  'something that holds itself': circle,
  'half of a character': () => '\ud800',
};

/** Whole inputs that are no input of any call. */
const wholes: Readonly<Record<string, () => unknown>> = {
  ...wrong,
  null: () => null,
  nothing: () => undefined,
  'an empty list': () => [],
  'a list with an object in it': () => [{}],
  yes: () => true,
  'a text': () => 'people.list',
  'an object without a prototype, with a strange key': () =>
    Object.assign(Object.create(null), { noSuchField: 1 }) as unknown,
};

/** A form is any JSON; and to a schema an object without keys of its own is an empty one, whatever made it. */
const taken: Readonly<Record<string, readonly string[]>> = {
  'drafts.save form': ['an object with a strange key', 'an object with a prototype of its own'],
  // Cut off in the middle of a character it is still the label of a draft that must be kept.
  'drafts.save label': ['half of a character'],
  'concerns.addInformation facts': ['a date', 'a map'],
  // A passphrase is exactly what was typed, so half of a character is only a wrong one.
  'store.prove passphrase': ['half of a character'],
  'store.changePassphrase current': ['half of a character'],
};

/** Calls that take an input of which no key must be there. */
const allOptional: readonly string[] = ['people.like'];

function variants(name: string, sound: Input): readonly (readonly [what: string, input: unknown])[] {
  const keyless = Object.keys(sound).length === 0 || allOptional.includes(name) ? ['a date', 'a map'] : [];
  const whole = Object.entries(wholes).filter(([what]) => !keyless.includes(what));
  const fields = Object.keys(sound).flatMap((field) =>
    Object.entries(wrong)
      .filter(([what]) => taken[`${name} ${field}`]?.includes(what) !== true)
      .map(([what, make]) => [`${field} is ${what}`, { ...sound, [field]: make() }] as const),
  );
  const extra = [['a field too many', { ...sound, noSuchField: 1 }] as const];
  return [...whole.map(([what, make]) => [what, make()] as const), ...fields, ...extra];
}

describe('junk in place of an input', () => {
  const world = new World();
  let practice: Practice;
  let records: Records;
  let context: () => Context;

  beforeAll(async () => {
    context = watch(world);
    practice = await makePractice(world);
    records = await recordsOf(practice);
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  const files = () =>
    readdirSync(world.folder)
      .filter((name) => name.startsWith('vault'))
      .map((name) => readFileSync(join(world.folder, name), 'hex'));

  it.each(['manager', 'lead', 'worker'] as const)(
    'is a plain failure for a signed-in %s, and writes nothing',
    async (who) => {
      const log = await practice.as(who);
      await log.register.show({});
      const before = { size: context().store.head.frontier.size, files: files(), drafts: await log.drafts.mine({}) };
      const sound = soundInputs(practice, records);
      for (const name of namesOf('unlocked')) {
        for (const [what, input] of variants(name, sound[name] ?? {})) {
          const answer = await world.router.dispatch(name, input);
          const kind = answer.ok ? 'let through' : answer.failure.kind;
          expect([name, what, kind]).toEqual([name, what, expect.stringMatching(/^(invalid|notYours|notFound)$/)]);
        }
      }
      expect({ size: context().store.head.frontier.size, files: files(), drafts: await log.drafts.mine({}) }).toEqual(
        before,
      );
      expect(world.mistakes).toEqual([]);
    },
  );

  it('is a plain failure at a locked log', async () => {
    await world.lock();
    const before = files();
    for (const name of namesOf('locked')) {
      for (const [what, input] of variants(name, soundWhenLocked[name] ?? {})) {
        const answer = await world.router.dispatch(name, input);
        const kind = answer.ok ? 'let through' : answer.failure.kind;
        // A passphrase is exactly what was typed, so half of a character is only a wrong one.
        const wrongOne = name === 'store.unlock' && what === 'passphrase is half of a character';
        const expected = wrongOne ? 'store' : 'invalid';
        expect([name, what, kind]).toEqual([name, what, expected]);
      }
    }
    expect(files()).toEqual(before);
    expect(world.mistakes).toEqual([]);
    await practice.world.unlock(practice.manager, 'J Sedley');
  });
});

describe('what is well-formed and yet cannot be', () => {
  it('is a plain failure, never a mistake of the program', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    const range = { from: null, to: null, why: 'Inspection' };
    const folders = [
      '\0',
      'a\0b',
      'x'.repeat(4_096),
      '\ud800',
      '/no/such/folder',
      '/dev/null',
      `${world.folder}/vault.a`,
    ];
    for (const folder of folders) {
      const answer = await world.log.audit.export({ ...range, folder });
      expect([folder.slice(0, 20), answer]).toEqual([
        folder.slice(0, 20),
        { ok: false, failure: { kind: 'invalid', fields: { folder: 'Choose a folder that exists' } } },
      ]);
    }
    await practice.as('worker');
    const forms: readonly Record<string, unknown>[] = [
      { '\ud800': 'a key that is half a character', inner: { '\udc00': '\ud83d' } },
      { number: 0.1, less: -0, more: 1e300, huge: 2 ** 60 },
      JSON.parse('{"__proto__":{"constructor":"x"},"toString":null}') as Record<string, unknown>,
      { deep: nested(12), list: Array.from({ length: 1_000 }, () => 'x') },
      { direction: '\u202eשלום', control: '\u0000\u2028' },
    ];
    for (const form of forms) {
      const saved = await world.router.dispatch('drafts.save', { kind: 'concern', form });
      expect(saved.ok).toBe(true);
      const { draft } = (saved as { value: { draft: string } }).value;
      expect(await world.router.dispatch('drafts.open', { draft })).toMatchObject({
        ok: true,
        value: { kind: 'concern' },
      });
    }
    const wide = Array.from({ length: 30_000 }, () => 'x');
    const shared = [wide, wide, wide].map((one) => [one, one, one, [one, one, one]]);
    for (const form of [{ wide }, { shared }, { deep: nested(40) }, { text: 'x'.repeat(300_000) }]) {
      expect(await world.router.dispatch('drafts.save', { kind: 'concern', form })).toMatchObject({
        ok: false,
        failure: { kind: 'invalid' },
      });
    }
    expect(world.mistakes).toEqual([]);
  });
});
