import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { addBehindThePage, openConcernOf, openPart, pressOn, radiosOf, tabTo } from './pages/concern-decisions.ts';
import { printForThePractice } from './pages/printing.ts';

const reason = 'Spoke to George alone at the surgery. He wants the lodger to leave, and no police.';
const forAmina = 'Thank you for seeing it. Do not phone the house; I will ring him on Thursday.';
const meanwhile = 'George rang: the lodger has his bank card.';
const asked = 'Ring George at work, not at home';

/** From the page of the concern: the lead says that she has read it, with the keyboard alone. */
async function acknowledge({ page }: App): Promise<void> {
  await expect(page.getByText('This concern has not been acknowledged.')).toBeVisible();
  await expect(page.getByText('Saved. Nobody has been told yet')).toBeVisible();
  await expectAccessible(page, 'concern that nobody was told of');
  await pressOn(page, page.getByRole('link', { name: 'Acknowledge', exact: true }));
  await expect(page.getByText('Immediate danger', { exact: true })).toBeVisible();
  await expectAccessible(page, 'acknowledge');
  await pressOn(page, page.getByRole('button', { name: 'Acknowledge', exact: true }));
  await expect(page.getByRole('alert')).toContainText('Acknowledged. Somebody owns the next step.');
  await expect(page.getByText('Saved. Nobody has been told yet')).toHaveCount(0);
}

/** Chooses the radio that lies so many arrow keys from where Tab arrives. */
async function choose({ page }: App, question: string, key: 'ArrowDown' | 'ArrowUp', times: number): Promise<void> {
  await tabTo(page, radiosOf(page, question).first());
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key);
}

async function fillDecision(app: App): Promise<void> {
  const { page } = app;
  await choose(app, 'What have you decided?', 'ArrowDown', 3);
  await expect(page.getByRole('radio', { name: 'Act within the practice' })).toBeChecked();
  await choose(app, 'Do they agree to it going outside the practice?', 'ArrowDown', 1);
  await choose(app, 'Basis for sharing', 'ArrowUp', 1);
  await expect(page.getByRole('radio', { name: 'Not shared' })).toBeChecked();
  await tabTo(page, page.getByLabel('Words for Amina Q.'));
  await page.keyboard.type(forAmina);
  await choose(app, 'Next review', 'ArrowDown', 1);
  await pressOn(page, page.getByRole('button', { name: 'Add an action' }));
  await expect(page.getByLabel('What needs to happen?')).toBeFocused();
  await page.keyboard.type(asked);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Amina');
}

async function decide(app: App, reference: string): Promise<void> {
  const { page } = app;
  await pressOn(page, page.getByRole('link', { name: 'Record a decision' }));
  await tabTo(page, page.getByLabel('Why?'));
  await page.keyboard.type(reason);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('There is a problem')).toBeVisible();
  for (const message of ['Select what you have decided', 'Select the basis for sharing', 'Select a next review date'])
    await expect(page.getByRole('link', { name: message })).toBeVisible();
  await expect(page).toHaveTitle(/^Error: Record a decision/);
  await expect(page.getByLabel('Why?')).toHaveValue(reason);
  await expectAccessible(page, 'decision with errors');
  await fillDecision(app);
  await expect(page.getByText('Draft saved')).toBeVisible();

  await addBehindThePage(page, reference, meanwhile);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Read what is new, then save again.')).toBeVisible();
  await expect(page.getByText(meanwhile)).toBeVisible();
  await expect(page.getByLabel('Why?')).toHaveValue(reason);
  await expectAccessible(page, 'decision with news');
  await tabTo(page, page.getByRole('button', { name: 'Save decision' }));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Decision recorded. It cannot be edited, but you can add to it.');
}

/** Main takes no file name but a kind, a reference and a day (electron/file-name.ts): one with a name saves nothing. */
async function print({ host, page, userData }: App): Promise<void> {
  const path = join(userData, 'print.pdf');
  host.os({ os: 'dialog', path });
  await page.keyboard.press('Control+P');
  await printForThePractice(page);
  await expect(page.getByText('Saved as PDF.')).toBeVisible();
  expect(readFileSync(path).subarray(0, 4).toString()).toBe('%PDF');
  await expect(page).toHaveTitle(/^Concern C-[0-9A-Z]{6} /);
  host.os({ os: 'dialog', path: null });
  await pressOn(page, page.getByRole('button', { name: 'Print or save PDF' }));
  await printForThePractice(page);
  await expect(page.getByText('Not saved. The attempt stands in the audit log.')).toBeVisible();
}

const owed = 'Tell Leah, through her sister, who will ring her before the meeting';

async function finishAndOpenAgain({ page }: App): Promise<void> {
  const dialog = page.getByRole('dialog');
  await pressOn(page, page.getByRole('button', { name: `Mark done ${owed}` }));
  await dialog.getByRole('button', { name: 'Save as done' }).click();
  await expect(dialog.getByRole('link', { name: 'Enter what happened' })).toBeVisible();
  await expectAccessible(page, 'dialog to mark an action done');
  await dialog.getByLabel('What happened?').fill('Her sister has told her.');
  await dialog.getByRole('button', { name: 'Save as done' }).dblclick();
  await expect(page.getByText('Her sister has told her.')).toBeVisible();
  await page.getByRole('button', { name: `Open again ${owed}` }).click();
  await dialog.getByLabel('Why is it not done?').fill('It was about another meeting.');
  await dialog.getByRole('button', { name: 'Open it again' }).click();
  await expect(page.getByRole('button', { name: `Mark done ${owed}` })).toBeVisible();
}

test('a lead acknowledges and decides with the keyboard alone, and whoever raised it reads why', async ({ app }) => {
  await app.unlock('Dr M Fenwick-Oye');
  await app.page.keyboard.press('Alt+3');
  await expect(app.page.getByRole('row', { name: 'George' }).getByText('Nobody has been told yet')).toBeVisible();
  await expectAccessible(app.page, 'concerns');
  await openConcernOf(app.page, 'George');
  const [reference = ''] = /C-\w+/.exec(await app.page.title()) ?? [];
  await acknowledge(app);
  await decide(app, reference);
  await app.lock();

  await app.unlock('Amina Q.');
  await openConcernOf(app.page, 'George');
  await expect(app.page.getByRole('alert')).toHaveCount(0);
  await expect(app.page.getByRole('heading', { name: 'Decided: act within the practice' })).toBeVisible();
  await expect(app.page.getByText(reason)).toBeVisible();
  await expect(app.page.getByText(forAmina)).toBeVisible();
  await expect(app.page.getByText(meanwhile)).toBeVisible();
  await openPart(app.page, 'Decision log');
  await expect(app.page.getByText(reason)).toBeVisible();
  await expect(app.page.getByText(asked)).toBeVisible();
  await openPart(app.page, 'Audit trail');
  for (const what of ['Concern opened', 'Concern acknowledged', 'Decision recorded on a concern'])
    await expect(app.page.getByRole('row', { name: `Dr M Fenwick-Oye ${what}` })).toBeVisible();
  await expect(app.page.getByRole('row', { name: 'Amina Q. Concern opened' }).first()).toBeVisible();
});

test('an action is done, opened again and told in the chronology, and the concern is printed', async ({ app }) => {
  await app.unlock('Amina Q.');
  await openConcernOf(app.page, 'Leah');
  await expectAccessible(app.page, 'concern with a decision');
  await print(app);
  await openPart(app.page, 'Decision log');
  await expectAccessible(app.page, 'decision log');
  await openPart(app.page, 'Actions');
  await finishAndOpenAgain(app);
  await expectAccessible(app.page, 'actions');
  await openPart(app.page, 'Chronology');
  await expect(app.page.getByRole('row', { name: /Action opened again/ })).toContainText('about another meeting');
  await expect(app.page.getByRole('row', { name: /What was seen or heard/ })).toContainText('Late entry');
  await expectAccessible(app.page, 'chronology');
  await openPart(app.page, 'Audit trail');
  await expect(app.page.getByRole('row', { name: /Amina Q\. .*printed/ }).first()).toBeVisible();
  await expectAccessible(app.page, 'audit trail');
});
