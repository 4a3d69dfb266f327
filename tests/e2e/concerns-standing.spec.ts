import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { ask } from './asking.ts';
import { openConcernOf } from './pages/concern-decisions.ts';
import { agree } from './pages/passphrases.ts';

const together = 'Both speak of the same lodger.';
const wrong = 'Raised about the wrong George.';

async function referenceOf(page: Page, name: string): Promise<string> {
  const line = (await ask(page, 'concerns', 'list')).find((one) => one.name.startsWith(name));
  if (line === undefined) throw new Error(`no concern about ${name}`);
  return line.reference;
}

async function choose(page: Page, typed: string, option: string): Promise<void> {
  await page.getByLabel('Which concern?').fill(typed);
  await page.getByRole('option', { name: option }).click();
}

async function linkToJoan({ page }: App): Promise<void> {
  const [george, joan] = [await referenceOf(page, 'George'), await referenceOf(page, 'Joan')];
  await page.getByRole('link', { name: 'Link to another concern' }).click();
  await page.getByRole('button', { name: 'Save this link' }).click();
  await expect(page.getByRole('link', { name: 'Select the other concern' })).toBeVisible();
  await expectAccessible(page, 'link with errors');
  // As somebody reads it out: without the letter, in small letters.
  await choose(page, george.slice(2).toLowerCase(), george);
  await page.getByRole('radio', { name: 'They belong together' }).check();
  await page.getByLabel('Why?').fill(together);
  await page.getByRole('button', { name: 'Save this link' }).click();
  await expect(page.getByText('A concern cannot be linked to itself.').first()).toBeVisible();
  await choose(page, 'kettle jo', joan);
  await page.getByRole('button', { name: 'Save this link' }).click();
  await expect(page.getByRole('alert')).toContainText('Linked. It shows on both concerns.');
  await page.getByRole('link', { name: new RegExp(`^${joan}`) }).click();
  await expect(page.getByRole('list', { name: 'Linked concerns' })).toContainText(together);
  await page.getByRole('link', { name: new RegExp(`^${george}`) }).click();
  await page.getByRole('button', { name: `Take back the link to ${joan}` }).click();
  await page.getByLabel('Why do they not belong together?').fill('Another lodger.');
  await page.getByRole('button', { name: 'Take back this link' }).click();
  await expect(page.getByRole('list', { name: 'Linked concerns' })).toHaveCount(0);
}

async function enterInError({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Mark as entered in error' }).click();
  await page.getByLabel('What is wrong with it?').fill(wrong);
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as entered in error' }).click();
  await expect(page.getByText('Entered in error.')).toBeVisible();
  await expect(page.getByText(wrong)).toBeVisible();
  await expect(page.locator('h1 s')).toBeVisible();
  await expect(page.getByText('Saved. Nobody has been told yet')).toHaveCount(0);
  await expectAccessible(page, 'concern entered in error');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('row', { name: 'George' })).toHaveCount(0);
  await page.getByRole('link', { name: /^Closed/ }).click();
  await page.getByRole('row', { name: 'George' }).getByRole('link', { name: /^C-/ }).click();
  await page.getByRole('button', { name: 'Take this mark back' }).click();
  await page.getByLabel('Why was it no error?').fill('It was the right George.');
  await page.getByRole('button', { name: 'Take the mark back' }).click();
  await expect(page.getByText('Saved. Nobody has been told yet')).toBeVisible();
}

async function copyToGpRecord({ page }: App): Promise<void> {
  await expect(page.getByText('Nobody has recorded that this stands in the GP record.')).toBeVisible();
  await page.getByRole('link', { name: 'Copy to the GP record' }).first().click();
  const words = await page.getByRole('textbox', { name: /^They say whom to ask/ }).inputValue();
  expect(words).toContain(await referenceOf(page, 'George'));
  expect(words).not.toMatch(/George|lodger/);
  await page.getByRole('button', { name: 'Select the words' }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(words);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Select if it is hidden from online access' })).toBeVisible();
  await expectAccessible(page, 'copy to the GP record, with errors');
  await page.getByLabel('Which GP record system?').fill('Our GP system');
  await page.getByRole('radio', { name: /^Today/ }).check();
  await page.getByRole('radio', { name: 'Adult safeguarding concern (finding)' }).check();
  await page.getByRole('group', { name: 'Is it hidden from online access?' }).getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Recorded that it stands in the GP record.');
  await expect(page.getByText('766561000000109 Adult safeguarding concern (finding)')).toBeVisible();
  await expect(page.getByText('Nobody has recorded that this stands')).toHaveCount(0);
}

test('a concern is linked, marked as an error and back, and copied to the GP record', async ({ app }) => {
  const { page } = app;
  await app.unlock('Dr M Fenwick-Oye');
  await openConcernOf(page, 'George');
  await linkToJoan(app);
  await enterInError(app);
  await copyToGpRecord(app);
});

test('a manager corrects a code for the GP record, and it is offered', async ({ app }) => {
  await app.unlock('J Sedley');
  await app.page.getByRole('link', { name: /^J Sedley/ }).click();
  await app.page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: /^Change ?: Codes for the GP record/ }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByLabel('SNOMED CT code').first().fill('12');
  await dialog.getByRole('button', { name: /^I checked these codes today/ }).click();
  await expect(dialog.getByRole('link', { name: 'Enter a SNOMED CT code of 6 to 18 figures' })).toBeVisible();
  await expectAccessible(app.page, 'codes for the GP record, with errors');
  await dialog.getByLabel('SNOMED CT code').first().fill('766 561 000 000 109');
  await dialog.getByLabel('Its words').first().fill('Adult safeguarding concern');
  await dialog.getByRole('button', { name: /^I checked these codes today/ }).click();
  await agree(app.page, app.demonstration.find(({ name }) => name === 'J Sedley')?.passphrase ?? '');
  await expect(app.page.getByText('Saved: codes for the GP record')).toBeVisible();
  await app.lock();
  await app.unlock('Dr M Fenwick-Oye');
  await openConcernOf(app.page, 'George');
  await app.page.getByRole('link', { name: 'Copy to the GP record' }).first().click();
  await expect(app.page.getByRole('radio', { name: 'Adult safeguarding concern', exact: true })).toBeVisible();
  await expect(app.page.getByText(/This list: last checked/)).toBeVisible();
});
