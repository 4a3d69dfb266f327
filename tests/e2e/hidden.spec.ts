import type { Page } from '@playwright/test';
import { author, noteBox, openAdding, today, whereIs } from './adding.ts';
import { expect, test } from './app.ts';
import { heard } from './asking.ts';
import { tabTo } from './keyboard.ts';
import { raiseUntold } from './untold.ts';

// The curtain: once the screen is hidden, nothing but "Show the screen", a lock or a minute takes it away.

const curtain = (page: Page) => page.getByRole('dialog', { name: 'Screen hidden' });
const show = (page: Page) => page.getByRole('button', { name: 'Show the screen' });

/** Whether the curtain lies at every point of the window. */
function coversAll(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const tenths = [0.02, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.98];
    const found = tenths
      .flatMap((x) => tenths.map((y) => document.elementFromPoint(x * innerWidth, y * innerHeight)))
      .filter((element) => element !== null);
    return found.length > 50 && found.every((element) => element.closest('.curtain') !== null);
  });
}

test('no key and no menu takes the curtain away, also with a concern that nobody was told of', async ({ app }) => {
  const { host, page } = app;
  await app.unlock(author);
  await raiseUntold(page);
  const at = await page.getByRole('heading', { level: 1 }).innerText();
  await page.keyboard.press('Control+Shift+H');
  await expect(curtain(page)).toBeVisible();
  const keys = ['Control+K', 'Control+/', 'Alt+1', 'Control+Shift+S', 'Control+P', 'F6', 'Alt+ArrowLeft', 'Escape'];
  for (const key of [...keys, 'Escape', 'Shift', 'Shift', 'Shift']) {
    await page.keyboard.press(key);
    expect(await coversAll(page), key).toBe(true);
  }
  for (const label of ['Find', 'Today', 'Raise a concern', 'Print or save PDF', 'Hide screen', 'Keyboard shortcuts'])
    host.os({ os: 'menu', label });
  await heard(page);
  await expect(show(page)).toBeFocused();
  expect(await coversAll(page)).toBe(true);
  await expect(page.getByRole('dialog')).toHaveCount(1);

  await page.keyboard.press('Enter');
  await expect(curtain(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.getByRole('heading', { level: 1 }).innerText(), 'the page under it stayed').toBe(at);

  // What would be asked at a lock names concerns, so behind a hidden screen it is not asked.
  await page.keyboard.press('Control+Shift+H');
  await expect(curtain(page)).toBeVisible();
  await app.afterLock(() => page.keyboard.press('Control+L').catch(() => {}));
  await expect(app.page.getByText(/^Locked at/)).toBeVisible();
});

test('the curtain lies over open dialogs and over one that opens later; what was half written is kept first', async ({
  app,
}) => {
  const { page } = app;
  await app.unlock(author);
  await openAdding(app);
  await expect(noteBox(page)).toBeVisible();

  await test.step('over one that is open, and gives it back', async () => {
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog', { name: 'Find' })).toBeVisible();
    await page.keyboard.press('Control+Shift+H');
    await expect(show(page)).toBeFocused();
    expect(await coversAll(page)).toBe(true);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Find' })).toBeVisible();
    await expect(page.getByRole('dialog', { name: 'Find' }).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('over one that opens later', async () => {
    await page.keyboard.press('Control+Shift+H');
    await expect(show(page)).toBeFocused();
    await page.evaluate(() => {
      const late = document.createElement('dialog');
      late.id = 'late';
      late.append(document.createElement('button'));
      document.body.append(late);
      late.showModal();
    });
    await expect.poll(() => coversAll(page)).toBe(true);
    await expect(show(page)).toBeFocused();
    await page.evaluate(() => document.querySelector('#late')?.remove());
    await page.keyboard.press('Enter');
    await expect(curtain(page)).toHaveCount(0);
  });

  await test.step('a draft is said to be saved when it is, and of nothing that nobody wrote', async () => {
    await page.keyboard.press('Control+Shift+H');
    await expect(show(page)).toBeFocused();
    await expect(curtain(page)).not.toContainText('saved');
    await page.keyboard.press('Enter');
    const words = 'Written before somebody walked in.';
    await noteBox(page).fill(words);
    await page.keyboard.press('Control+Shift+H');
    await expect(curtain(page)).toContainText('What you wrote is saved as a draft.');
    expect(await whereIs(page, words)).toEqual({ saved: 0, drafts: 1 });
    await tabTo(page, show(page));
    await page.keyboard.press('Enter');
    await expect(noteBox(page)).toHaveValue(words);
  });
});

test('a hidden screen locks after a minute', async ({ app }) => {
  test.setTimeout(180_000);
  await app.unlock(author);
  await expect(today(app.page)).toBeVisible();
  await app.page.keyboard.press('Control+Shift+H');
  await expect(curtain(app.page)).toBeVisible();
  await app.afterLock(() => {});
  await expect(app.page.getByText(/because the screen was hidden for a minute\.$/)).toBeVisible();
});
