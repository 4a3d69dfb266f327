import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { RaisePage } from './pages/raise.ts';
import { StaffPages, typeAgain } from './pages/staff.ts';

const manager = 'J Sedley';
const what = 'His heels were red and sore. He said nobody had turned him since Sunday.';

async function openTypes(page: Page): Promise<void> {
  await new StaffPages(page).open();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Types of concern' }).click();
  await page.getByRole('heading', { level: 1, name: 'Types of concern' }).waitFor();
}

const said = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });

test('a manager adds, renames and takes out of use a type of concern; a form that has it keeps every word', async ({
  app,
}) => {
  await app.unlock(manager);
  await openTypes(app.page);
  await app.page.getByRole('button', { name: 'Add a type of concern' }).click();
  const adding = app.page.getByRole('dialog', { name: 'Add a type of concern' });
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding.getByRole('group', { name: 'There is a problem' }).getByRole('listitem')).toHaveText([
    'Enter what to call it',
    'Select where it belongs',
  ]);
  await adding.getByLabel('What is it called?').fill('Pressure ulcers');
  await adding.getByRole('radio', { name: 'About an adult' }).check();
  await adding.getByRole('button', { name: 'Save' }).click();
  await typeAgain(app, manager);
  await expect(said(app.page, 'Added: Pressure ulcers')).toBeVisible();
  await app.page.getByRole('button', { name: /^Change the name ?: Pressure ulcers$/ }).click();
  await app.page.getByLabel('What is it called?').fill('self-neglect');
  await app.page.getByRole('button', { name: 'Save' }).click();
  await typeAgain(app, manager);
  await expect(app.page.getByText('There is one called “self-neglect” already.').first()).toBeVisible();
  await app.page.getByLabel('What is it called?').fill('Pressure sores');
  await app.page.getByRole('button', { name: 'Save' }).click();
  await typeAgain(app, manager);
  await expect(said(app.page, 'Now called: Pressure sores')).toBeVisible();
  // Something is said about it whatever it is called, so it cannot go.
  await expect(app.page.getByRole('button', { name: /^Take out of use ?: Female genital/ })).toHaveCount(0);
  await expect(app.page.getByRole('button', { name: /^Take out of use ?: Cuckooing$/ })).toHaveCount(1);
  await expectAccessible(app.page, 'types of concern');

  await app.lock();
  await app.unlock('Tom F.');
  let raise = new RaisePage(app.page);
  await raise.open();
  await raise.danger('No');
  await app.page.getByLabel('Name or NHS number').fill('Walter');
  await app.page.getByRole('option', { name: /Walter Obi/ }).click();
  await raise.category('About an adult', 'Pressure sores');
  await raise.happened(what);
  await raise.goOn();
  await expect(raise.answer('Type of concern')).toHaveText('Pressure sores');

  await app.lock();
  await app.unlock(manager);
  await openTypes(app.page);
  await app.page.getByRole('button', { name: /^Take out of use ?: Pressure sores$/ }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click();
  await typeAgain(app, manager);
  await expect(said(app.page, 'No longer in use: Pressure sores')).toBeVisible();

  await app.lock();
  await app.unlock('Tom F.');
  raise = new RaisePage(app.page);
  await app.page.getByRole('link', { name: /^Concern.*: Walter Obi/ }).click();
  await expect(raise.what).toHaveValue(what);
  const kept = raise.group('About an adult').getByRole('checkbox', { name: 'Pressure sores (no longer in use)' });
  await expect(kept).toBeChecked();
  await app.page.getByRole('button', { name: 'Continue' }).click();
  await expect(raise.errors).toHaveText([
    '“Pressure sores” is no longer in use. Take it away and select another. What you wrote is kept.',
  ]);
  await expect(raise.what).toHaveValue(what);
  await kept.uncheck();
  await raise.category('About an adult', 'Neglect and acts of omission');
  await raise.goOn();
  await app.page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');
});
