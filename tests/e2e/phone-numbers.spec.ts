import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { openConcernOf } from './pages/concern-decisions.ts';

test('a number that is old is checked again, and the one of the right council shows where it is needed', async ({
  app,
}) => {
  await app.unlock('Dr M Fenwick-Oye');
  const { page } = app;
  await page
    .getByRole('link', { name: /^Dr M Fenwick-Oye/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Phone numbers' }).first().click();
  const hub = page.getByRole('row', { name: /01632 960102/ });
  await expect(hub).toContainText('Check it again');
  await expect(page.getByRole('table', { name: 'Phone numbers: Saltmarsh' })).toContainText('01632 960110');
  await expectAccessible(page, 'phone numbers by council');
  await hub.getByRole('button', { name: /^I checked it today/ }).click();
  await expect(hub).not.toContainText('Check it again');
  await expect(hub).toContainText('Children’s social care (MASH)');

  // Her practice lies in Harrowmere. The number of the other council stands in the panel about danger alone.
  await openConcernOf(page, 'Leah Marsden');
  await page.getByRole('link', { name: 'Record a referral outside' }).first().click();
  await page.getByLabel('Where did you refer it?').selectOption({ label: 'Adult social care' });
  await expect(page.getByText('Secure email: adults@harrowmere.example.org')).toBeVisible();
  await expect(page.getByText('Saltmarsh council, adults')).toHaveCount(1);
});
