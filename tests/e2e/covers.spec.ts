import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { StaffPages, typeAgain } from './pages/staff.ts';

const lead = 'Dr M Fenwick-Oye';
const manager = 'J Sedley';
const deputy = 'C Illing';
const supervisor = 'Dr R Menon-Clarke';

/** From anywhere: the form that names cover for the lead. */
async function openForm({ page }: App): Promise<StaffPages> {
  const staff = new StaffPages(page);
  await staff.of(lead);
  await page.getByRole('link', { name: 'Name cover for an absence' }).click();
  await staff.heading(`Absence cover for ${lead}`).waitFor();
  return staff;
}

test('a lead names cover for leave of their own, and ends it when they come back early', async ({ app }) => {
  await app.unlock(lead);
  const staff = await openForm(app);
  const save = app.page.getByRole('button', { name: 'Name this cover' });
  await save.click();
  const errors = app.page.getByRole('group', { name: 'There is a problem' }).getByRole('listitem');
  await expect(errors).toHaveText([
    'Select the practice',
    'Select who stands in',
    'Select the first day of the cover',
    'Select the last day of the cover',
    'Enter why cover is needed',
  ]);
  await expectAccessible(app.page, 'name cover, with errors');
  await app.page.getByLabel('At which practice?').selectOption('Wren Street');
  await app.page.getByLabel('Who stands in?').selectOption({ label: `${supervisor} (supervisor)` });
  await app.page
    .getByRole('group', { name: 'First day' })
    .getByRole('radio', { name: /^Tomorrow/ })
    .check();
  await app.page.getByRole('group', { name: 'Last day' }).getByRole('radio', { name: 'Another date' }).check();
  await app.page.getByLabel('Day', { exact: true }).fill('31');
  await app.page.getByLabel('Month').fill('2');
  await app.page.getByLabel('Year').fill('2027');
  await app.page.getByLabel('Why is cover needed?').fill('On leave');
  await save.click();
  await expect(errors).toHaveText(['Enter a real date, such as 23 November 2026']);
  await app.page.getByLabel('Day', { exact: true }).fill('1');
  await app.page.getByLabel('Month').fill('1');
  await app.page.getByLabel('Year').fill('2020');
  await save.click();
  await typeAgain(app, lead);
  await expect(errors).toHaveText(['The last day must be today or later']);
  await app.page
    .getByRole('group', { name: 'Last day' })
    .getByRole('radio', { name: /^In 1 week/ })
    .check();
  await save.click();
  await typeAgain(app, lead);
  await staff.heading(lead).waitFor();
  const row = staff.rows('Absence cover');
  await expect(row).toContainText(`${supervisor} is to stand in for ${lead}, Wren Street Begins later`);
  await expect(row).toContainText(/Begins by itself on .+, returns by itself on /);
  await expect(row).toContainText('Why: On leave');
  await expectAccessible(app.page, 'cover to come');

  await row.getByRole('button', { name: /^End/ }).click();
  await staff.dialog('End this cover now?').getByRole('button', { name: 'End this cover' }).click();
  await typeAgain(app, lead);
  await expect(row).toHaveText('No cover is named now.');
  await app.page.getByText('Earlier cover (1)').click();
  await expect(staff.rows('Earlier cover')).toContainText('Ended early');
});

test('cover that a manager names waits until the lead confirms it', async ({ app }) => {
  await app.unlock(manager);
  const staff = await openForm(app);
  await app.page.getByRole('radio', { name: 'A planned absence' }).check();
  await app.page.getByLabel('At which practice?').selectOption('Saltmarsh Lane');
  await app.page.getByLabel('Who stands in?').selectOption({ label: 'Dr H Ashdown-Pike (supervisor)' });
  await app.page
    .getByRole('group', { name: 'First day' })
    .getByRole('radio', { name: /^Today/ })
    .check();
  await app.page
    .getByRole('group', { name: 'Last day' })
    .getByRole('radio', { name: /^In 1 week/ })
    .check();
  await app.page.getByLabel('Why is cover needed?').fill('Training course');
  await app.page.getByRole('button', { name: 'Name this cover' }).click();
  await typeAgain(app, manager);
  await expect(staff.rows('Absence cover')).toContainText(`It counts once ${lead} confirms it.`);
  await expect(app.page.getByRole('button', { name: /^Confirm/ })).toHaveCount(0);

  await app.lock();
  await app.unlock(lead);
  const again = new StaffPages(app.page);
  await again
    .rows('Waiting for you to confirm')
    .getByRole('link', { name: /^Look at it/ })
    .click();
  await app.page.getByRole('button', { name: /^Confirm/ }).click();
  await typeAgain(app, lead);
  await expect(again.rows('Absence cover')).toContainText('Stands in now');
  await expect(again.rows('Absence cover')).toContainText(/Since .+, returns by itself on /);
});

test('a lead falls ill: manager and deputy appoint cover together, and the lead sees it before all else', async ({
  app,
}) => {
  await app.unlock(deputy);
  await openForm(app);
  // Somebody who reads can begin a sudden cover only; 14 days are the most.
  await expect(app.page.getByRole('radio', { name: 'A planned absence' })).toHaveCount(0);
  await app.page.getByLabel('At which practice?').selectOption('Wren Street');
  await app.page.getByLabel('Who stands in?').selectOption({ label: `${supervisor} (supervisor)` });
  await app.page.getByRole('radio', { name: 'Another date' }).check();
  await app.page.getByLabel('Day', { exact: true }).fill('31');
  await app.page.getByLabel('Month').fill('December');
  await app.page.getByLabel('Year').fill('2199');
  await app.page.getByLabel('Why is cover needed?').fill('Away without notice');
  await app.page.getByRole('button', { name: 'Name this cover' }).click();
  await typeAgain(app, deputy);
  await expect(app.page.getByRole('alert')).toContainText('Choose a last day within 14 days');
  await app.page.getByRole('radio', { name: /^For 14 days/ }).check();
  await app.page.getByRole('button', { name: 'Name this cover' }).click();
  await typeAgain(app, deputy);
  await expect(new StaffPages(app.page).rows('Absence cover')).toContainText('Waits for a second person');

  await app.lock();
  await app.unlock(manager);
  const staff = new StaffPages(app.page);
  await staff
    .rows('Waiting for you to confirm')
    .getByRole('link', { name: /^Look at it/ })
    .click();
  await app.page.getByRole('button', { name: /^Confirm/ }).click();
  await typeAgain(app, manager);
  await expect(staff.rows('Absence cover')).toContainText('Stands in now');

  await app.lock();
  await app.unlock(lead);
  const back = new StaffPages(app.page);
  const seen = back.rows('While you were away');
  await expect(seen).toContainText(`${supervisor} stands in for ${lead}, Wren Street`);
  await expect(seen).toContainText(`Appointed by ${deputy} and ${manager}.`);
  // Before all else on the page.
  await expect(app.page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText('While you were away');
  await expectAccessible(app.page, 'while you were away');
  await seen.getByRole('button', { name: /^I am back/ }).click();
  await typeAgain(app, lead);
  await expect(seen).toContainText('Ended early');
  await seen.getByRole('button', { name: /^I have read this/ }).click();
  await expect(seen).toHaveCount(0);
  await back.of(lead);
  await expect(back.rows('Absence cover')).toHaveText('No cover is named now.');
});
