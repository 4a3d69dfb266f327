import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';

const rowOf = (page: Page, person: string): Locator => page.getByRole('listitem').filter({ hasText: person });

async function openReferralOf(page: Page, person: string): Promise<void> {
  await page.keyboard.press('Alt+4');
  await page.getByRole('link', { name: /^All/ }).click();
  await rowOf(page, person).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Where it stands' })).toBeVisible();
}

async function chooseIn(dialog: Locator, group: string, radio: RegExp | string): Promise<void> {
  await dialog.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: radio }).check();
}

// The rows "to add" of the domain reference, section 9.1, as the lead of their practices reads them.
const rows = [
  ['Edna Winterborne', 'Review: Clinical pharmacist', 'Accepted'],
  ['Tamsin Hale', 'Support: Health visitor', 'Reply 2 days overdue'],
  ['George Abbotswell', 'Monitoring: Practice nurse', 'Done'],
  ['Olive Trent-Lacey', 'for the memory clinic', 'Declined'],
  ['Walter Obi', 'Support: Occupational therapist', 'at the next team meeting'],
] as const;

test('the lead sees how far each referral is, asks again about a late one and prints one page', async ({ app }) => {
  await app.unlock('Dr M Fenwick-Oye');
  const { page } = app;
  await page.keyboard.press('Alt+4');
  await page.getByRole('link', { name: /^All/ }).click();
  for (const [person, what, state] of rows) {
    await expect(rowOf(page, person)).toContainText(what);
    await expect(rowOf(page, person)).toContainText(state);
  }

  await openReferralOf(page, 'Tamsin Hale');
  await expect(page.getByText('Seen. Nobody has taken it on yet.')).toBeVisible();
  await expect(page.getByText('They have it. Nobody has been given it yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Record that you asked again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record that you asked again' });
  await dialog.getByRole('button', { name: 'Save that you asked' }).click();
  await expect(dialog.getByRole('link', { name: 'Enter what came of it' })).toBeVisible();
  await expectAccessible(page, 'asking again, with errors');
  await chooseIn(dialog, 'How did you ask?', 'By phone');
  await chooseIn(dialog, 'When did you ask?', /^Today/);
  await dialog.getByLabel('What came of it?').fill('Nobody answered.');
  await chooseIn(dialog, 'When will you ask again?', /^In 2 days/);
  await dialog.getByRole('button', { name: 'Save that you asked' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Nobody answered.')).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(rowOf(page, 'Tamsin Hale')).not.toContainText('overdue');

  await openReferralOf(page, 'Tamsin Hale');
  await page.getByRole('link', { name: 'One page to hand over' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Referral back' })).toBeVisible();
  for (const words of ['999 600 9149', 'Not known. Ask before you leave a message.', 'Tearful, holds the baby well']) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await expectAccessible(page, 'a referral on one page');
});

test('a declined referral is not finished until the person knows, however often somebody tries', async ({ app }) => {
  await app.unlock('Amina Q.');
  const { page } = app;
  const olive = rowOf(page, 'for the memory clinic');
  // It stands on her own first page, among what she has to do.
  await expect(olive).toContainText('The person has not been told');
  await olive.getByRole('link', { name: /^Record that you told them/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Record that you told the person' });
  await expect(dialog.getByText('How is it safe to contact them?')).toBeVisible();
  await chooseIn(dialog, 'Did you reach them?', /^No/);
  await chooseIn(dialog, 'How?', 'By phone');
  await chooseIn(dialog, 'When?', /^Today/);
  await dialog.getByRole('button', { name: 'Save this' }).click();
  await expect(dialog.getByRole('link', { name: 'Enter who will try again, and when' })).toBeVisible();
  await dialog.getByLabel('Who will try again, and when?').fill('I will, tomorrow at 10am.');
  await dialog.getByRole('button', { name: 'Save this' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Declined. Nobody has recorded that the person knows.')).toBeVisible();
  await expect(page.getByText('Next: I will, tomorrow at 10am.')).toBeVisible();

  await page.getByRole('button', { name: 'Record that you told the person' }).click();
  await chooseIn(dialog, 'Did you reach them?', /^Yes/);
  await chooseIn(dialog, 'How?', 'In person');
  await chooseIn(dialog, 'When?', /^Today/);
  await dialog.getByRole('button', { name: 'Save this' }).click();
  await expect(page.getByText('Finished. The person knows what came of it.')).toBeVisible();
  await expectAccessible(page, 'a referral that is finished');
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(olive).toHaveCount(0);
});
