import { expect, type Page } from '@playwright/test';

/** Unlocks with a passphrase that is not the demonstration's; what comes of it is for the test to say. */
export async function tryToUnlock(page: Page, who: string, passphrase: string): Promise<void> {
  await page.getByRole('radio', { name: who }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

export async function openWhoWorksHere(page: Page, me: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('link', { name: new RegExp(`^${me}`) })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Who works here' }).waitFor();
}

export async function wordsOffered(page: Page): Promise<string> {
  const words = await page.locator('.passphrase-offer__words').innerText();
  expect(words.split(' ')).toHaveLength(4);
  return words;
}

/** The dialog that a change of access brings: whoever is signed in types their passphrase. */
export async function agree(page: Page, passphrase: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Type your passphrase again' });
  await dialog.getByLabel('Your passphrase', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.waitFor({ state: 'detached' });
}
