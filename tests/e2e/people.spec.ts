import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { People, PersonForm } from './pages/people.ts';

const freeNumber = '999 701 0019';

test('somebody adds a person, is stopped before a second record of one person, and loses nothing they typed', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  const people = new People(app.page);
  await people.open();
  await expect(app.page.getByText('whose records you read')).toBeVisible();
  await expectAccessible(app.page, 'people');
  await app.page.getByRole('link', { name: 'Add a person' }).click();

  const form = new PersonForm(app.page);
  await form.add.click();
  await expect(app.page.getByRole('link', { name: 'Select how well this person is known' })).toBeVisible();
  await expect(app.page).toHaveTitle(/^Error: Add a person/);
  await form.option('Do you know their NHS number?', 'Yes').check();
  await form.option('How well is this person known?', 'Registered with a GP practice').check();
  await form.number.fill('999 012 3013');
  await form.firstName.fill('Leah');
  await form.lastName.fill('Marsden');
  await form.option('Practice', 'Alderfield').check();
  await app.page.getByLabel('How and when is it safe').fill('Text first');
  await form.add.click();
  await expect(app.page.getByRole('link', { name: 'This is not an NHS number' })).toBeVisible();
  await expect(form.lastName).toHaveValue('Marsden');
  await expectAccessible(app.page, 'add a person, with an error');

  await form.number.fill('9990123012');
  await form.add.click();
  await expect(app.page.getByRole('heading', { name: 'This may be the same person' })).toBeVisible();
  await expect(app.page.getByRole('row', { name: 'Date of birth' })).toContainText('Not known');
  await expectAccessible(app.page, 'the same person?');
  await app.page.getByRole('button', { name: 'They are different people' }).click();
  await expect(app.page.getByRole('link', { name: 'Somebody in this log has this number' })).toBeVisible();
  await form.number.fill(freeNumber);
  await form.add.click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible();
  const bar = app.page.getByRole('region', { name: 'Person', exact: true });
  await expect(bar).toContainText('999 701 0019');
  await expect(app.page.getByText('Added to this log')).toBeVisible();
  await expect(app.page).not.toHaveTitle(/Marsden/);

  await people.part('Details and safe contact').click();
  await app.page.getByRole('link', { name: 'Change How and when it is safe to contact them' }).click();
  await expect(app.page.getByLabel('How and when is it safe')).toBeFocused();
  await app.page.keyboard.press('Control+A');
  await app.page.keyboard.type('Never by text');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Details and safe contact' })).toBeVisible();
  await expect(bar).toContainText('Never by text');

  await app.lock();
  await app.unlock('Amina Q.');
  const again = new People(app.page);
  await again.open();
  await again.search.fill(freeNumber);
  await expect(app.page.getByText('1 person matches')).toBeVisible();
  await app.page.getByRole('link', { name: 'Leah Marsden' }).click();
  await again.part('Details and safe contact').click();
  await app.page.getByText('Previous details (1)').click();
  await expect(app.page.getByText('Text first')).toBeVisible();
  await expectAccessible(app.page, 'details and safe contact');
});

test('the timeline of a person shows what happened and can be narrowed; a manager reads nobody', async ({ app }) => {
  await app.unlock('Amina Q.');
  await new People(app.page).find('Leah Marsden');
  const status = app.page.getByRole('status').filter({ hasText: 'newest first' });
  await expect(status).toHaveText(/^Showing (\d+) of \1 entries, newest first$/);
  await expect(app.page.getByText('Late entry').first()).toBeVisible();
  await expectAccessible(app.page, 'timeline');
  await app.page.getByRole('checkbox', { name: /^Concerns/ }).uncheck();
  await expect(app.page.getByRole('link', { name: 'Refer outside the practice' })).toBeVisible();
  await expect(app.page.getByText('Concern', { exact: true })).toHaveCount(0);
  for (const kind of await app.page.getByRole('checkbox').all()) await kind.uncheck();
  await expect(app.page.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();
  await expectAccessible(app.page, 'timeline, nothing matches');
  await app.page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(status).toHaveText(/^Showing (\d+) of \1 entries/);
  for (const part of ['Concerns', 'Referrals']) {
    await new People(app.page).part(part).click();
    await expectAccessible(app.page, `${part} of a person`);
  }

  await app.lock();
  await app.unlock('J Sedley');
  await new People(app.page).open();
  await expect(app.page.getByRole('heading', { name: 'A manager reads no record about a person' })).toBeVisible();
  await expectAccessible(app.page, 'people, for a manager');
});
