import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { ask } from './asking.ts';
import { addBehindThePage, openConcernOf, openPart, pressOn } from './pages/concern-decisions.ts';

const reason = 'George has a new lock and his card. The lodger has moved out.';
const forAmina = 'Thank you. He asked me to tell you that he sleeps again.';
const meanwhile = 'George rang: he would like a visit next week.';
const whyAgain = 'The lodger is back.';

async function lineOf(page: Page, name: string) {
  const line = (await ask(page, 'concerns', 'list')).find((one) => one.name.startsWith(name));
  if (line === undefined) throw new Error(`no concern about ${name}`);
  return line;
}

/** Decides past the screens: concerns-decide.spec.ts shows how that is done on them. */
async function decideAbout(page: Page, name: string): Promise<void> {
  const { concern } = await lineOf(page, name);
  const { newest: seen } = await ask(page, 'concerns', 'open', { concern });
  const said = { decision: 'internal-action', reason, sharing: 'not-shared', reviewOn: null, agreesOutside: 'no' };
  await ask(page, 'concerns', 'decide', { concern, seen, ...said });
}

async function fillClosing(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Managed in primary care' }).check();
  await page.getByRole('radio', { name: 'Reduced' }).check();
  await page.getByRole('group', { name: 'Did the person get what they wanted?' }).getByLabel('Partly').check();
  await page.getByLabel('Words for Amina Q., who raised it').fill(forAmina);
}

async function closeGeorge(app: App): Promise<void> {
  const { page } = app;
  const { reference } = await lineOf(page, 'George');
  await page.getByRole('main').getByRole('link', { name: 'Close this concern' }).first().click();
  await expect(page.getByText('You cannot close this concern yet')).toHaveCount(0);
  await page.getByLabel('Why?').fill(reason);
  await page.keyboard.press('Control+Enter');
  for (const message of [
    'Select the outcome',
    'Select what the risk is now',
    'Enter what the person who raised this is told',
  ])
    await expect(page.getByRole('link', { name: message })).toBeVisible();
  await expectAccessible(page, 'closing with errors');
  await fillClosing(page);
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Close this concern' }).first().click();
  await page.getByRole('button', { name: 'Continue it' }).click();
  await expect(page.getByLabel('Why?')).toHaveValue(reason);

  await addBehindThePage(page, reference, meanwhile);
  await page.getByRole('button', { name: 'Close this concern' }).click();
  await expect(page.getByText('Read what is new, then save again.')).toBeVisible();
  await expect(page.getByText(meanwhile)).toBeVisible();
  await expect(page.getByLabel('Why?')).toHaveValue(reason);
  await expect(page.getByLabel('Words for Amina Q.')).toHaveValue(forAmina);
  await page.getByRole('button', { name: 'Close this concern' }).click();
  await expect(page.getByRole('alert')).toContainText('Concern closed. Nothing is deleted, and it can be reopened.');
}

test('a concern is closed once nothing is open, whoever raised it reads why, and it is reopened', async ({ app }) => {
  await app.unlock('Dr M Fenwick-Oye');
  await openConcernOf(app.page, 'Leah');
  await app.page.getByRole('main').getByRole('link', { name: 'Close this concern' }).first().click();
  await expect(app.page.getByRole('heading', { name: 'You cannot close this concern yet' })).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Close this concern' })).toHaveCount(0);
  await expectAccessible(app.page, 'closing that is blocked');
  await app.page.getByRole('link', { name: 'Go to the action' }).first().click();
  await expect(app.page.getByRole('button', { name: /^Mark done/ }).first()).toBeVisible();

  await openConcernOf(app.page, 'George');
  await app.page.getByRole('link', { name: 'Close this concern' }).click();
  await expect(app.page.getByText('No decision is recorded')).toBeVisible();
  await decideAbout(app.page, 'George');
  await openConcernOf(app.page, 'George');
  await closeGeorge(app);
  await expect(app.page.getByText('Closed', { exact: true }).first()).toBeVisible();
  await app.page.keyboard.press('Alt+3');
  await expect(app.page.getByRole('row', { name: 'George' })).toHaveCount(0);
  await app.page.getByRole('link', { name: /^Closed/ }).click();
  await expect(app.page.getByRole('row', { name: 'George' })).toContainText('Managed in primary care');
  await expectAccessible(app.page, 'closed concerns');
  await app.lock();

  await app.unlock('Amina Q.');
  const mine = app.page.getByRole('link', { name: /^George Abbotswell/ }).first();
  await pressOn(app.page, mine);
  await expect(app.page.getByRole('heading', { name: 'What you have heard back' })).toBeVisible();
  await expect(app.page.getByText(forAmina)).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Reopen' })).toHaveCount(0);
  await app.lock();

  await app.unlock('Dr M Fenwick-Oye');
  await app.page.keyboard.press('Alt+3');
  await app.page.getByRole('link', { name: /^Closed/ }).click();
  await app.page.getByRole('row', { name: 'George' }).getByRole('link', { name: /^C-/ }).click();
  await app.page.getByRole('button', { name: 'Reopen' }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Reopen this concern' }).click();
  await expect(dialog.getByRole('link', { name: 'Enter why it is reopened' })).toBeVisible();
  await dialog.getByLabel('Why is it reopened?').fill(whyAgain);
  await dialog.getByRole('button', { name: 'Reopen this concern' }).click();
  await expect(app.page.getByRole('heading', { name: 'Reopened' })).toBeVisible();
  await expect(app.page.getByText(whyAgain)).toBeVisible();
  await openPart(app.page, 'Chronology');
  await expect(app.page.getByRole('row', { name: /Closed: Managed in primary care/ })).toContainText(reason);
});

test('two people close a concern at once, and the second loses no word', async ({ app }) => {
  const { page } = app;
  await app.unlock('Dr M Fenwick-Oye');
  await decideAbout(page, 'George');
  await openConcernOf(page, 'George');
  await page.getByRole('main').getByRole('link', { name: 'Close this concern' }).first().click();
  await page.getByLabel('Why?').fill(reason);
  await fillClosing(page);
  const { concern } = await lineOf(page, 'George');
  const { newest: seen } = await ask(page, 'concerns', 'open', { concern });
  const theirs = { outcome: 'other-agency-leading', reason: 'Police have charged him.', forRaiser: 'Thank you.' };
  await ask(page, 'concerns', 'close', { concern, seen, risk: 'removed', wishes: 'not-asked', ...theirs });
  const save = page.getByRole('button', { name: 'Close this concern' });
  await save.click();
  await expect(page.getByText('Read what is new, then save again.')).toBeVisible();
  await expect(page.getByText(theirs.reason)).toBeVisible();
  await save.click();
  await expect(page.getByText('This concern is closed. Reopen it first.').first()).toBeVisible();
  await expect(page.getByLabel('Why?')).toHaveValue(reason);
  await expect(page.getByLabel('Words for Amina Q.')).toHaveValue(forAmina);
});
