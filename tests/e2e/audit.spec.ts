import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { AuditPages } from './pages/audit.ts';

const verifier = fileURLToPath(new URL('../../build/scripts/verify.ts', import.meta.url));

test('a manager checks the log, filters it and exports a file that anybody can check', async ({ app }) => {
  await app.unlock('J Sedley');
  const { page } = app;
  const pages = new AuditPages(page);
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('heading', { name: 'You cannot open supervision sessions' })).toBeVisible();
  await expectAccessible(page, 'supervision of a manager');

  await pages.open();
  await expect(pages.state).toContainText('Log is intact');
  await expect(pages.state).toContainText('Unlocking checked all');
  await expect(pages.rows).toHaveCount(25);
  await expectAccessible(page, 'audit log');
  await page.getByRole('button', { name: 'Check the whole log now' }).click();
  await expect(pages.state).toContainText('every line, every signature and all sealed content');
  await page.getByRole('link', { name: 'Older entries' }).click();
  await expect(pages.entries).toContainText('26 to 50 of');

  await page.getByLabel('Who', { exact: true }).selectOption('Dr M Fenwick-Oye');
  await page.getByLabel('What', { exact: true }).selectOption('Supervision session recorded');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(pages.chips.getByRole('button')).toHaveCount(2);
  await expect(pages.rows).toHaveCount(1);
  await expect(pages.rows).toContainText(/Dr M Fenwick-Oye.*S-/);
  await expectAccessible(page, 'audit log, filtered');
  await pages.chips.getByRole('button', { name: 'Dr M Fenwick-Oye' }).click();
  await expect(pages.rows).not.toHaveCount(1);
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue('');

  await page.getByRole('link', { name: 'Export entries' }).click();
  await page.getByRole('button', { name: 'Export entries' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter why the log is exported');
  await expect(page.getByRole('alert')).toContainText('Choose where to save the file');
  await expectAccessible(page, 'export, with errors');

  const why = 'CQC asked for the entries of this month';
  await page.getByLabel('Why do you export it?').fill(why);
  await page.getByRole('radio', { name: 'Last 30 days' }).check();
  await expect(page.getByText(/outside these dates/)).toBeVisible();
  app.host.os({ os: 'dialog', path: join(tmpdir(), 'no-such-folder') });
  await page.getByRole('button', { name: 'Choose where to save' }).click();
  await page.getByRole('button', { name: 'Export entries' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose a folder that exists');
  await expect(page.getByLabel('Why do you export it?')).toHaveValue(why);

  const folder = mkdtempSync(join(tmpdir(), 'practice-log-export-'));
  try {
    app.host.os({ os: 'dialog', path: folder });
    await page.getByRole('button', { name: 'Choose another folder' }).click();
    await expect(pages.export).toContainText(folder);
    await page.getByRole('button', { name: 'Export entries' }).click();
    await expect(page.getByRole('alert')).toContainText('exported');
    const [file = ''] = readdirSync(folder);
    await expect(page.getByRole('alert')).toContainText(file);
    await expect(page.getByRole('alert').locator('..')).toBeFocused();
    await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
    await expect(pages.export).toHaveCount(0);
    await expectAccessible(page, 'exported');
    const verified = spawnSync(process.execPath, [verifier, join(folder, file)], { encoding: 'utf8' });
    expect(verified.stdout).toContain('This export agrees with itself');
    expect(verified.status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await page.getByRole('link', { name: 'Audit log' }).first().click();
  await expect(pages.rows.filter({ hasText: 'Audit log exported' }).first()).toBeVisible();
});
