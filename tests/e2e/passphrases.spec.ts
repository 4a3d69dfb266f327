import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { AuditPages } from './pages/audit.ts';
import { agree, openWhoWorksHere, tryToUnlock, wordsOffered } from './pages/passphrases.ts';

const worker = 'Amina Q.';
const manager = 'J Sedley';
const lead = 'Dr M Fenwick-Oye';
const supervisor = 'Dr H Ashdown-Pike';

const passphraseOf = (app: App, who: string): string =>
  app.demonstration.find(({ name }) => name === who)?.passphrase ?? '';
const alert = (page: Page) => page.getByRole('alert');
const next = (page: Page) => page.getByLabel('New passphrase', { exact: true });
const again = (page: Page) => page.getByLabel('The same passphrase again');
const current = (page: Page) => page.getByLabel('The passphrase that you have now');
const unlocked = (page: Page) => page.getByRole('navigation', { name: 'Main' });

/** What the audit log says of these kinds, newest first: what, who and about whom. */
async function noted(app: App, words: readonly string[]): Promise<readonly string[]> {
  await app.unlock(manager);
  const pages = new AuditPages(app.page);
  await pages.open();
  const rows = await pages.rows.allInnerTexts();
  return rows.filter((row) => words.some((one) => row.includes(one)));
}

test('somebody changes their passphrase, and the old one opens nothing', async ({ app }) => {
  const { page } = app;
  const old = passphraseOf(app, worker);
  await app.unlock(worker);
  await openWhoWorksHere(page, worker);
  await page.getByRole('link', { name: 'Change my passphrase' }).click();
  const change = page.getByRole('button', { name: 'Change my passphrase' });

  await test.step('what is wrong is said while it is typed, and beside its box', async () => {
    await expect(next(page)).toBeVisible();
    await change.click();
    await expect(alert(page)).toContainText('Enter the passphrase that you have now');
    await expect(alert(page)).toContainText('Use at least 15 characters');
    await expectAccessible(page, 'change my passphrase, with errors');
    const note = page.locator('.passphrase-note');
    await next(page).fill('short');
    await expect(note).toHaveText(/Use at least 15 characters/);
    await next(page).fill('passwordpassword');
    await expect(note).toHaveText(/one of the passwords that are tried first/);
    await next(page).fill('harrowmere practice');
    await expect(note).toHaveText(/Names of people, of practices/);
    await next(page).fill('otter canyon mustard violín');
    await expect(note).toHaveText(/characters that not every keyboard can type/);
    await next(page).fill('a kettle sings before noon');
    await expect(note).toHaveText('This passphrase can be used.');
    await again(page).fill('a kettle sings before one');
    await change.click();
    await expect(alert(page)).toContainText('Enter the same passphrase again');
    await again(page).fill('a kettle sings before noon');
    await current(page).fill('not the one that she has');
    await change.click();
    await expect(alert(page)).toContainText('This is not your passphrase');
    await expect(current(page)).toHaveAccessibleDescription(/This is not your passphrase/);
    await current(page).fill(old);
    await next(page).fill(old);
    await again(page).fill(old);
    await change.click();
    await expect(alert(page)).toContainText('This is the passphrase that you have');
  });

  let words = '';
  await test.step('four words are offered first, and others', async () => {
    const first = await wordsOffered(page);
    await page.getByRole('button', { name: 'Four others' }).click();
    words = await wordsOffered(page);
    expect(words).not.toBe(first);
    await page.getByRole('button', { name: 'Use these words' }).click();
    await expect(next(page)).toHaveValue(words);
    await expect(again(page)).toBeFocused();
    await expect(again(page)).toHaveValue('');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(alert(page)).toContainText('Your passphrase is changed');
    await expect(page.getByText(/Backups and copies .+ still open with it/)).toBeVisible();
    await expectAccessible(page, 'passphrase changed');
  });

  await test.step('the old one is refused, the new one unlocks', async () => {
    await app.lock();
    await tryToUnlock(app.page, worker, old);
    await expect(alert(app.page)).toContainText('The passphrase is not correct');
    await tryToUnlock(app.page, worker, words);
    await unlocked(app.page).waitFor();
    await app.lock();
  });

  const rows = await noted(app, ['Passphrase changed', 'Wrong passphrase typed']);
  expect(rows.filter((row) => row.includes('Passphrase changed'))).toHaveLength(1);
  expect(rows.find((row) => row.includes('Passphrase changed'))).toContain(worker);
  expect(rows.some((row) => row.includes('Wrong passphrase typed'))).toBe(true);
});

test('two colleagues let somebody in again who forgot their passphrase', async ({ app }) => {
  // Five people unlock, and each screen is checked for accessibility.
  test.setTimeout(300_000);
  const old = passphraseOf(app, worker);
  const fresh = 'otter canyon mustard violin';
  const waits = `${worker} forgot their passphrase and typed a new one`;

  await test.step('the locked page says how', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'I cannot unlock the log' }).click();
    await expect(page.getByText('Two colleagues can let you in again')).toBeVisible();
    await expect(page.getByText('drafts that were not sent')).toBeVisible();
    await expectAccessible(page, 'I cannot unlock the log');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
  });

  await test.step('a manager signs in, and the worker types a new passphrase', async () => {
    const { page } = app;
    await app.unlock(manager);
    await openWhoWorksHere(page, manager);
    await page.getByRole('link', { name: 'Let somebody in again' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(alert(page)).toContainText('Select who forgot their passphrase');
    await expect(page.getByRole('radio', { name: manager })).toHaveCount(0);
    await expect(page.getByText('drafts that were not sent')).toBeVisible();
    await expectAccessible(page, 'let somebody in again');
    await page.getByRole('radio', { name: worker }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await next(page).fill('passwordpassword');
    await again(page).fill('passwordpassword');
    await page.getByRole('button', { name: `Let ${worker} in again` }).click();
    // Refused before anybody is asked for their own passphrase.
    await expect(alert(page)).toContainText('one of the passwords that are tried first');
    await next(page).fill(fresh);
    await again(page).fill(fresh);
    await expectAccessible(page, 'let somebody in again: the new passphrase');
    await page.getByRole('button', { name: `Let ${worker} in again` }).click();
    await agree(page, passphraseOf(app, manager));
    await expect(alert(page)).toContainText('opens nothing until a second colleague confirms it');
    await expect(alert(page)).toContainText(lead);
    expect(await page.title()).not.toContain(worker);
    await expectAccessible(page, 'let in again, waiting for a second');
    await page.getByRole('link', { name: 'Back to who works here' }).click();
    await expect(page.getByText(waits)).toBeVisible();
    await expect(page.getByRole('button', { name: `Confirm that ${worker} is let in again` })).toHaveCount(0);
    await app.lock();
  });

  await test.step('until a second one confirms it the new one opens nothing', async () => {
    await tryToUnlock(app.page, worker, fresh);
    await expect(app.page.getByRole('heading', { name: 'One more colleague confirms it' })).toBeVisible();
    await expectAccessible(app.page, 'waits for a second colleague');
    await app.page.getByRole('button', { name: 'Try again' }).click();
    await expect(app.page.getByRole('radio', { name: worker })).toBeChecked();
    await expect(app.page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  });

  await test.step('the lead sees it on Today and confirms it', async () => {
    const { page } = app;
    await app.unlock(lead);
    await expect(page.getByText(waits)).toBeVisible();
    await expectAccessible(page, 'Today with somebody to let in again');
    await page.getByRole('button', { name: `Confirm that ${worker} is let in again` }).click();
    await agree(page, passphraseOf(app, lead));
    await expect(page.getByText(`${worker} can unlock the log with the new passphrase now.`)).toBeVisible();
    await expect(page.getByText(waits)).toHaveCount(0);
    await app.lock();
  });

  await test.step('the new one unlocks, with what they read before; the old one never again', async () => {
    await tryToUnlock(app.page, worker, old);
    await expect(alert(app.page)).toContainText('The passphrase is not correct');
    await tryToUnlock(app.page, worker, fresh);
    await unlocked(app.page).waitFor();
    await expect(app.page.getByRole('link', { name: /George Abbotswell/ }).first()).toBeVisible();
    await app.lock();
  });

  const rows = await noted(app, ['Colleague let in again', 'Letting a colleague in again confirmed']);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(new RegExp(`${lead}.*confirmed by a second person.*${worker}`, 's'));
  expect(rows[1]).toMatch(new RegExp(`${manager}.*let in again, to be confirmed.*${worker}`, 's'));
});

test('who does not manage, supervise or lead lets nobody in', async ({ app }) => {
  await app.unlock(worker);
  await openWhoWorksHere(app.page, worker);
  await expect(app.page.getByRole('link', { name: 'Change my passphrase' })).toBeVisible();
  await expect(app.page.getByRole('link', { name: 'Let somebody in again' })).toHaveCount(0);
  await app.page.getByRole('link', { name: 'Recovery key' }).click();
  await expect(app.page.getByText('A practice manager, supervisor or safeguarding lead can do this')).toBeVisible();
  await expect(app.page.getByLabel('First half')).toHaveCount(0);
  await expectAccessible(app.page, 'recovery key of a link worker');
});

test('a supervisor alone lets nobody in: the log wants somebody else to confirm it', async ({ app }) => {
  const { page } = app;
  await app.unlock(supervisor);
  await openWhoWorksHere(page, supervisor);
  await page.getByRole('link', { name: 'Let somebody in again' }).click();
  await page.getByRole('radio', { name: worker }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Use these words' }).click();
  await again(page).fill(await next(page).inputValue());
  await page.getByRole('button', { name: `Let ${worker} in again` }).click();
  await test.step('and nothing happens when the passphrase is not typed again', async () => {
    const dialog = page.getByRole('dialog', { name: 'Type your passphrase again' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(alert(page)).toContainText('Enter your passphrase again to do this. Nothing has been changed yet');
    await expect(next(page)).not.toHaveValue('');
  });
  await page.getByRole('button', { name: `Let ${worker} in again` }).click();
  await agree(page, passphraseOf(app, supervisor));
  // A supervisor's role is confirmed by two, so that a manager may be the second.
  await expect(alert(page)).toContainText(manager);
  await page.getByRole('link', { name: 'Back to who works here' }).click();
  await expect(page.getByRole('button', { name: /^Confirm that/ })).toHaveCount(0);
});
