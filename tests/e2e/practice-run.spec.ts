import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { RaisePage } from './pages/raise.ts';
import { StaffPages } from './pages/staff.ts';

const worker = 'Amina Q.';
const lead = 'Dr M Fenwick-Oye';

test('somebody practises a concern about nobody: told, acknowledged, read, marked everywhere and counted nowhere', async ({
  app,
}) => {
  await app.unlock(worker);
  const staff = new StaffPages(app.page);
  // A lock brings a page of its own.
  const tiles = () => app.page.getByRole('list', { name: 'What waits for you' });
  await expect(tiles()).toContainText('Your concern');
  const counted = await tiles().getByRole('listitem').allInnerTexts();
  await app.page.getByRole('link', { name: /^Practise/ }).click();
  await expectAccessible(app.page, 'practice run, before');
  await app.page.getByRole('button', { name: 'Begin the practice run' }).click();
  const raise = new RaisePage(app.page);
  const bar = app.page.getByRole('region', { name: 'Person', exact: true });
  await expect(bar).toContainText('Practice run: nobody real');
  await raise.danger('No');
  await raise.category('About an adult', 'Self-neglect');
  await raise.happened('Invented: the letters pile up behind the door.');
  await raise.goOn();
  await app.page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');
  await expect(bar).toContainText('Practice run: nobody real');

  await staff.toToday();
  await expect.poll(() => tiles().getByRole('listitem').allInnerTexts()).toEqual(counted);
  await expect(staff.rows('Practice runs')).toContainText('Saved. Now tell somebody.');
  await expect(staff.rows('Practice runs')).toContainText('Nobody has acknowledged your practice run yet');
  await app.page.getByRole('link', { name: 'Look at your practice run' }).click();
  await expect(app.page.getByText('You can lock the log now and come back.')).toBeVisible();
  await app.page.getByRole('link', { name: 'Record who you told' }).click();
  await app.page.getByLabel('Who did you tell, or try to tell?').fill(lead);
  await app.page.getByRole('radio', { name: 'By phone' }).check();
  await app.page.getByRole('radio', { name: 'Just now' }).check();
  await app.page.getByRole('radio', { name: 'Yes, they know now' }).check();
  await app.page.getByRole('button', { name: 'Save who you told' }).click();
  await expect(app.page.getByText('Practice run: nobody real')).toBeVisible();
  await app.page.getByRole('link', { name: 'Concerns' }).first().click();
  await expect(app.page.getByRole('row', { name: 'Practice Run' })).toHaveCount(0);
  const lists = app.page.getByRole('navigation', { name: 'Lists of concerns' });
  const tab = lists.getByRole('link', { name: 'Practice runs' });
  await expect(tab).toContainText('1');
  await tab.click();
  await expect(app.page.getByRole('row', { name: 'Practice Run' })).toHaveCount(1);
  await expect(app.page.getByRole('row', { name: 'Practice Run' })).toContainText('Practice run');
  await expectAccessible(app.page, 'concerns: practice runs');

  await app.lock();
  await app.unlock(lead);
  const theirs = new StaffPages(app.page).rows('Practice runs');
  await expect(app.page.getByRole('list', { name: 'What waits for you' })).not.toContainText('Practice');
  await theirs.getByRole('link', { name: `${worker} practises raising a concern` }).click();
  await expect(app.page.getByText('Practice run', { exact: true }).first()).toBeVisible();
  await expect(app.page.getByRole('link', { name: 'Refer to a health professional' })).toHaveCount(0);
  await app.page.getByRole('link', { name: 'Acknowledge', exact: true }).click();
  await app.page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(app.page.getByRole('alert')).toContainText('Acknowledged');
  await new StaffPages(app.page).toToday();
  await expect(theirs).toHaveCount(0);

  await app.lock();
  await app.unlock(worker);
  const again = new StaffPages(app.page);
  await again.toToday();
  await expect(again.rows('Practice runs')).toContainText(`${lead} has read and acknowledged your practice run`);
  await expect.poll(() => tiles().getByRole('listitem').allInnerTexts()).toEqual(counted);
  await app.page.getByRole('link', { name: 'Look at your practice run' }).click();
  await expect(app.page.getByText('Your practice run is finished')).toBeVisible();
  await again.toToday();
  await expect(again.rows('Practice runs')).toHaveCount(0);
  await expect(app.page.getByRole('link', { name: /^Practise/ })).toHaveCount(0);
  await app.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
  await expect(app.page.getByRole('row', { name: 'Practice Run' })).toContainText('Practice run');
  await app.page.getByRole('link', { name: 'Practice Run (invented)' }).click();
  await app.page.getByRole('link', { name: 'Your practice run' }).click();
  await expect(app.page.getByText('Your practice run is finished')).toBeVisible();
  await expect(again.rows('Practice run').last()).toContainText(`Read by ${lead}`);
  await expectAccessible(app.page, 'practice run, finished');
});
