import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { RaisePage } from './pages/raise.ts';

test('before anything is typed the form asks if it is about a colleague, and says whom to phone', async ({ app }) => {
  await app.unlock('Amina Q.');
  const { page } = app;
  await new RaisePage(page).open();
  await page.getByRole('link', { name: 'Yes: raise a restricted concern' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Raise a restricted concern' })).toBeVisible();
  await expect(page.getByText('Only you will be able to read this.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/Numbers that were written down here: Phone .*last checked/);
  await expectAccessible(page, 'raise a restricted concern, before anything is written');
});

test('somebody who is in the log already is offered while they are typed and before they are added again', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  const { page } = app;
  const raise = new RaisePage(page);
  await raise.open();
  await raise.danger('No');
  await raise.addPerson('Olive', 'Trent-Lacey', 'Alderfield');
  const table = page.getByRole('table', { name: 'What you entered beside what is in the log' });
  await expect(table.getByRole('row').nth(1)).toContainText(/You entered.*Olive Trent-Lacey.*Not known.*Alderfield/);
  await expect(table.getByRole('row').nth(2)).toContainText(/Olive Trent-Lacey\d+ \w+ \d{4}Alderfield/);
  await expectAccessible(page, 'raise a concern, perhaps the same person');

  await raise.category('About an adult', 'Domestic abuse');
  await raise.happened('Invented for a test.');
  await raise.goOn();
  await expect(page.getByText('This may be the same person', { exact: true })).toBeVisible();
  await expectAccessible(page, 'check your answers, perhaps the same person');
  await table.getByRole('button', { name: /^Use this record/ }).click();
  await expect(page.getByRole('region', { name: 'Person' })).toContainText('Trent-Lacey');
  await expect(table).toHaveCount(0);
  await page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row', { name: /Olive Trent-Lacey/ })).toHaveCount(1);
});

test('the person that is offered while somebody is typed is chosen with one press, and others can still be added', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  const { page } = app;
  const raise = new RaisePage(page);
  await raise.open();
  await raise.addPerson('Olive', 'Trent-Lacey', 'Wren Street');
  await page.getByRole('button', { name: /^Use this record/ }).click();
  const chosen = page.getByRole('group', { name: 'Person chosen' });
  await expect(chosen).toContainText('Alderfield');
  await expect(chosen).toBeFocused();
  await page.getByRole('button', { name: 'Choose someone else' }).click();
  await page.getByRole('button', { name: 'Add someone who is not in this log' }).click();
  await page.getByLabel('Last name').fill('Trent');
  await raise.danger('No');
  await raise.category('About an adult', 'Domestic abuse');
  await raise.happened('Invented for a test.');
  await raise.goOn();
  await expect(page.getByText('This may be the same person', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row', { name: /Olive Trent/ })).toHaveCount(2);
});
