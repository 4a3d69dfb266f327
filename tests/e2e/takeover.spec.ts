import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { RaisePage } from './pages/raise.ts';

async function tell(page: Page, who: string, takenOver: string): Promise<void> {
  await page.getByLabel('Who did you tell, or try to tell?').fill(who);
  await page.getByRole('radio', { name: 'By phone' }).check();
  await page.getByRole('radio', { name: 'Just now' }).check();
  await page.getByRole('radio', { name: 'Yes, they know now' }).check();
  await page.getByRole('radio', { name: takenOver }).check();
  await page.getByRole('button', { name: 'Save who you told' }).click();
}

async function decideNothingMore(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Record a decision' }).click();
  await page.getByRole('radio', { name: 'No further action' }).check();
  await page.getByLabel('Why?').fill('Reception says that he is known to the crisis team.');
  await page
    .getByRole('group', { name: 'Do they agree to it going outside the practice?' })
    .getByRole('radio', { name: 'Not asked' })
    .check();
  await page.getByRole('radio', { name: 'Not shared' }).check();
  await page.getByRole('radio', { name: 'No review' }).check();
  await page.getByRole('button', { name: 'Save decision' }).click();
  await expect(page.getByRole('alert')).toContainText('Decision recorded.');
}

test('that nobody has taken over stays red when told, acknowledged and decided, until a takeover is recorded', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  const raise = new RaisePage(app.page);
  await raise.open();
  await raise.danger('No');
  await app.page.getByLabel('Name or NHS number').fill('Olive');
  await app.page.getByRole('option', { name: /Olive Trent-Lacey/ }).click();
  await raise.category('Further', 'Self-harm or suicide risk');
  await raise.happened('She said on the phone that she cannot see a way forward.');
  await app.page.getByRole('radio', { name: /^Nobody yet/ }).check();
  await raise.goOn();
  await app.page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');
  await expectAccessible(app.page, 'saved, nobody told');
  await tell(app.page, 'Reception, Alderfield', 'No, or not yet');
  await raise.expectSaved('Saved. Nobody has taken over yet');
  await app.afterLock(async () => {
    await app.page.keyboard.press('Control+l');
    const asked = app.page.getByRole('dialog');
    await expect(asked.getByText('You have not recorded that anybody has.')).toBeVisible();
    await asked.getByRole('button', { name: 'Lock anyway' }).click();
  });

  await app.unlock('Dr M Fenwick-Oye');
  const { page } = app;
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Olive Trent-Lacey: ' });
  await expect(row.locator('.due--late')).toHaveText(/^Nobody has taken over yet\. (.*\. )?No owner yet$/);
  await row.getByRole('link', { name: /^Olive/ }).click();
  await page.getByRole('link', { name: 'Acknowledge', exact: true }).click();
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(row.locator('.due--late')).toHaveText(/^Nobody has taken over yet\. (.*\. )?Owner: Dr M Fenwick-Oye$/);
  await row.getByRole('link', { name: /^Olive/ }).click();
  await decideNothingMore(page);
  await expect(page.getByText('Nobody has taken over the next step yet')).toBeVisible();
  await expectAccessible(page, 'decided, nobody took over');

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(row.locator('.due--late')).toHaveText(/^Nobody has taken over yet\. (.*\. )?Owner: Dr M Fenwick-Oye$/);
  await row.getByRole('link', { name: /^Record who took over/ }).click();
  await tell(page, 'Duty GP, Alderfield', 'Yes, they own the next step now');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Concerns waiting for you' })).toBeVisible();
  await expect(row).toHaveCount(0);
});
