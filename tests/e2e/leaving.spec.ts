import type { Page } from '@playwright/test';
import type { Bridge } from '../../shared/contract/window.ts';
import { author, noteBox, openAdding, today, whereIs } from './adding.ts';
import { App, expect, test } from './app.ts';
import { ask } from './asking.ts';
import type { Host } from './host.ts';
import { fillSetUp, founder, halfShown, keepRecoveryKey } from './pages/new-practice.ts';
import { RaisePage } from './pages/raise.ts';
import { lives } from './processes.ts';
import { raiseUntold } from './untold.ts';

// The window closes, the computer sleeps or goes down, a process ends: at the wrong moment.

const halvesShown = (page: Page) => page.getByRole('heading', { name: 'Write down the first half' });

async function toRecoveryKey(page: Page): Promise<void> {
  await fillSetUp(page);
  await page.getByRole('button', { name: 'Set up the log' }).click();
  await halvesShown(page).waitFor();
}

test('a recovery key is neither closed away unasked nor left on the screen', async ({ newApp: app }) => {
  const { host, page } = app;
  await toRecoveryKey(page);
  const half = await halfShown(page);
  expect(half).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
  const question = page.getByRole('dialog', { name: 'The recovery key is not written down yet' });

  for (const os of ['close-window', 'quit'] as const) {
    await test.step(os, async () => {
      host.os({ os });
      await expect(question).toBeVisible();
      await question.getByRole('button', { name: 'Go back' }).last().click();
      await expect(question).toHaveCount(0);
      expect(await halfShown(page)).toBe(half);
    });
  }

  for (const away of [{ os: 'idle', seconds: 301 } as const, { os: 'power', event: 'suspend' } as const]) {
    await test.step(`covered when nobody is there: ${away.os}`, async () => {
      host.os(away);
      await page.getByRole('heading', { name: 'The recovery key is covered' }).waitFor();
      expect(await page.innerText('body')).not.toContain(half.slice(0, 4));
      await page.getByLabel('Your new passphrase').fill('something else altogether');
      await page.getByRole('button', { name: 'Show the recovery key again' }).click();
      await expect(page.getByRole('alert')).toContainText('not the passphrase that you have just chosen');
      await page.getByLabel('Your new passphrase').fill(founder.passphrase);
      await page.getByRole('button', { name: 'Show the recovery key again' }).click();
      await halvesShown(page).waitFor();
      expect(await halfShown(page)).toBe(half);
    });
  }

  await test.step('when the log stops they stay, and it is said how to go on', async () => {
    process.kill((await host.platform.holders()).store, 'SIGKILL');
    await expect(page.getByRole('alert')).toContainText('The log stopped by itself.');
    expect(await halfShown(page)).toBe(half);
    const next = host.nextPage();
    await keepRecoveryKey(page).catch(() => {});
    app.page = await next;
    await app.page.getByLabel('Passphrase', { exact: true }).fill(founder.passphrase);
    await app.page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(app.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });
});

test('a recovery key can be left behind by whoever says so', async ({ newApp: app }) => {
  await toRecoveryKey(app.page);
  app.host.os({ os: 'close-window' });
  await app.page.getByRole('button', { name: 'Close without the recovery key' }).click();
  expect(await app.host.gone).toBe(0);
});

test('half a passphrase does not wait for whoever comes next', async ({ app }) => {
  const field = app.page.getByLabel('Passphrase', { exact: true });
  await field.fill('half a passphr');
  app.host.os({ os: 'power', event: 'lock-screen' });
  await expect(field).toHaveValue('');
});

test('a computer that sleeps while somebody unlocks is locked when they have', async ({ app }) => {
  const { page, host } = app;
  const person = app.demonstration.find(({ name }) => name === author);
  await page.getByRole('radio', { name: author }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill(person?.passphrase ?? '');
  const next = host.nextPage();
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  // Deriving the key takes most of a second.
  await page.getByRole('button', { name: 'Unlocking' }).waitFor();
  host.os({ os: 'power', event: 'suspend' });
  app.page = await next;
  await expect(app.page.getByText(/^Locked at .+ because this computer went to sleep\.$/)).toBeVisible();
  await app.unlock(author);
  await expect(today(app.page)).toBeVisible();
});

test('hours away before an unlock do not lock it again at once', async ({ app }) => {
  const person = app.demonstration.find(({ name }) => name === author);
  const passphrase = app.page.getByLabel('Passphrase', { exact: true });
  await passphrase.fill('half of');
  // Main hears of the typing before of the hours away.
  await app.page.waitForTimeout(1_500);
  app.host.os({ os: 'idle', seconds: 40_000 });
  await expect(passphrase).toHaveValue('');
  // As speech and screen readers do it: the system's idle time goes on.
  await app.page.getByRole('radio', { name: author }).evaluate((radio: HTMLElement) => radio.click());
  // What was on its way before anybody was there may still clear what is filled first.
  await expect(async () => {
    await passphrase.fill(person?.passphrase ?? '');
    await app.page.waitForTimeout(1_500);
    await expect(passphrase).toHaveValue(person?.passphrase ?? '', { timeout: 100 });
  }).toPass();
  await app.page.getByRole('button', { name: 'Unlock', exact: true }).evaluate((button: HTMLElement) => button.click());
  await app.page.getByRole('navigation', { name: 'Main' }).waitFor();
  app.host.os({ os: 'idle', seconds: 40_100 });
  await app.page.waitForTimeout(2_500);
  await expect(app.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('closing the window asks about a concern that nobody was told of, as a lock does', async ({ app }) => {
  const { host, page } = app;
  await app.unlock(author);
  await raiseUntold(page);
  const question = page.getByRole('dialog', { name: 'Nobody has been told yet' });
  for (const os of ['close-window', 'quit'] as const) {
    host.os({ os });
    await expect(question).toBeVisible();
    await question.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(question).toHaveCount(0);
  }
  host.os({ os: 'close-window' });
  await question.getByRole('button', { name: 'Close anyway' }).click();
  expect(await host.gone).toBe(0);
});

/** Starts the app again on the same log, and looks for words. */
async function foundAgain(app: App, words: string): Promise<void> {
  const again = await App.open(app.userData);
  await using _closed = again.host;
  await again.unlock(author);
  expect(await whereIs(again.page, words)).toEqual({ saved: 0, drafts: 1 });
}

const heldUp = (host: Host) => host.platform.notices.some((notice) => notice.now === 'held-up' && notice.held);

for (const how of [{ os: 'power', event: 'shutdown' }, { os: 'session-ends' }] as const) {
  test(`a computer that goes down waits for what is half written, and for no answer: ${how.os}`, async ({ app }) => {
    const { host, page } = app;
    const words = `Written as the computer went down: ${how.os}.`;
    await app.unlock(author);
    await raiseUntold(page);
    await openAdding(app);
    await noteBox(page).fill(words);
    const { store } = await host.platform.holders();
    host.os(how);
    expect(await host.gone).toBe(0);
    if (host.platform.kind === 'stand-in') expect(heldUp(host)).toBe(true);
    expect(lives(store)).toBe(false);
    await foundAgain(app, words);
  });
}

test('a store process that ends on the locked page is started again when asked', async ({ app }) => {
  const { store } = await app.host.platform.holders();
  process.kill(store, 'SIGKILL');
  await expect(app.page.getByRole('alert')).toContainText('The log stopped by itself. What was saved before is safe.');
  await expect(app.page.getByText('Call 999 first')).toBeVisible();
  const next = app.host.nextPage();
  await app.page
    .getByRole('button', { name: 'Try again' })
    .click()
    .catch(() => {});
  app.page = await next;
  await app.unlock(author);
  await expect(today(app.page)).toBeVisible();
});

test('a page that clings is killed at a lock, and leaves no process', async ({ app }) => {
  await app.unlock(author);
  const held = await app.host.platform.holders();
  app.host.os({ os: 'page-clings' });
  await app.lock();
  expect([held.page, held.store].filter(lives)).toEqual([]);
  await app.unlock(author);
  await expect(today(app.page)).toBeVisible();
});

test('a lock in the middle of a check of the whole log keeps what is half written', async ({ app }) => {
  const lead = 'Dr M Fenwick-Oye';
  const words = 'Written while the log was being checked.';
  await app.unlock(lead);
  const raise = new RaisePage(app.page);
  await raise.open();
  await raise.danger('No');
  await raise.happened(words);
  // As long as in a log ten times the size: each reads all of it.
  await app.page.evaluate(() => {
    const { practiceLog } = globalThis as unknown as { practiceLog: Bridge };
    for (let times = 1; times <= 10; times += 1) void practiceLog.ask('audit.check', {});
  });
  await app.afterLock(() => app.host.os({ os: 'power', event: 'lock-screen' }));
  await expect(app.page.getByText(/because this computer was locked\. Your draft was saved\.$/)).toBeVisible();
  await app.unlock(lead);
  const drafts = await ask(app.page, 'drafts', 'mine');
  const forms = await Promise.all(drafts.map(({ draft }) => ask(app.page, 'drafts', 'open', { draft })));
  expect(JSON.stringify(forms)).toContain(words);
});
