import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { RaisePage } from './pages/raise.ts';

// A concern that comes in by way of somebody else, and by way of paper.

const arabic = '«لا أريد العودة إلى البيت»';
const folded = 'Somebody told me this to record, or it was written on paper first';
const seen = 'Rana sat in the corridor after the group and would not go out to the car.';

async function printBlankForm({ host, page, userData }: App): Promise<void> {
  const file = join(userData, 'blank.pdf');
  await page.getByRole('link', { name: 'Print a blank form' }).click();
  await page.getByRole('heading', { level: 1, name: 'Blank form to print' }).waitFor();
  await expectAccessible(page, 'blank form');
  host.os({ os: 'dialog', path: file });
  await page.getByRole('button', { name: 'Print or save PDF' }).click();
  await expect(page.getByText('Saved as PDF. Print as many as you need.')).toBeVisible();
  expect(readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g), 'one side of A4').toHaveLength(1);
}

async function fillForColleague(page: App['page'], raise: RaisePage): Promise<void> {
  await raise.danger('No');
  await raise.addPerson('Rana', 'Nadir', 'Wren Street');
  await raise.group('Is this about a child or an adult?').getByRole('radio', { name: 'A child, under 18' }).check();
  await raise.category('About a child', 'Emotional abuse');
  await raise.category('More types', 'Honour-based violence');
  await raise.what.fill(seen);
  await page.getByLabel('What did the person say, in their own words? (optional)').fill(arabic);
  await page.getByLabel('What do you think is happening? (optional)').fill('I think she is afraid of the driver.');
  await raise.group('When did it happen?').getByRole('radio', { name: 'I do not know' }).check();
  await page.getByText(folded).click();
  await page.getByRole('radio', { name: 'A colleague who uses this log' }).check();
  await raise.group('How do they know about this?').getByRole('radio', { name: 'They saw or heard it' }).check();
  await page.getByRole('radio', { name: 'Yes, I am typing it in' }).check();
  await page.getByRole('button', { name: 'Add somebody you told' }).click();
  await page.getByLabel('Who did you tell, or try to tell?').fill('Dr Fenwick-Oye');
  await page.getByRole('radio', { name: 'By phone' }).check();
  await page.getByRole('radio', { name: 'Just now' }).check();
  await page.getByRole('radio', { name: 'Yes, they know now' }).check();
}

test('what a colleague told on paper is typed in, says so, and is confirmed by them', async ({ app }) => {
  await app.unlock('Tom F.');
  await printBlankForm(app);
  await app.page.getByRole('link', { name: 'Back to raise a concern' }).click();
  const raise = new RaisePage(app.page);
  await fillForColleague(app.page, raise);
  await app.page.getByRole('button', { name: 'Continue' }).click();
  await expect(raise.errors).toHaveText([
    'Select who told you',
    'Enter the day it was written',
    'Enter the time, such as 4:25pm',
    'Enter why it is typed in now',
  ]);
  // Folded away again: the way from the error unfolds it.
  await app.page.getByText(folded).click();
  await expect(app.page.getByLabel('Why is it typed in now?')).toBeHidden();
  await app.page.getByRole('link', { name: 'Enter why it is typed in now' }).click();
  await expect(app.page.getByLabel('Why is it typed in now?')).toBeFocused();
  await app.page.getByLabel('Which colleague?').selectOption({ label: 'Grace O. (social prescribing link worker)' });
  const day = raise.group('Day it was written');
  await day.getByLabel('Day').fill('20');
  await day.getByLabel('Month').fill('11');
  await day.getByLabel('Year').fill('2199');
  await app.page.getByLabel('Time it was written').fill('3:15pm');
  await app.page.getByLabel('Why is it typed in now?').fill('No computer at the hall.');
  await app.page.getByRole('button', { name: 'Continue' }).click();
  await expect(raise.errors).toHaveText(['The time must be now or in the past']);
  await day.getByLabel('Year').fill('2025');
  await expectAccessible(app.page, 'raise a concern for a colleague');
  await raise.goOn();
  await expect(raise.answer('Who told you this')).toHaveText('Grace O., Social prescribing link worker');
  await expect(raise.answer('Written on paper')).toHaveText('20 November 2025, 3:15pm. No computer at the hall.');
  await expect(raise.answer('Their own words')).toHaveText(arabic);
  await expect(
    app.page.getByRole('listitem').filter({ hasText: 'Grace O. (social prescribing link worker)' }),
  ).toBeVisible();
  await app.page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved(/^Saved\. You told Dr Fenwick-Oye/);
  await app.page.getByText('See every question').click();
  await expect(app.page.getByRole('link', { name: 'Which school or nursery?' })).toBeVisible();
  await expect(app.page.getByRole('link', { name: 'What care and support do they need?' })).toHaveCount(0);
  await app.page.getByRole('link', { name: /^Go to concern/ }).click();
  await expect(app.page.getByText(/^Late entry: written 20 November 2025, 3:15pm, typed in /)).toBeVisible();
  await expect(app.page.getByText('Grace O. has not confirmed it yet.')).toBeVisible();
  const words = app.page.getByText(arabic);
  expect(await words.evaluate((node) => getComputedStyle(node).unicodeBidi)).toBe('plaintext');

  await app.lock();
  await app.unlock('Grace O.');
  const asked = app.page.getByRole('list', { name: 'Written down for you' }).getByRole('listitem');
  await expect(asked).toContainText('Tom F. wrote this down for you. Is it right?');
  await asked.getByRole('link', { name: /^Read it/ }).click();
  await app.page.getByRole('heading', { level: 1, name: 'Is this what you told?' }).waitFor();
  await expect(app.page.getByText(seen)).toBeVisible();
  await app.page.getByRole('button', { name: 'Save your answer' }).click();
  await expect(app.page.getByRole('link', { name: 'Select if it is right' })).toBeVisible();
  await app.page.getByRole('radio', { name: 'Something is missing or not right' }).check();
  await app.page.getByRole('button', { name: 'Save your answer' }).click();
  await expect(app.page.getByRole('link', { name: 'Enter what is missing or not right' })).toBeVisible();
  await app.page.getByLabel('What is missing or not right?').fill('It was the side door, not the car.');
  await expectAccessible(app.page, 'is this what you told');
  await app.page.getByRole('button', { name: 'Save your answer' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Your answer is saved.');
  await expect(app.page.getByText('It was the side door, not the car.')).toBeVisible();
  await expectAccessible(app.page, 'a concern recorded for somebody else');
  await app.page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(app.page.getByText('Is it right?')).toHaveCount(0);
});
