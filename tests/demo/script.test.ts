import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../factories/verifiers.ts';

const script = fileURLToPath(new URL('../../build/scripts/demo.ts', import.meta.url));
const demo = (...args: readonly string[]) => run(process.execPath, [script, ...args]);
const root = temporaryFolder();

describe('npm run demo', () => {
  it('leaves a folder alone that it did not make, and says so', () => {
    const folder = join(root, 'mine');
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'Dear all');
    const { status, out, err } = demo(folder);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('was not made by this demo, so it is left as it is.');
    expect(readdirSync(folder)).toEqual(['letter.txt']);
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('Dear all');
  });

  it('leaves a folder alone whose mark is not its own', () => {
    const folder = join(root, 'marked');
    mkdirSync(folder);
    writeFileSync(join(folder, '.made-by-demo'), 'by somebody else');
    expect(demo(folder).status).toBe(1);
    expect(readdirSync(folder)).toEqual(['.made-by-demo']);
  });

  it('leaves a file of that name alone', () => {
    const file = join(root, 'file');
    writeFileSync(file, 'Dear all');
    expect(demo(file).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('Dear all');
  });

  it('says how to call it when it is called wrongly', () => {
    const { status, err } = demo('--help');
    expect(status).toBe(2);
    expect(err).toContain('npm run demo -- FOLDER');
  });
});
