/** Runs the two verifiers, and the commands that people use, on bundles. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { writeBundle } from '../../electron/audit/bundle.ts';
import { readBundle, verifyBundle } from '../../electron/audit/verify.ts';
import type { Files } from './bundle.ts';

const PYTHON = fileURLToPath(new URL('../../electron/audit/verify.py', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../../build/scripts/verify.ts', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder for the test file that asks, removed when it has run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

// Kept with the templates, which the run removes: test files share this module.
const folder = mkdtempSync(join(process.env['TEST_TEMPLATES'] ?? tmpdir(), 'bundle-'));

export function run(command: string, args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

/** The path of a file with these bytes; the next call overwrites it. */
export function saved(bytes: Uint8Array): string {
  const path = join(folder, 'bundle.zip');
  writeFileSync(path, bytes);
  return path;
}

export const python = (...args: readonly string[]): Outcome => run('python3', [PYTHON, ...args]);

export const script = (...args: readonly string[]): Outcome => run(process.execPath, [SCRIPT, ...args]);

/** verify.py on the zip of these files. */
export const byPython = (files: Files, ...args: readonly string[]): Outcome =>
  python(saved(writeBundle(files)), ...args);

/** Both verifiers refuse the bundle, and say so with the same sentence. */
export function expectRefused(files: Files, sentence: RegExp): void {
  const report = verifyBundle(readBundle(writeBundle(files)));
  expect(report.ok).toBe(false);
  expect(report.fails.join('\n')).toMatch(sentence);
  const { status, out, err } = byPython(files);
  expect([status, err]).toEqual([1, '']);
  expect(out).toMatch(sentence);
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/^This export does not hold\. Not so: ./);
}
