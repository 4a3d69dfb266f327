import type { Page } from '@playwright/test';
import { RaisePage } from './pages/raise.ts';

/** Raises a concern and tells nobody. Ends on the page that says so. */
export async function raiseUntold(page: Page): Promise<void> {
  const raise = new RaisePage(page);
  await raise.open();
  await raise.danger('No');
  await page.getByLabel('Name or NHS number').fill('Olive');
  await page.getByRole('option', { name: /Olive Trent-Lacey/ }).click();
  await raise.category('Further', 'Self-harm or suicide risk');
  await raise.happened('She said on the phone that she cannot see a way forward.');
  await page.getByRole('radio', { name: /^Nobody yet/ }).check();
  await raise.goOn();
  await page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');
}
