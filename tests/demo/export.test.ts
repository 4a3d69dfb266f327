import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle, verifyBundle } from '../../electron/audit/verify.ts';
import { verifierKey } from '../../electron/store/log/note.ts';
import { type Files, relist, rewrite, stranger, textOf } from '../factories/bundle.ts';
import { expectRefused, python } from '../factories/verifiers.ts';
import { type BuiltDemo, builtDemo, exported, remove } from './demo-store.ts';

let demo: BuiltDemo;
let zip: string;
let good: Files;

beforeAll(async () => {
  demo = await builtDemo();
  zip = await exported(demo);
  good = readBundle(readFileSync(zip));
});
afterAll(() => {
  if (demo) remove(demo);
});

// The hashes in the manifest are made right again each time, as a forger would, so that a deeper check has to refuse.
const withText = (name: string, change: (text: string) => string): Files => relist(rewrite(good, name, change));

const withLines = (change: (lines: string[]) => string[]): Files =>
  withText('entries.jsonl', (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`);

const exchanged = (lines: string[]): string[] => lines.with(40, lines[41] ?? '').with(41, lines[40] ?? '');

type Case = readonly [name: string, made: () => Files, sentence: RegExp];
const damages: readonly Case[] = [
  [
    'a changed line',
    () => withLines((all) => all.with(90, (all[90] ?? '').replace(/"at":"20../, '"at":"2001'))),
    /Entry 90/,
  ],
  ['a missing line', () => withLines((all) => all.toSpliced(60, 1)), /Entry 60|entries, there are/],
  ['a missing last line', () => withLines((all) => all.slice(0, -1)), /entries, there are/],
  ['a repeated line', () => withLines((all) => all.toSpliced(61, 0, all[60] ?? '')), /used before/],
  ['two lines exchanged', () => withLines(exchanged), /Entry 40|says that it is/],
  [
    'another key',
    () => withText('key.vkey', (text) => `${verifierKey(text.split('+')[0] ?? '', stranger.publicKey)}\n`),
    /not signed by th(e|is) key/,
  ],
  ['a cut checkpoint', () => withText('checkpoint', (text) => text.slice(0, text.indexOf('\n\n') + 1)), /no signature/],
];

describe('the export of the demo', () => {
  it('shows every entry of the log and holds for both verifiers', () => {
    const report = verifyBundle(good);
    expect(report.fails).toEqual([]);
    expect(textOf(good, 'entries.jsonl').trimEnd().split('\n').length).toBeGreaterThan(200);
    const { status, out, err } = python(zip);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/holds/);
  });

  it.each(damages)('is refused by both verifiers with %s', (_, made, sentence) => expectRefused(made(), sentence));
});
