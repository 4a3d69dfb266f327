import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../electron/store/ids.ts';
import { canonicalJson, type Json, parseCanonical } from '../../../electron/store/log/canonical.ts';
import { BadLine, readLine } from '../../../electron/store/log/header.ts';

const hash = () => randomBytes(32).toString('base64');
const signature = randomBytes(64).toString('base64');
const lineOf = (header: unknown) => `{"h":${canonicalJson(header as Json)},"s":"${signature}"}`;

const bare = {
  v: 1,
  id: newId(),
  log: newId(),
  seq: 7,
  prev: hash(),
  at: '2026-10-01T09:00:00.000Z',
  hlc: [1_790_845_200_000, 0],
  actor: newId(),
  dev: newId(),
  type: 'concern.raised',
  thread: newId(),
  about: newId(),
};
const withContent = { ...bare, kid: newId(), ct: hash(), len: 284 };
const firstUnderKey = { ...withContent, kc: hash() };
const sound = { 'without content': bare, 'with content': withContent, 'first under its key': firstUnderKey };

const wrong: Readonly<Record<string, readonly unknown[]>> = {
  v: [0, 2, '1', null],
  id: ['', 'A'.repeat(21), `${'A'.repeat(21)}B`, `${'A'.repeat(21)}=`, null, 7],
  log: ['', null],
  seq: [-1, '7', null],
  prev: ['', 'A'.repeat(44), `${'A'.repeat(42)}B=`, null],
  at: ['2026-02-30T09:00:00.000Z', '2026-10-01T09:00:00Z', '', null, 7],
  hlc: [[], [1], [1, 2, 3], [1, -1], ['1', 0], null, { 0: 1, 1: 0 }],
  actor: ['', 7, []],
  dev: ['', null],
  type: ['', 'x'.repeat(61), null, 7],
  thread: ['', 7],
  about: ['', 7],
  kid: ['', null],
  ct: ['', null, `${'A'.repeat(42)}B=`],
  len: [0, -1, '284', null],
  kc: ['', null],
};

describe('a stored line', () => {
  it.each(Object.entries(sound))('%s is read back as it was written', (_what, header) => {
    const { header: read, signed, signature: by } = readLine(lineOf(header));
    expect(read).toEqual(header);
    expect(signed.toString()).toBe(canonicalJson(header as Json));
    expect(by.toString('base64')).toBe(signature);
  });

  it.each(['actor', 'thread', 'about'])('may name no %s', (key) => {
    expect(readLine(lineOf({ ...bare, [key]: null })).header).toMatchObject({ [key]: null });
  });

  it.each(Object.keys(firstUnderKey))('is refused with a wrong %s', (key) => {
    expect(wrong[key]?.length).toBeGreaterThan(1);
    for (const value of wrong[key] ?? []) {
      expect(() => readLine(lineOf({ ...firstUnderKey, [key]: value }))).toThrow(BadLine);
    }
  });

  it.each(Object.keys(firstUnderKey))('is refused without its %s, save the commitment to a key', (key) => {
    const { [key as 'v']: _, ...rest } = firstUnderKey;
    if (key === 'kc') expect(readLine(lineOf(rest)).header).toEqual(withContent);
    else expect(() => readLine(lineOf(rest))).toThrow(BadLine);
  });

  it.each(['name', '__proto__', 'constructor', 'about,actor', 'kid'])('is refused with a key too many: %s', (key) => {
    expect(() => readLine(lineOf(Object.fromEntries([...Object.entries(bare), [key, 'x']])))).toThrow(BadLine);
  });

  it('is refused when two keys are run into one', () => {
    const { about: _a, actor: _b, ...rest } = bare;
    expect(() => readLine(lineOf({ ...rest, 'about","actor': null }))).toThrow(BadLine);
    expect(() => readLine(lineOf({ ...rest, 'about,actor': null }))).toThrow(BadLine);
  });
});

describe('the quick way to see that a text is canonical', () => {
  const keys = fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('10', '2', '__proto__', 'a', 'B'));
  const { value: anything } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, false, 0, -1, 1, 2 ** 53 - 1),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    ),
  }));

  it('takes what is written canonically and nothing that the slow way would refuse', () => {
    const slow = (text: string): boolean => {
      try {
        return canonicalJson(JSON.parse(text) as Json) === text;
      } catch {
        return false;
      }
    };
    const quick = (text: string): boolean => {
      try {
        parseCanonical(text);
        return true;
      } catch {
        return false;
      }
    };
    const texts = anything.chain((value) =>
      fc.constantFrom(
        canonicalJson(value as Json),
        JSON.stringify(value),
        JSON.stringify(value, null, 1),
        canonicalJson(value as Json).replace('1', '1.0'),
        canonicalJson(value as Json).replace('"', '"\\ud800'),
        canonicalJson(value as Json).replace('"', '"\\u0061'),
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(quick(text)).toBe(slow(text));
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });
});
