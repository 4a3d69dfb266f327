import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { People, PersonForm } from './pages/people.ts';

const same = 'Her sister rang: they are one person, and Tom had no number for her.';

/** The pair in the lead's list that was made by somebody who could not see the other record. */
const pairOf = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Perhaps the same person' }).getByRole('listitem').filter({ hasText: name });

test('two workers add one person, neither sees the other’s record, and the lead joins them and takes it back', async ({
  app,
}) => {
  await app.unlock('Tom F.');
  const toms = new People(app.page);
  await toms.open();
  await app.page.getByRole('link', { name: 'Add a person' }).click();
  const form = new PersonForm(app.page);
  await form.option('Do you know their NHS number?', 'No').check();
  await form.option('How well is this person known?', 'Registered with a GP practice').check();
  await form.firstName.fill('Leah');
  await form.lastName.fill('Marsden');
  await form.option('Practice', 'Alderfield').check();
  await form.add.click();
  // Nobody whom he does not read is held against her name.
  await expect(app.page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible();

  await app.lock();
  await app.unlock('Dr M Fenwick-Oye');
  await expect(pairOf(app.page, 'Leah Marsden')).toContainText('They have the same name.');
  await pairOf(app.page, 'Leah Marsden')
    .getByRole('link', { name: /^Compare/ })
    .click();
  await expect(app.page.getByRole('row', { name: 'NHS number' })).toContainText('999 012 3012');
  await expectAccessible(app.page, 'two records side by side');
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByRole('link', { name: 'Select if they are the same person' })).toBeVisible();
  await expect(app.page.getByRole('link', { name: 'Enter how you know' })).toBeVisible();
  await app.page
    .getByRole('radio', { name: /^The same person: go on with/ })
    .first()
    .check();
  await app.page.getByLabel('How do you know?').fill(same);
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByRole('heading', { name: 'Joined records' })).toBeVisible();
  await expect(app.page.getByText(same).first()).toBeVisible();
  await expectAccessible(app.page, 'a person with joined records');
  await new People(app.page).open();
  await expect(app.page.getByRole('main').getByRole('link', { name: 'Leah Marsden' })).toHaveCount(1);

  await app.lock();
  await app.unlock('Tom F.');
  await new People(app.page).find('Leah Marsden');
  // He reads one of them and learns nothing of the other.
  await expect(app.page.getByText('Added to this log')).toBeVisible();
  await expect(app.page.getByRole('heading', { name: /another one|Joined records/ })).toHaveCount(0);
  await expect(app.page.getByText('999 012 3012')).toHaveCount(0);

  await app.lock();
  await app.unlock('Dr M Fenwick-Oye');
  await new People(app.page).find('Leah Marsden');
  await app.page.getByRole('button', { name: 'Take the joining back' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Take the joining back?' });
  await dialog.getByLabel('Why are they different people?').fill('The sister spoke of her cousin.');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(app.page.getByRole('heading', { name: 'Joined records' })).toHaveCount(0);
});

test('who lives there, what happened elsewhere, and a chronology that leaves out what it need not tell', async ({
  app,
}) => {
  await app.unlock('Dr M Fenwick-Oye');
  const { page } = app;
  const people = new People(page);
  await people.find('Joan Kettle');
  await people.part('Details and safe contact').click();
  await page.getByRole('button', { name: 'Add somebody who lives there' }).click();
  const adding = page.getByRole('dialog', { name: 'Add somebody who lives there' });
  await adding.getByLabel(/^Who lives there/).fill('waltr obi');
  await page.getByRole('option', { name: 'Walter Obi' }).click();
  await adding.getByLabel('Who are they to this person? (optional)').fill('Her lodger');
  await adding.getByRole('button', { name: 'Add to household' }).click();
  await expect(page.getByRole('list', { name: 'Who else lives there' })).toContainText('Her lodger');
  await expectAccessible(page, 'details with a household');

  await people.part('Chronology').click();
  await page.getByRole('button', { name: 'Add an event from elsewhere' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an event from elsewhere' });
  await dialog.getByRole('button', { name: 'Add this event' }).click();
  await expect(dialog.getByRole('link', { name: 'Enter the day, or about when it began' })).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Enter what happened' })).toBeVisible();
  const when = dialog.getByRole('group', { name: 'When did it happen?' });
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '12'],
    ['Year', '2019'],
  ] as const)
    await when.getByLabel(part).fill(value);
  await dialog.getByLabel('How should the time read? (optional)').fill('Winter 2019');
  await dialog.getByLabel('What happened?').fill('The heating was cut off.');
  await dialog.getByLabel('Where do you know it from?').fill('Her landlord, by phone');
  await dialog.getByLabel('For the worse').check();
  await dialog.getByRole('button', { name: 'Add this event' }).click();
  const rows = page.getByRole('table', { name: 'Chronology, oldest first' }).getByRole('row');
  // Oldest first: it stands before everything that the log itself knows.
  await expect(rows.nth(1)).toContainText('Winter 2019');
  await expect(rows.nth(1)).toContainText('Her landlord, by phone');
  await expectAccessible(page, 'chronology of a person');
  const before = await rows.count();
  await rows
    .nth(2)
    .getByRole('button', { name: /^Leave out of the print/ })
    .click();
  await expect(rows).toHaveCount(before - 1);
  await rows
    .nth(1)
    .getByRole('button', { name: /^Take back/ })
    .click();
  const back = page.getByRole('dialog', { name: 'Take this event back?' });
  await back.getByLabel('Why does it not belong here?').fill('It was the flat below.');
  await back.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Winter 2019')).toHaveCount(0);

  await people.part('Timeline').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'The heating was cut off.' })).toContainText('Taken back');
  await page.getByText('Dates', { exact: true }).click();
  const until = page.getByRole('group', { name: 'To', exact: true });
  for (const [part, value] of [
    ['Day', '31'],
    ['Month', '12'],
    ['Year', '2019'],
  ] as const)
    await until.getByLabel(part).fill(value);
  await expect(page.getByRole('status').filter({ hasText: 'newest first' })).toHaveText(/^Showing 1 of /);
});
