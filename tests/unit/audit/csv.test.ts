import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, parseCsvFile } from '../../../electron/audit/csv.ts';

const cellOf = (value: string): string | undefined => parseCsvFile(csvFile([[value]]))?.[0]?.[0];

/** A hostile cell, and what a reader of the file must find. */
const CELLS: readonly (readonly [string, string])[] = [
  ['=1+1', "'=1+1"],
  ["=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
  ['=HYPERLINK("http://example.invalid","x")', '\'=HYPERLINK("http://example.invalid","x")'],
  ['=WEBSERVICE("http://example.invalid")', '\'=WEBSERVICE("http://example.invalid")'],
  ["='file:///etc/passwd'#$passwd.A1", "'='file:///etc/passwd'#$passwd.A1"],
  ['+1', "'+1"],
  ['+44 7700 900000', "'+44 7700 900000"],
  ['-1', "'-1"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['   +1', "'   +1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['\u2003=1', "'\u2003=1"],
  ['\uff1d1', "'\uff1d1"],
  ['\uff0b1', "'\uff0b1"],
  ['\uff0d1', "'\uff0d1"],
  ['\uff201', "'\uff201"],
  [' \uff1d1', "' \uff1d1"],
  ['\t=1', "'\t=1"],
  ['\tplain', "'\tplain"],
  ['\rplain', "'\nplain"],
  ['\nplain', "'\nplain"],
  ['\r\nplain', "'\nplain"],
  ['\0=1', "'\u2400=1"],
  ['\0plain', "'\u2400plain"],
  ['\n \n=1', "'\n \n=1"],
  ['\v=1', "'\u240b=1"],
  ['\f=1', "'\u240c=1"],
  ['a,b', 'a,b'],
  ['a;b\tc', 'a;b\tc'],
  ['"', '"'],
  ['""quoted""', '""quoted""'],
  ['"=1', '"=1'],
  ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['a\u0007b\u001bc\u007fd', 'a\u2407b\u241bc\u2421d'],
  ['a\u0085b\u009fc', 'a\ufffdb\ufffdc'],
  ['a\uffffb\ufffec', 'a\ufffdb\ufffdc'],
  ['a\ud800b', 'a\ufffdb'],
  ['\udc00', '\ufffd'],
  ["'=1", "'=1"],
  ['0012', '0012'],
  ['1E5', '1E5'],
  ['2026-11-23T09:00:00.125Z', '2026-11-23T09:00:00.125Z'],
  ['Zo\u00eb \u{1f600}', 'Zo\u00eb \u{1f600}'],
  ['', ''],
];

describe('a csv file', () => {
  it.each(CELLS)('holds the cell %j as %j', (value, expected) => {
    expect(cellOf(value)).toBe(expected);
  });

  it('begins with a byte order mark, quotes every cell and ends rows by CRLF', () => {
    expect(
      csvFile([
        ['a', 'b"c'],
        ['', 'd'],
      ]),
    ).toBe('\ufeff"a","b""c"\r\n"","d"\r\n');
  });

  it('of no rows is the byte order mark', () => {
    expect(csvFile([])).toBe('\ufeff');
    expect(parseCsvFile('\ufeff')).toEqual([]);
  });

  it('never lets a cell out of its place or keep a formula', () => {
    const row = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const back = parseCsvFile(csvFile(rows));
        expect(back?.map(({ length }) => length)).toEqual(rows.map(({ length }) => length));
        for (const cell of back?.flat() ?? []) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
      }),
    );
  });

  it.each(['', 'a', '\ufeffa,b\r\n', '\ufeff"a"\n', '\ufeff"a"', '\ufeff"a",', '\ufeff"a""\r\n', '\ufeff"a"b"\r\n'])(
    'is not what %j is',
    (text) => {
      expect(parseCsvFile(text)).toBeNull();
    },
  );
});
