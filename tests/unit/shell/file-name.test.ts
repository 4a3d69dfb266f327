import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printName } from '../../../electron/file-name.ts';

const passes = (name: string): boolean => printName.safeParse(name).success;

describe('a proposed file name', () => {
  it.each([
    'concern C-7F3K2Q 2026-11-23.pdf',
    'referral R-0123AB 2026-11-23.pdf',
    'supervision session S-ZZZZZZ 2026-01-01.pdf',
    'person P-7F3K2Q 2026-11-23.pdf',
    'audit log 2026-11-23.pdf',
    'first half of a recovery key 2026-11-23.pdf',
    'second half of a recovery key 2026-11-23.pdf',
    'blank form for a concern 2026-11-23.pdf',
  ])('may be %j', (name) => {
    expect(passes(name)).toBe(true);
  });

  it.each([
    '',
    'concern.pdf',
    '2026-11-23.pdf',
    'concern C-7F3K2Q.pdf',
    'concern C-7F3K2Q 2026-11-23',
    'concern C-7F3K2Q 2026-11-23.pdf.exe',
    'concern C-7F3K2Q 2026-11-23.pdf\n',
    'concern C-7F3K2Q 2026-11-23.exe',
    'concern C-7F3K2I 2026-11-23.pdf',
    'concern C-7F3K2QA 2026-11-23.pdf',
    'concern X-7F3K2Q 2026-11-23.pdf',
    'concern C-7F3K2Q C-7F3K2Q 2026-11-23.pdf',
    'concern R-7F3K2Q 2026-11-23.pdf',
    'concerns C-7F3K2Q 2026-11-23.pdf',
    'beatrice holloway 2026-11-23.pdf',
    'bea 2026-11-23.pdf',
    'concern bea C-7F3K2Q 2026-11-23.pdf',
    'Beatrice Holloway 2026-11-23.pdf',
    'concern Bea 2026-11-23.pdf',
    'concern 999 000 0018 2026-11-23.pdf',
    'concern 9990000018 2026-11-23.pdf',
    'concern C-7F3K2Q Bea 2026-11-23.pdf',
    '../concern 2026-11-23.pdf',
    'a/b 2026-11-23.pdf',
    'a\\b 2026-11-23.pdf',
    '/etc/concern 2026-11-23.pdf',
    '.concern 2026-11-23.pdf',
    ' concern 2026-11-23.pdf',
    'con:cern 2026-11-23.pdf',
    `${'a'.repeat(60)} 2026-11-23.pdf`,
  ])('may not be %j', (name) => {
    expect(passes(name)).toBe(false);
  });

  it.each([null, undefined, 7, {}, ['concern 2026-11-23.pdf']])('may not be %j, which is no text', (name) => {
    expect(printName.safeParse(name).success).toBe(false);
  });
});

const word = fc.stringMatching(/^[A-Za-z][a-z'’-]{0,20}$/);
const foreign = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const nameOfPerson = fc.oneof(
  word,
  foreign,
  fc.tuple(word, word).map(([first, last]) => `${first} ${last}`),
);
const reference = fc.stringMatching(/^[CRSP]-[0-9A-HJKMNP-TV-Z]{6}$/);

it('never holds the name of a person, wherever it stands', () => {
  fc.assert(
    fc.property(nameOfPerson, reference, fc.nat(3), (name, of, at) => {
      const parts = ['concern', of, '2026-11-23.pdf'];
      expect(passes(parts.toSpliced(at, 0, name).join(' '))).toBe(false);
      const replaced = parts.with(Math.min(at, 2), name).join(' ');
      // A word that names a kind of record or list is no name; that is all that can pass.
      fc.pre(!/^(?:concern|referral|supervision session|person) [CRSP]-\w{6} \d{4}-\d{2}-\d{2}\.pdf$/.test(replaced));
      expect(passes(replaced)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

/** What each screen proposes, as its source says it: `concern ${reference}`, with a reference of each kind. */
function proposals(): readonly { readonly said: string; readonly names: readonly string[] }[] {
  const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => [
      ...readFileSync(join(renderer, path), 'utf8').matchAll(/usePrintRecord\(\{[^;]*?name: [`']([^`']+)[`']/g),
    ])
    .map(([, said = '']) => ({
      said,
      names: ['C', 'R', 'S', 'P'].map((letter) => `${said.replace(/\$\{[\w.]+\}/, `${letter}-7F3K2Q`)} 2026-11-23.pdf`),
    }));
}

it('is one of those that may be on every screen that prints', () => {
  const found = proposals();
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter(({ names }) => !names.some(passes)).map(({ said }) => said)).toEqual([]);
});
