import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { author, noteBox, openAdding, whereIs } from './adding.ts';
import { App, demoFolder, expect, test } from './app.ts';

// A disk that is full, and one that cannot be written: on a small file system of its own, where one can be mounted.

const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'pipe' });

/** Puts a copy of the demonstration on a file system of its own. Undefined where this computer lets us mount none. */
function mounted(folder: string): string | undefined {
  mkdirSync(folder);
  try {
    mount('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : 'unknown';
  }
  cpSync(join(demoFolder, 'demonstration'), folder, { recursive: true });
  return undefined;
}

/** Fills the disk to the last byte. */
function fill(ballast: string): void {
  for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full for pieces of this size.
    }
  }
}

test('a disk that is full or read-only is said so, the form keeps every word, and saving works again', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'practice-log-disk-'));
  const log = join(userData, 'log');
  const reason = mounted(log);
  test.skip(reason !== undefined, `SKIPPED: no file system can be mounted here (${reason})`);
  try {
    cpSync(join(demoFolder, 'demonstration-profile'), join(userData, 'log-profile'), { recursive: true });
    const app = await App.open(userData);
    await using _host = app.host;
    await app.unlock(author);
    const { page } = app;
    const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
    const ballast = join(log, 'ballast');
    const full =
      'The disk is full. What was saved before is safe; this was not saved. Free some space, then save again.';
    const readOnly = 'The folder of the log cannot be written. What was saved before is safe; this was not saved.';
    // A page of the file that is not full yet would take a short entry without asking the disk for more.
    const words = `On a full disk. ${'Long enough to need another page. '.repeat(500)}`;

    await test.step(full, async () => {
      await openAdding(app);
      fill(ballast);
      await noteBox(page).fill(words);
      await save();
      await expect(page.getByRole('main')).toContainText(full);
      await expect(noteBox(page)).toHaveValue(words);
      await expect(page.getByText('Your draft could not be saved. Keep this page open.')).toBeVisible();
      expect(await whereIs(page, 'On a full disk.')).toEqual({ saved: 0, drafts: 0 });
    });

    await test.step('it saves again when there is space', async () => {
      rmSync(ballast);
      await save();
      await expect(noteBox(page)).toHaveCount(0);
      expect(await whereIs(page, 'On a full disk.')).toEqual({ saved: 1, drafts: 0 });
    });

    // A file system with an open log on it cannot be made read-only from outside, so this is tried at an unlock.
    await test.step(readOnly, async () => {
      await app.lock();
      mount('-o', 'remount,ro', log);
      await app.page.getByRole('radio', { name: author }).check();
      const { passphrase = '' } = app.demonstration.find(({ name }) => name === author) ?? {};
      await app.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await app.page.getByRole('button', { name: 'Unlock', exact: true }).click();
      await expect(app.page.getByRole('main')).toContainText(readOnly);
      mount('-o', 'remount,rw', log);
      await app.unlock(author);
      expect(await whereIs(app.page, 'On a full disk.')).toEqual({ saved: 1, drafts: 0 });
    });
  } finally {
    execFileSync('umount', ['--lazy', log]);
    rmSync(userData, { recursive: true, force: true });
  }
});
