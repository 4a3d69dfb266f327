import { expect, type Locator, type Page } from '@playwright/test';

const most = 90;

async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, `${key} never came to it`).toBeFocused();
}

/** Presses Tab until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await pressUntilFocused(page, 'Tab', target);
}

/** Goes to a link or a button, and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a box, and types. */
export async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

/** Chooses one of a group of radios: Tab into the group, then the arrows. */
export async function choose(page: Page, group: string, label: string): Promise<void> {
  const radios = page.getByRole('group', { name: group }).getByRole('radio');
  const first = radios.first();
  await tabTo(page, first);
  // On the first one there is nothing to move to.
  await page.keyboard.press('Space');
  await pressUntilFocused(
    page,
    'ArrowDown',
    page.getByRole('group', { name: group }).getByRole('radio', { name: label }),
  );
}
