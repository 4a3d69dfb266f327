import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeBundle } from '../../../electron/audit/bundle.ts';
import { readBundle, UnreadableBundle, verifyBundle } from '../../../electron/audit/verify.ts';
import { makeBundle } from '../../factories/bundle.ts';
import { python, saved } from '../../factories/verifiers.ts';

describe('both readers refuse', () => {
  const file = Buffer.from('x');
  const zip = Buffer.from(writeBundle(makeBundle()));
  // No zip program writes such names, so they are put in afterwards, at the same length.
  const renamed = (made: Uint8Array, from: string, to: string): Buffer =>
    Buffer.from(Buffer.from(made).toString('latin1').replaceAll(from, to), 'latin1');
  const many = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`f${i}`, file]));
  it.each([
    ['garbage', Buffer.from('not a zip at all, nor anything like it')],
    ['nothing', Buffer.alloc(0)],
    ['half a zip', zip.subarray(0, zip.length >> 1)],
    ['a zip without its head', zip.subarray(zip.length >> 1)],
    ['a folder in the zip', zipSync({ folder: { file } })],
    ['a path that climbs', zipSync({ '../file': file })],
    ['a path of Windows', zipSync({ 'a\\b': file })],
    ['a hidden file', zipSync({ '.hidden': file })],
    ['a name that JavaScript knows', renamed(zipSync({ aaprotoaa: file }), 'aaprotoaa', '__proto__')],
    ['a file twice', renamed(zipSync({ aa: file, ab: file }), 'ab', 'aa')],
    ['more files than any bundle has', zipSync(many)],
  ])('%s', (_, bytes) => {
    expect(() => readBundle(bytes)).toThrow(UnreadableBundle);
    const { status, out, err } = python(saved(bytes));
    expect([status, err]).toEqual([1, '']);
    expect(out).toMatch(/^FAILED/m);
  });

  it('a file whose stated size is too large', () => {
    const huge = Buffer.from(zipSync({ file }));
    const directory = huge.indexOf('PK\x01\x02', 'latin1');
    huge.writeUInt32LE(2 ** 30 + 1, directory + 24);
    expect(() => readBundle(huge)).toThrow(/too large/);
    expect(python(saved(huge)).out).toMatch(/too large/);
  });

  it('a zip in which any single byte was changed', () => {
    for (let at = 0; at < zip.length; at += 997) {
      const damaged = Buffer.from(zip);
      damaged.writeUInt8((damaged[at] ?? 0) ^ 0xff, at);
      const holds = (): boolean => verifyBundle(readBundle(damaged)).ok;
      // A byte of the zip's own bookkeeping (a time, a checksum) may change without changing any file.
      try {
        if (holds()) expect(readBundle(damaged)).toEqual(readBundle(zip));
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableBundle);
      }
    }
  });

  it('a missing file', () => {
    const { status, out, err } = python('nowhere.zip');
    expect([status, err]).toEqual([1, '']);
    expect(out).toMatch(/FAILED/);
  });
});
