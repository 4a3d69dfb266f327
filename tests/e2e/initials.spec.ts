import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';

test('initials stand for whole names in every list and result until the log locks, and not where people are recorded', async ({
  app,
}) => {
  const names = /Marsden|Abbotswell|Trent-Lacey/;
  await app.unlock('Amina Q.');
  const main = app.page.getByRole('main');
  await expect(main).toContainText('George Abbotswell');
  await app.page.getByRole('button', { name: 'Show initials only' }).click();
  await expect(main).toContainText('G. A.: ');
  await expectAccessible(app.page, 'today, initials only');
  const somebody = { Today: 'G. A.', People: 'O. T.', Concerns: 'L. M.', Referrals: 'H. S.' };
  for (const [place, initials] of Object.entries(somebody)) {
    await app.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: new RegExp(`^${place}`) })
      .click();
    await expect(app.page.getByRole('heading', { level: 1, name: place })).toBeVisible();
    await expect(main).toContainText(initials);
    await expect(main).not.toContainText(names);
  }

  await app.page.keyboard.press('Control+k');
  await app.page.getByLabel('Name, NHS number or reference').fill('Olive');
  await app.page.getByRole('option', { name: /^O\. T\./ }).click();
  await expect(app.page.getByRole('region', { name: 'Person' })).toContainText('Trent-Lacey');

  await app.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await app.page.getByRole('button', { name: 'Show whole names' }).click();
  await expect(main).toContainText('George Abbotswell');
  await app.page.getByRole('button', { name: 'Show initials only' }).click();
  await app.lock();
  await app.unlock('Amina Q.');
  await expect(app.page.getByRole('main')).toContainText('George Abbotswell');
});
