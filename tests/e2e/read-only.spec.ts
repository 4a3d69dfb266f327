import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle } from '../../electron/audit/bundle.ts';
import { readOnlySentence } from '../../shared/contract/failures.ts';
import { expectAccessible } from './accessibility.ts';
import { author, subject, today } from './adding.ts';
import { type App, expect, test } from './app.ts';
import { askRaw } from './asking.ts';

// A log whose file somebody has put back to an older state, while this computer remembers a newer one.

const logFileIn = ({ userData }: App): string => {
  const [name = ''] = readdirSync(join(userData, 'log')).filter((one) => /^log\.\d+\.db$/.test(one));
  return join(userData, 'log', name);
};

/** An older copy of the log over the one that was just locked. */
async function rollBack(app: App): Promise<void> {
  const older = join(app.userData, 'older.db');
  cpSync(logFileIn(app), older);
  await app.unlock(author);
  await expect(today(app.page)).toBeVisible();
  await app.lock();
  cpSync(older, logFileIn(app));
}

/** After an unlock that leads to the page about it, and not to Today. */
const found = (app: App) =>
  app.page.getByRole('heading', { level: 1, name: 'This log does not agree with what was seen of it before' });

test('a log that was rolled back says so first, takes nothing more, and gives its evidence', async ({ app }) => {
  await rollBack(app);
  const before = readFileSync(logFileIn(app));
  const evidence = mkdtempSync(join(tmpdir(), 'practice-log-evidence-'));
  try {
    await app.unlock('J Sedley');
    const { page } = app;
    await expect(found(app)).toBeVisible();
    await expect(page.getByText(/^Entries are missing at its end: \w+ that this computer has seen/)).toBeVisible();
    await expectAccessible(page, 'read only');

    await test.step('the evidence in one click', async () => {
      app.host.os({ os: 'dialog', path: evidence });
      await page.getByRole('button', { name: 'Save the evidence' }).click();
      await expect(page.getByRole('alert')).toContainText('Evidence saved');
      const [name = ''] = readdirSync(evidence);
      expect(name).toMatch(/^evidence-[\w-]+-\d{8}\.zip$/);
      const page_ = JSON.parse(
        Buffer.from(readBundle(readFileSync(join(evidence, name))).get('found.json') ?? []).toString(),
      );
      expect(page_).toMatchObject({ format: 'evidence/1', found: { why: 'rolledBack' } });
    });

    await test.step('the audit log calls nothing intact', async () => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' }).click();
      await expect(page.getByRole('region', { name: 'State of the log' })).toContainText('does not agree');
      await expect(page.getByText('Log is intact')).toHaveCount(0);
    });
    await app.lock();
  } finally {
    rmSync(evidence, { recursive: true, force: true });
  }

  await test.step('a link worker reads, is told whom to ask, and meets no button that saves', async () => {
    await app.unlock(author);
    const { page } = app;
    await expect(found(app)).toBeVisible();
    await expect(page.getByText('Your role does not include saving the evidence.', { exact: false })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Raise a concern' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Go on and read' }).click();
    await page.getByRole('link', { name: subject }).first().click();
    await expect(page.getByRole('navigation', { name: 'Parts of this concern' })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'The log can only be read' })).toBeVisible();
    await page.keyboard.press('Control+Shift+S');
    await expect(page.getByText('Nothing can be saved: this log can only be read now.').last()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(0);
    expect(await askRaw(page, 'drafts.save', { kind: 'concern', form: { what: 'half' } })).toEqual({
      ok: false,
      failure: { kind: 'refused', sentence: readOnlySentence },
    });
    await app.lock();
  });

  expect(readFileSync(logFileIn(app)).equals(before), 'not one byte was written').toBe(true);
});
