import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBundle } from '../../../electron/audit/bundle.ts';
import { readBundle, verifyBundle } from '../../../electron/audit/verify.ts';
import { verifierKey } from '../../../electron/store/log/note.ts';
import { makeBundle, relist, rewrite, stranger, vkey } from '../../factories/bundle.ts';
import { byPython, python, run, saved, script, temporaryFolder } from '../../factories/verifiers.ts';

const folder = temporaryFolder();

describe('a good bundle', () => {
  const good = makeBundle();

  it('holds for both verifiers', () => {
    expect(verifyBundle(readBundle(writeBundle(good)))).toMatchObject({ fails: [], ok: true });
    const { status, out, err } = byPython(good);
    expect([status, err]).toEqual([0, '']);
    expect(out).not.toMatch(/FAILED/);
    expect(out).toMatch(/This export holds\.\n$/);
  });

  it('makes both verifiers say the same', () => {
    const said = (text: string): string[] => text.split('\n').flatMap((row) => /^ok\s+(.*)$/.exec(row)?.[1] ?? []);
    const own = new Set(['The bundle can be read.', 'The openssl command checks Ed25519 signatures.']);
    const theirs = said(byPython(good).out).filter((sentence) => !own.has(sentence));
    expect(theirs).toEqual(verifyBundle(good).holds);
  });

  it('asks to compare the key unless one was given', () => {
    expect(verifyBundle(good).holds.join()).toMatch(/obtained another way/);
    expect(verifyBundle(good, { key: vkey }).holds.join()).toMatch(/key that was given/);
    expect(byPython(good).out).toMatch(/obtained another way/);
    expect(byPython(good, '--key', vkey).out).toMatch(/key that was given/);
  });

  it('fails for both verifiers when another key was given', () => {
    const other = verifierKey(vkey.split('+')[0] ?? '', stranger.publicKey);
    expect(verifyBundle(good, { key: other }).fails.join()).toMatch(/not the key that was given/);
    expect(byPython(good, '--key', other)).toMatchObject({ status: 1 });
  });

  it('holds with every entry shown, and with every entry withheld', () => {
    for (const withheld of [[], [...Array(12).keys()]]) {
      const files = makeBundle({ withheld });
      expect(verifyBundle(files).fails).toEqual([]);
      expect(byPython(files).status).toBe(0);
    }
  });

  it('holds with a further signature by a key that nobody asked for', () => {
    const files = relist(rewrite(good, 'checkpoint', (text) => `${text}\u2014 witness AAAAAAAA\n`));
    expect(verifyBundle(files).fails).toEqual([]);
    expect(byPython(files).status).toBe(0);
  });

  it('can be checked by its own copy of the checker in the folder where it was unpacked', () => {
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    for (const [name, bytes] of good) writeFileSync(join(unpacked, name), bytes);
    expect(run('python3', [join(unpacked, 'verify.py')]).status).toBe(0);
    writeFileSync(join(unpacked, 'extra.txt'), 'x');
    expect(python(unpacked).status).toBe(1);
  });

  it('has the same bytes each time', () => {
    expect(Buffer.from(writeBundle(makeBundle()))).toEqual(Buffer.from(writeBundle(good)));
  });
});

describe('the verify script', () => {
  it('says what holds', () => {
    const { status, out } = script(saved(writeBundle(makeBundle())), '--key', vkey);
    expect(status).toBe(0);
    expect(out).toMatch(/This export holds, and was signed with the key that you gave\.\n$/);
  });

  it('says what to compare when no key was given', () => {
    const { status, out } = script(saved(writeBundle(makeBundle())));
    expect(status).toBe(0);
    expect(out).toContain('No key was given');
    expect(out.trimEnd().endsWith(vkey)).toBe(true);
  });

  it('says what does not hold', () => {
    const files = makeBundle();
    files.delete('audit.csv');
    const { status, out } = script(saved(writeBundle(files)));
    expect(status).toBe(1);
    expect(out).toMatch(/FAILED {2}audit\.csv is missing\./);
  });

  it('says so when the file cannot be read or is no bundle', () => {
    expect(script(join(folder, 'nowhere.zip'))).toMatchObject({ status: 1, err: '' });
    expect(script(saved(Buffer.from('garbage')))).toMatchObject({ status: 1, err: '' });
  });

  it('says how to use it', () => {
    expect(script()).toMatchObject({ status: 2, out: '' });
    expect(script('a', 'b')).toMatchObject({ status: 2 });
    expect(script('--what')).toMatchObject({ status: 2 });
  });
});
