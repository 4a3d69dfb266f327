import { expect, type Page } from '@playwright/test';

/** In the dialog that stands before a print about a person: it is for the practice. */
export async function printForThePractice(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Before you print' });
  await expect(dialog.getByRole('heading', { name: 'How to contact them safely' })).toBeVisible();
  await dialog.getByRole('radio', { name: 'The practice' }).check();
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
}
