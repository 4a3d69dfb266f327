import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { openConcernOf } from './pages/concern-decisions.ts';

const words = 'Thank you for seeing it. I will ring him on Thursday.';

/** The row about somebody in a list of Today. */
const rowOf = (page: Page, person: RegExp) => page.getByRole('main').getByRole('listitem').filter({ hasText: person });

async function tellTheLead(page: Page): Promise<void> {
  await openConcernOf(page, 'George');
  await page.getByRole('link', { name: 'Record who you told' }).first().click();
  await page.getByLabel('Who did you tell, or try to tell?').fill('Dr M Fenwick-Oye');
  await page.getByRole('radio', { name: 'By phone' }).check();
  await page.getByRole('radio', { name: 'Just now' }).check();
  await page.getByRole('radio', { name: 'Yes, they know now' }).check();
  await page.getByRole('button', { name: 'Save who you told' }).click();
}

async function decide(page: Page): Promise<void> {
  await openConcernOf(page, 'George');
  await page.getByRole('link', { name: 'Record a decision' }).click();
  await page.getByRole('radio', { name: 'Act within the practice' }).check();
  await page.getByLabel('Why?').fill('Spoke to George alone. He wants the lodger to leave.');
  await page
    .getByRole('group', { name: 'Do they agree to it going outside the practice?' })
    .getByRole('radio', { name: 'Not asked' })
    .check();
  await page.getByRole('radio', { name: 'Not shared' }).check();
  await page.getByLabel('Words for Amina Q.').fill(words);
  await page.getByRole('radio', { name: 'No review' }).check();
  await page.getByRole('button', { name: 'Save decision' }).click();
  await expect(page.getByRole('alert')).toContainText('Decision recorded.');
}

test('whoever raised a concern sees who was told, who read it and what was decided; what is late shows to the deputy', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  await tellTheLead(app.page);
  const heard = app.page.getByRole('heading', { name: 'What you have heard back' });
  await expect(heard).toBeVisible();
  await expect(app.page.getByText(/^Told \d{1,2}:\d\d[ap]m, not read yet/)).toBeVisible();
  await app.page.getByText('What to say on the phone').click();
  await expect(app.page.getByText(/^I am ringing about a safeguarding concern .* reference C-\w{6}\.$/)).toBeVisible();
  await expectAccessible(app.page, 'what you have heard back, with words for the phone');
  await app.page.keyboard.press('Alt+1');
  await expect(rowOf(app.page, /^George/)).toContainText(/Told .*, not read yet/);
  await app.lock();

  await app.unlock('Dr M Fenwick-Oye');
  await decide(app.page);
  await app.lock();

  await app.unlock('C Illing');
  const late = app.page.getByRole('list', { name: 'Late for a colleague' });
  await expect(late.getByText(/^Late for Dr M Fenwick-Oye: .* late$/).first()).toBeVisible();
  await expectAccessible(app.page, 'Today of a deputy, with what is late for the lead');
  await app.lock();

  await app.unlock('Amina Q.');
  await expect(rowOf(app.page, /^George/)).toContainText(`act within the practice. ${words}`);
  await openConcernOf(app.page, 'George');
  await expect(app.page.getByText(words)).toBeVisible();
  await expect(app.page.getByText(/^From Dr M Fenwick-Oye, /)).toBeVisible();
});
