import { describe, it } from 'vitest';
import { LISTED_FILES, MANIFEST } from '../../../electron/audit/bundle.ts';
import type { Json } from '../../../electron/store/log/canonical.ts';
import { verifierKey } from '../../../electron/store/log/note.ts';
import { type Files, idFor, makeBundle, relist, restate, rewrite, stranger, vkey } from '../../factories/bundle.ts';
import { expectRefused } from '../../factories/verifiers.ts';

// What somebody may do to a finished bundle who holds no key. The manifest's hashes are made right again wherever that
// is possible, so that a deeper check has to refuse.
const good = makeBundle();

const withText = (name: string, change: (text: string) => string): Files => relist(rewrite(good, name, change));

const withLines = (change: (lines: string[]) => string[]): Files =>
  withText('entries.jsonl', (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`);

const withLine = (seq: number, change: (line: string, lines: string[]) => string): Files =>
  withLines((lines) => lines.with(seq, change(lines[seq] ?? '', lines)));

const stating = (patch: Record<string, Json>, files = good): Files =>
  restate(files, (manifest) => {
    for (const [key, value] of Object.entries(patch)) {
      const both = typeof value === 'object' && value !== null;
      manifest[key] = both ? Object.assign({}, manifest[key], value) : value;
    }
  });

const without = (name: string): Files => new Map([...good].filter(([other]) => other !== name));

const withExtra = (): Files => new Map(good).set('extra.txt', Buffer.from('x'));

const keyNamed = (name = ''): Files => withText('key.vkey', () => `${verifierKey(name, stranger.publicKey)}\n`);

const unsigned = (keep: number): Files => withText('checkpoint', (text) => text.slice(0, text.indexOf('\n\n') + keep));

const shortened = (): Files => {
  const lines = withLines((all) => all.slice(0, 11));
  const files = relist(rewrite(lines, 'checkpoint', (text) => text.replace('\n12\n', '\n11\n')));
  return stating({ counts: { shown: 8 }, checkpoint: { size: 11 } }, files);
};

const notUtf8 = (): Files => {
  const broken = [Buffer.from([0x7b, 0xff, 0x0a]), good.get('entries.jsonl') ?? Buffer.alloc(0)];
  return relist(new Map(good).set('entries.jsonl', Buffer.concat(broken)));
};

type Case = readonly [name: string, made: () => Files, sentence: RegExp];

const LINES: readonly Case[] = [
  ['a changed line', () => withLine(3, (line) => line.replace('viewed', 'raised')), /Entry 3: it is not signed/],
  ['a missing line', () => withLines((all) => all.toSpliced(4, 1)), /12 entries, there are 11/],
  [
    'no last line',
    () =>
      stating(
        { counts: { shown: 8 } },
        withLines((all) => all.slice(0, -1)),
      ),
    /root differs/,
  ],
  ['a repeated line', () => withLines((all) => all.toSpliced(4, 0, all[3] ?? '')), /id was used before/],
  ['two lines exchanged', () => withLines(([a = '', b = '', ...all]) => [b, a, ...all]), /says that it is/],
  ['a changed withheld line', () => withLine(5, () => `${'A'.repeat(43)}=`), /Entry 6: it does not follow/],
  ['a withheld line with a space', () => withLine(5, (line) => `${line} `), /Entry 5/],
  ['a withheld line with stray bits', () => withLine(5, () => `${'A'.repeat(42)}B=`), /Entry 5/],
  [
    'the signature of another entry',
    () => withLine(4, (line, lines) => line.slice(0, -90) + lines[1]?.slice(-90)),
    /Entry 4: it is not signed/,
  ],
  ['a last line without its end', () => withText('entries.jsonl', (text) => text.slice(0, -1)), /does not end/],
  ['an empty line', () => withLines((all) => all.with(4, '')), /Entry 4/],
  ['bytes that are not UTF-8', notUtf8, /Entry 0/],
];

const KEYS: readonly Case[] = [
  ['another key', () => keyNamed('other'), /not signed by th(e|is) key/],
  ['another key under the same name', () => keyNamed(vkey.split('+')[0]), /not signed by th(e|is) key/],
  ['a key that is none', () => withText('key.vkey', () => 'x\n'), /key\.vkey is not/],
  ['a checkpoint cut at its text', () => unsigned(1), /no signature/],
  ['a checkpoint without its signature line', () => unsigned(2), /The checkpoint|checkpoint is/],
  ['a checkpoint of fewer entries', shortened, /signature of the (note|checkpoint) does not verify/],
  ['authors that are no JSON', () => withText('authors.json', () => '{'), /authors\.json is not/],
  ['other authors', () => withText('authors.json', () => '{"devices":{},"staff":[]}'), /authors\.json is not/],
];

const FILES: readonly Case[] = [
  ['a changed csv', () => withText('audit.csv', (text) => text.replace('T09:03', 'T08:03')), /says something else/],
  ['a csv less a row', () => withText('audit.csv', (text) => text.replace(/"3",.*\r\n/, '')), /audit\.csv has 8 rows/],
  ['a csv of other columns', () => withText('audit.csv', (text) => text.replace('actor', 'name')), /have the columns/],
  ['a csv that is none', () => withText('audit.csv', () => '\ufeff"'), /audit\.csv|not in its form/],
  [
    'a csv in other words, which its hash alone shows',
    () => rewrite(good, 'audit.csv', (text) => text.replace('A line', 'Another')),
    /audit\.csv is not the file/,
  ],
  ['an added file', withExtra, /extra\.txt does not belong/],
  ['an added file that the manifest lists', () => relist(withExtra()), /extra\.txt does not belong/],
  ...[...LISTED_FILES, MANIFEST].map(
    (name) => [`no ${name}`, () => without(name), new RegExp(`${name.replace('.', '\\.')} is missing`)] as const,
  ),
  ['no audit.csv, nor in the manifest', () => relist(without('audit.csv')), /audit\.csv is missing/],
];

const shape = /manifest\.json is not/;
const MANIFESTS: readonly Case[] = [
  ['white space', () => rewrite(good, MANIFEST, (text) => ` ${text}`), shape],
  ['a key twice', () => rewrite(good, MANIFEST, (text) => text.replace('{', '{"app":"0.1.0",')), shape],
  ['a further key', () => stating({ note: 'x' }), shape],
  ['no JSON', () => rewrite(good, MANIFEST, () => '\0\uffff{'), shape],
  ['a list', () => rewrite(good, MANIFEST, () => '[]'), shape],
  ['nesting without end', () => rewrite(good, MANIFEST, () => '['.repeat(100_000)), shape],
  ['a very long number', () => rewrite(good, MANIFEST, () => '1'.repeat(100_000)), shape],
  ['another format', () => stating({ format: 'audit/2' }), shape],
  ['a date that is none', () => stating({ filter: { to: '2026-02-30T00:00:00.000Z' } }), shape],
  ['other counts', () => stating({ counts: { shown: 10, withheld: 2 } }), /counts 2 withheld entries, there are 3/],
  ['another size', () => stating({ checkpoint: { size: 13 } }), /not the one that the manifest states/],
  ['another store', () => stating({ store: idFor('elsewhere') }), /another store or log/],
  ['another log', () => stating({ log: idFor('elsewhere') }), /another store or log/],
  ['a later start', () => stating({ filter: { from: '2026-11-02T09:02:00.000Z' } }), /Entry 1: its date is outside/],
  ['an earlier end', () => stating({ filter: { to: '2026-11-02T09:10:59.999Z' } }), /Entry 11: its date is outside/],
];

describe('both verifiers refuse a bundle with', () => {
  it.each([...LINES, ...KEYS, ...FILES])('%s', (_, made, sentence) => expectRefused(made(), sentence));
});

describe('both verifiers refuse a manifest with', () => {
  it.each(MANIFESTS)('%s', (_, made, sentence) => expectRefused(made(), sentence));
});
