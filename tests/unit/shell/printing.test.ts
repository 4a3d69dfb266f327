import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { savePdf } from '../../../electron/printing.ts';

// Saving a print over a made-up `electron`: the dialog and the page are the operating system's edge here, files are real.

const outside = vi.hoisted(() => ({ filePath: '' }));

vi.mock('electron', () => ({
  dialog: { showSaveDialog: async () => ({ canceled: outside.filePath === '', filePath: outside.filePath }) },
}));

let folder: string;
let reported: unknown[];
let pages: number[];
let pdf: Buffer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-log-prints-'));
  reported = [];
  pages = [];
  pdf = Buffer.from('%PDF-1.7 somebody wrote this');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function save(filePath: string, print: () => Promise<Buffer> = async () => pdf) {
  outside.filePath = filePath;
  const webContents = { getOSProcessId: () => pages.shift() ?? 7, printToPDF: print };
  // `as`: the part of a window that printing uses.
  const window = { isDestroyed: () => false, webContents } as unknown as Electron.BrowserWindow;
  return savePdf(window, 'concern C-7F3K2Q 2026-11-23.pdf', (error) => reported.push(error));
}

it('writes the whole print, for nobody else, and leaves nothing beside it or in memory', async () => {
  const text = pdf.toString();
  expect(await save(join(folder, 'a.pdf'))).toBe('saved');
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe(text);
  expect(statSync(join(folder, 'a.pdf')).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['a.pdf']);
  expect(pdf.every((byte) => byte === 0)).toBe(true);
});

it('takes the place of an older one, and of what was cut off', async () => {
  writeFileSync(join(folder, 'a.pdf'), 'older', { mode: 0o644 });
  writeFileSync(join(folder, 'a.pdf.part'), 'half');
  const text = pdf.toString();
  expect(await save(join(folder, 'a.pdf'))).toBe('saved');
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe(text);
  expect(statSync(join(folder, 'a.pdf')).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

describe('what cannot be saved', () => {
  it('is said when no place was chosen', async () => {
    expect(await save('')).toBe('no-place-chosen');
  });

  it.each([
    ['no such folder', () => join(folder, 'none', 'a.pdf')],
    ['a folder in its place', () => (mkdirSync(join(folder, 'a.pdf')), join(folder, 'a.pdf'))],
    ['a name that is too long', () => join(folder, `${'a'.repeat(300)}.pdf`)],
    ['a file for a folder', () => (writeFileSync(join(folder, 'f'), ''), join(folder, 'f', 'a.pdf'))],
  ])('is said of %s, and nothing is left', async (_, place) => {
    const path = place();
    const before = readdirSync(folder);
    expect(await save(path)).toBe('not-writable');
    expect(readdirSync(folder)).toEqual(before);
    expect(pdf.every((byte) => byte === 0)).toBe(true);
    expect(reported).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('is said of a folder that may not be written', async () => {
    chmodSync(folder, 0o500);
    expect(await save(join(folder, 'a.pdf'))).toBe('not-writable');
    chmodSync(folder, 0o700);
  });

  it.each([
    ['ENOSPC', 'no-space'],
    ['EROFS', 'not-writable'],
  ])('is said of %s', async (code, outcome) => {
    const failing = () => Promise.reject(Object.assign(new Error('at the edge'), { code }));
    expect(await save(join(folder, 'a.pdf'), failing)).toBe(outcome);
    expect(reported).toEqual([]);
  });

  it('is a mistake of ours when the page cannot be printed, and leaves the older file', async () => {
    writeFileSync(join(folder, 'a.pdf'), 'older');
    const mistake = new Error('printing failed');
    expect(await save(join(folder, 'a.pdf'), () => Promise.reject(mistake))).toBe('failed');
    expect(reported).toEqual([mistake]);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('older');
  });

  it('is not the page of a log that was locked while the dialog stood there', async () => {
    pages = [7, 8];
    expect(await save(join(folder, 'a.pdf'))).toBe('failed');
    expect(readdirSync(folder)).toEqual([]);
  });
});
