import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { author, recorded, subject, today } from './adding.ts';
import { expect, test } from './app.ts';
import { printForThePractice } from './pages/printing.ts';

// The window around the screens: its menu, its dialogs, its files.

test('the menu leads to what it says', async ({ app }) => {
  const { host, page } = app;
  await app.unlock(author);
  const menu = (label: string): void => host.os({ os: 'menu', label });
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  menu('Raise a concern');
  await expect(title('Raise a concern')).toBeVisible();
  menu('Today');
  await expect(today(page)).toBeVisible();
  for (const [label, dialog] of [
    ['Find', /Find/],
    ['Keyboard shortcuts', /Keyboard shortcuts/],
  ] as const) {
    menu(label);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  menu('Hide screen');
  await expect(page.getByRole('button', { name: 'Show the screen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(today(page)).toBeVisible();
  await app.lock();
});

test('a print goes where the person says and nowhere else, under a name that names nobody', async ({ app }) => {
  const { host, page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'practice-log-prints-'));
  try {
    await app.unlock(author);
    await page.getByRole('link', { name: subject }).first().click();
    await expect(page.getByText(recorded).first()).toBeVisible();
    const before = readdirSync(app.userData, { recursive: true });

    await test.step('no place chosen', async () => {
      host.os({ os: 'dialog', path: null });
      await page.getByRole('button', { name: 'Print or save PDF' }).click();
      await printForThePractice(page);
      await expect(page.getByText(/^Not saved\./)).toBeVisible();
      expect(readdirSync(folder)).toEqual([]);
    });

    await test.step('a place that was chosen', async () => {
      const file = join(folder, 'chosen.pdf');
      host.os({ os: 'dialog', path: file });
      host.os({ os: 'menu', label: 'Print or save PDF' });
      await printForThePractice(page);
      await expect(page.getByText(/^Saved as PDF\./)).toBeVisible();
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
      expect(statSync(file).mode & 0o077, 'for nobody else on this computer').toBe(0);
      expect(readdirSync(app.userData, { recursive: true })).toEqual(before);
    });

    const proposed = host.platform.notices.flatMap((notice) => (notice.now === 'save-dialog' ? [notice.proposed] : []));
    if (host.platform.kind === 'stand-in') expect(proposed).toHaveLength(2);
    for (const name of proposed) expect(name).toMatch(/^concern C-\w{6} \d{4}-\d{2}-\d{2}\.pdf$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
