import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { choose, enter, tabTo, type } from './keyboard.ts';

const asked = 'Please look at his blood pressure again.';
const said = 'His readings are at target, so there is nothing to review.';
const next = 'Amina tells him by phone on Friday.';

async function sendByKeys({ page }: App): Promise<string> {
  await page.keyboard.press('Alt+2');
  await type(page, page.getByLabel('Name or NHS number'), 'abbots');
  await expect(page.getByText('1 person matches')).toBeVisible();
  await enter(page, page.getByRole('link', { name: 'George Abbotswell' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible();
  await enter(page, page.getByRole('link', { name: 'Refer to a health professional' }));

  await type(page, page.getByLabel('Who are you referring to?'), 'Duty GP, Alderfield');
  await choose(page, 'What is the referral for?', 'Review');
  await type(page, page.getByLabel('What do you need them to do?'), asked);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Select how soon' })).toBeVisible();
  await expectAccessible(page, 'a referral with errors');
  await enter(page, page.getByRole('link', { name: 'Select how soon' }));
  await choose(page, 'How soon?', 'Emergency, now');
  await choose(page, 'Does the person agree?', 'Yes');
  await choose(page, 'How did you send it?', 'By phone');
  await choose(page, 'When did you send it?', 'Today');
  await choose(page, 'When do you need a reply?', 'I do not need a reply');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('what is for today always needs one');
  await choose(page, 'When do you need a reply?', 'Today');
  await expect(page.getByLabel('What do you need them to do?')).toHaveValue(asked);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('This log does not send messages outside this computer');
  await expectAccessible(page, 'a referral');
  const caption = await page
    .getByText(/^Referral R-/)
    .first()
    .textContent();
  return caption?.replace('Referral ', '') ?? '';
}

test('a link worker refers somebody back by keyboard, the lead records the answer, the link worker sees it', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  const reference = await sendByKeys(app);

  await app.lock();
  await app.unlock('Dr M Fenwick-Oye');
  const lead = app.page;
  await lead.keyboard.press('Alt+4');
  await expect(lead.getByRole('heading', { level: 1, name: 'Referrals' })).toBeVisible();
  await expect(lead.getByRole('listitem').filter({ hasText: reference })).toContainText('emergency');
  await expectAccessible(lead, 'referrals');
  await enter(lead, lead.getByRole('link', { name: `Record the answer to ${reference}` }));
  await expect(lead.getByText(asked)).toBeVisible();
  await choose(lead, 'What did they answer?', 'They declined it');
  await type(lead, lead.getByLabel('What did they say?'), said);
  await choose(lead, 'When did they answer?', 'Today');
  await lead.keyboard.press('Control+Enter');
  await expect(lead.getByRole('link', { name: 'Enter what happens now, and who does it' })).toBeVisible();
  await expect(lead.getByLabel('What did they say?')).toHaveValue(said);
  await expectAccessible(lead, 'an answer with an error');
  await type(lead, lead.getByLabel('What happens now?'), next);
  await enter(lead, lead.getByRole('button', { name: 'Save this answer' }));
  await expect(lead.getByRole('alert')).toContainText('Nobody has told them');
  await expect(lead.getByRole('link', { name: 'Record the answer' })).toHaveCount(0);

  await app.lock();
  await app.unlock('Amina Q.');
  const { page } = app;
  await page.keyboard.press('Alt+4');
  await enter(page, page.getByRole('link', { name: /^Answered/ }));
  await expect(page.getByRole('listitem').filter({ hasText: reference })).toContainText('Declined');
  await enter(page, page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first());
  await expect(page.getByText(said)).toBeVisible();
  await expect(page.getByText(next)).toBeVisible();
  await expect(page.getByText('Dr M Fenwick-Oye (safeguarding lead)').first()).toBeVisible();
  await enter(page, page.getByRole('region', { name: 'Person', exact: true }).getByRole('link').first());
  await expect(page.getByRole('link', { name: 'Answer to the referral: they declined it' })).toBeVisible();
});

test('a referral without a person can be begun, left for somebody new, and finished', async ({ app }) => {
  await app.unlock('Amina Q.');
  const { page } = app;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: 'Refer to a health professional' }).click();
  await page.getByLabel('What do you need them to do?').fill(asked);
  await page.getByRole('button', { name: 'Add someone who is not in this log' }).click();
  await page.getByRole('group', { name: 'Do you know their NHS number?' }).getByRole('radio', { name: 'No' }).check();
  await page.getByRole('radio', { name: 'Not yet identified' }).check();
  await page.getByLabel('What is known of this person?').fill('A man in a red coat at the food bank.');
  await page.getByRole('radio', { name: 'None of these, or I do not know' }).check();
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Refer to a health professional' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Person chosen' })).toContainText('A man in a red coat');
  await expect(page.getByLabel('What do you need them to do?')).toHaveValue(asked);

  // Somebody walks away: after the lock the page stands where it was left.
  await page.getByLabel('Who are you referring to?').fill('Outreach nurse');
  await app.lock();
  await app.unlock('Amina Q.');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Refer to a health professional' })).toBeVisible();
  await expect(app.page.getByLabel('Who are you referring to?')).toHaveValue('Outreach nurse');
  await tabTo(app.page, app.page.getByRole('button', { name: 'Record this referral' }));
  await expectAccessible(app.page, 'a referral in a draft');
});
