import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { AuditPages } from './pages/audit.ts';
import { fillSetUp, founder, halfShown, keepRecoveryKey } from './pages/new-practice.ts';
import { agree, openWhoWorksHere, tryToUnlock } from './pages/passphrases.ts';

type Halves = readonly [string, string];

/** As it was printed for another log. */
const halfOfAnother = 'C603-FHHM-CQDG-QK60-ZF93-4026-78S2-B5C0-6BMF';
const fresh = 'otter canyon mustard violin';

const alert = (page: Page) => page.getByRole('alert');
const second = (page: Page) => page.getByLabel('Second half', { exact: true });
const unlocked = (page: Page) => page.getByRole('navigation', { name: 'Main' });

/** One character in the third group is another. */
const mistyped = (half: string): string => `${half.slice(0, 10)}${half[10] === '7' ? '8' : '7'}${half.slice(11)}`;

async function typeHalves(page: Page, [one, other]: Halves): Promise<void> {
  await page.getByLabel('First half', { exact: true }).fill(one);
  await second(page).fill(other);
}

/** From an empty computer to "Who works here", with a manager and both halves of the key. */
async function setUp({ page }: App): Promise<Halves> {
  await fillSetUp(page);
  await page.getByLabel(/^Primary care network/).fill('');
  await page.getByRole('button', { name: 'Set up the log' }).click();
  const halves = await keepRecoveryKey(page);
  await page.getByRole('heading', { level: 1, name: 'Who works here' }).waitFor();
  return halves;
}

async function toRecoveryPage(page: Page): Promise<void> {
  await openWhoWorksHere(page, founder.name);
  await page.getByRole('link', { name: 'Recovery key' }).click();
  await page.getByRole('heading', { level: 1, name: 'Recovery key' }).waitFor();
}

async function tryBoth(page: Page, halves: Halves, passphrase: string): Promise<void> {
  await typeHalves(page, halves);
  await page.getByRole('button', { name: 'Try both halves' }).click();
  await agree(page, passphrase);
}

test('a recovery key is written down, printed and typed back, or left for later', async ({ newApp: app }) => {
  const { page, host } = app;
  const folder = mkdtempSync(join(tmpdir(), 'practice-log-half-'));
  try {
    await fillSetUp(page);
    await page.getByRole('button', { name: 'Set up the log' }).click();
    await page.getByRole('heading', { name: 'Write down the first half' }).waitFor();
    const first = await halfShown(page);
    await expectAccessible(page, 'the first half');

    await test.step('each half has its sheet', async () => {
      const file = join(folder, 'sheet.pdf');
      host.os({ os: 'dialog', path: null });
      await page.getByRole('button', { name: 'Print or save PDF' }).click();
      await expect(page.getByText('Not saved.', { exact: true })).toBeVisible();
      host.os({ os: 'dialog', path: file });
      await page.getByRole('button', { name: 'Print or save PDF' }).click();
      await expect(page.getByText(/^Saved as PDF\. Print it, then delete the file/)).toBeVisible();
      expect(existsSync(file)).toBe(true);
      const proposed = host.platform.notices.flatMap((notice) =>
        notice.now === 'save-dialog' ? [notice.proposed] : [],
      );
      for (const name of proposed) expect(name).toMatch(/^first half of a recovery key \d{4}-\d{2}-\d{2}\.pdf$/);
    });

    await test.step('what is typed back wrongly is said, with the group', async () => {
      await page.getByRole('button', { name: 'I have it on paper' }).click();
      await expect(page.getByRole('heading', { name: 'Type the first half from your paper' })).toBeFocused();
      expect(await page.content()).not.toContain(first.slice(0, 4));
      const check = page.getByRole('button', { name: 'Check this half' });
      await check.click();
      await expect(alert(page)).toContainText('Type this half from your paper');
      await page.getByLabel('The first half', { exact: true }).fill(first.slice(2));
      await check.click();
      await expect(alert(page)).toContainText('You typed 34');
      await page.getByLabel('The first half', { exact: true }).fill(mistyped(first));
      await check.click();
      await expect(alert(page)).toContainText('Group 3 is not as it was shown');
      await expectAccessible(page, 'the first half, mistyped');
      await page.getByRole('button', { name: 'Show it again' }).click();
      expect(await halfShown(page)).toBe(first);
    });

    await test.step('later is later: the log says that nobody has typed both', async () => {
      await page.getByRole('button', { name: 'I have it on paper' }).click();
      await page.getByRole('button', { name: 'Later', exact: true }).click();
      await page.getByRole('heading', { name: 'Write down the second half' }).waitFor();
      const other = await halfShown(page);
      expect(other).not.toBe(first);
      await page.getByRole('button', { name: 'I have it on paper' }).click();
      await page.getByLabel('The second half', { exact: true }).fill(other);
      await page.getByRole('button', { name: 'Check this half' }).click();
      await page.getByRole('heading', { level: 1, name: 'Who works here' }).waitFor();
      await expect(page.getByText('Nobody has typed both halves yet')).toBeVisible();
      await page.getByRole('link', { name: 'Recovery key' }).click();
      await expect(page.getByText(/^Never: nobody knows yet/)).toBeVisible();
      await expectAccessible(page, 'a recovery key that nobody has tried');
      await tryBoth(page, [other, first], founder.passphrase);
      await expect(alert(page)).toContainText('Both halves work. The recovery key was not used up');
      await expect(page.getByText(/^Never: nobody knows yet/)).toHaveCount(0);
      await expect(page.getByLabel('First half', { exact: true })).toHaveValue('');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('both halves let somebody in when nobody else can, and then end', async ({ newApp: app }) => {
  // Each wrong try and each unlock derives a key, with an accessibility check beside it.
  test.setTimeout(300_000);
  const old = await setUp(app);
  let now: Halves = ['', ''];

  await test.step('typed back at set-up, they count as tried, and can be tried again', async () => {
    const { page } = app;
    await expect(page.getByText(/^Both halves work: tried/)).toBeVisible();
    // Without a network the log is called after its practice.
    await expect(page.getByRole('banner')).toContainText('Alderfield');
    await toRecoveryPage(page);
    await page.getByRole('button', { name: 'Try both halves' }).click();
    await expect(alert(page)).toContainText('Type the first half');
    await expect(alert(page)).toContainText('Type the second half');
    await expectAccessible(page, 'recovery key, with errors');
    await tryBoth(page, [old[0], mistyped(old[1])], founder.passphrase);
    await expect(second(page)).toHaveAccessibleDescription(/mistyped/);
    await tryBoth(page, [old[0], old[0]], founder.passphrase);
    await expect(second(page)).toHaveAccessibleDescription(/This is the first half once more/);
    await tryBoth(page, [old[0], halfOfAnother], founder.passphrase);
    await expect(page.getByRole('heading', { name: 'These two halves do not open this log' })).toBeVisible();
    await expectAccessible(page, 'recovery key, halves of another log');
    await tryBoth(page, old, founder.passphrase);
    await expect(alert(page)).toContainText('Both halves work');
    await app.lock();
  });

  const use = () => app.page.getByRole('button', { name: 'Use the recovery key', exact: true });
  await test.step('what is wrong with them is said, and nothing changes', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'I cannot unlock the log' }).click();
    await use().click();
    await expect(page.getByText('drafts that were not sent')).toBeVisible();
    await expectAccessible(page, 'use the recovery key');
    await use().click();
    for (const missing of ['Type the first half', 'Type the second half', 'Use at least 15 characters'])
      await expect(alert(page)).toContainText(missing);
    await expectAccessible(page, 'use the recovery key, with errors');
    await typeHalves(page, old);
    app.host.os({ os: 'power', event: 'lock-screen' });
    await expect(second(page)).toHaveValue('');
    await expect(page.getByLabel('First half', { exact: true })).toHaveValue('');
    await page.getByRole('radio', { name: founder.initials }).check();
    await page.getByLabel('New passphrase', { exact: true }).fill(fresh);
    await page.getByLabel('The same passphrase again').fill(fresh);
    for (const [halves, said] of [
      [[mistyped(old[0]), old[1]], 'a character is mistyped'],
      [[old[0].slice(1), old[1]], 'this one has 35'],
      [[old[0], `${old[1].slice(0, -1)}U`], 'Group 9 has a character'],
      [[old[0], old[0].toLowerCase()], 'This is the first half once more'],
      [[old[0], halfOfAnother], 'These two halves do not open this log'],
    ] as const) {
      await typeHalves(page, halves);
      await use().click();
      await expect(page.getByRole('main')).toContainText(said);
      await expect(use()).toBeVisible();
    }
    await expectAccessible(page, 'use the recovery key, halves of another log');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Unlock the log' }).waitFor();
  });

  await test.step('both give a new passphrase and a new key', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'I cannot unlock the log' }).click();
    await use().click();
    await typeHalves(page, old);
    await page.getByRole('radio', { name: founder.initials }).check();
    await page.getByLabel('New passphrase', { exact: true }).fill(fresh);
    await page.getByLabel('The same passphrase again').fill(fresh);
    await use().click();
    await page.getByRole('heading', { name: 'Write down the first half' }).waitFor();
    app.host.os({ os: 'close-window' });
    const question = page.getByRole('dialog', { name: 'The recovery key is not written down yet' });
    await question.getByRole('button', { name: 'Go back' }).last().click();
    now = await keepRecoveryKey(page);
    expect(now).not.toContain(old[0]);
    await expect(page.getByText('Unlock with the new passphrase')).toBeVisible();
    await expect(page.getByRole('radio', { name: founder.initials })).toBeChecked();
  });

  await test.step('the old passphrase is refused, the new one unlocks', async () => {
    await tryToUnlock(app.page, founder.initials, founder.passphrase);
    await expect(alert(app.page)).toContainText('The passphrase is not correct');
    await tryToUnlock(app.page, founder.initials, fresh);
    await unlocked(app.page).waitFor();
  });

  await test.step('the page says when it was used, and the old halves open nothing', async () => {
    const { page } = app;
    await toRecoveryPage(page);
    await expect(page.getByText(new RegExp(`to let ${founder.name} in. A new key was made then`))).toBeVisible();
    await expect(page.getByText(/^Never: nobody knows yet/)).toHaveCount(0);
    await tryBoth(page, old, fresh);
    await expect(page.getByRole('heading', { name: 'These two halves do not open this log' })).toBeVisible();
    await tryBoth(page, now, fresh);
    await expect(alert(page)).toContainText('Both halves work');
  });

  await test.step('the audit log says all of it in words', async () => {
    const pages = new AuditPages(app.page);
    await pages.open();
    const rows = await pages.rows.allInnerTexts();
    const used = rows.filter((row) => row.includes('Recovery key used'));
    expect(used).toHaveLength(1);
    expect(used[0]).toMatch(new RegExp(`Recovery key\\s+Recovery key used.*${founder.name}`, 's'));
    // At set-up, twice on its page, and the new one as it was typed back.
    expect(rows.filter((row) => row.includes('Recovery key checked, without using it'))).toHaveLength(4);
  });

  await test.step('nor do they on the locked page', async () => {
    await app.lock();
    const { page } = app;
    await page.getByRole('button', { name: 'I cannot unlock the log' }).click();
    await use().click();
    await typeHalves(page, old);
    await page.getByRole('radio', { name: founder.initials }).check();
    await page.getByLabel('New passphrase', { exact: true }).fill('canyon otter violin mustard');
    await page.getByLabel('The same passphrase again').fill('canyon otter violin mustard');
    await use().click();
    await expect(page.getByRole('heading', { name: 'These two halves do not open this log' })).toBeVisible();
  });
});
