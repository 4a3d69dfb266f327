import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { RaisePage } from './pages/raise.ts';

async function toConcernOf({ page }: App, person: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Concerns/ })
    .click();
  await page.getByRole('row', { name: person }).getByRole('link', { name: /^C-/ }).click();
  await page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
}

const card = ({ page }: App, title: string) =>
  page.locator('section.card').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** Somebody is added after what was missing is named, corrected, and taken out: nothing of it goes away. */
async function addCorrectAndTakeOut(app: App): Promise<void> {
  const { page } = app;
  await page.getByRole('link', { name: 'Add somebody', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  for (const message of ['Select their part in this concern', 'Select if you know who they are'])
    await expect(page.getByRole('link', { name: message })).toBeVisible();
  await expectAccessible(page, 'add somebody to a concern, with errors');
  await page.getByRole('radio', { name: 'Lives in the same home' }).check();
  await page.getByRole('radio', { name: 'I know their name' }).check();
  await page.getByRole('textbox', { name: 'Their name' }).fill('Mr Tall');
  await page.getByRole('group', { name: 'Do they live with the person?' }).getByLabel('Yes').check();
  await page.getByRole('group', { name: 'Do they know about this concern?' }).getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const people = card(app, 'People in this concern');
  await expect(people).toContainText('Mr Tall');
  await people.getByRole('link', { name: 'Correct what stands about Mr Tall' }).click();
  await expect(page.getByRole('textbox', { name: 'Their name' })).toHaveValue('Mr Tall');
  await page.getByRole('textbox', { name: 'Their name' }).fill('Mr Talbot');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await people.getByRole('button', { name: 'Take out Mr Talbot' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('Enter why they are taken out').first()).toBeVisible();
  await page.getByLabel('Why are they taken out?').fill('He moved away last year.');
  await page.getByRole('dialog').getByRole('button', { name: 'Take out', exact: true }).click();
  await people.getByText('Taken out or corrected (2)').click();
  await expect(people).toContainText('Mr Tall:');
  await expect(people).toContainText('He moved away last year.');
}

async function recordChecklist(app: App): Promise<void> {
  const { page } = app;
  await page.getByRole('link', { name: 'Record a risk checklist' }).click();
  await page.getByLabel('Which checklist was it?').fill('DASH');
  await page.getByLabel('Who scored it?').fill('The adviser');
  await page.getByRole('button', { name: 'Save the checklist' }).click();
  await expect(
    page.getByRole('link', { name: 'Enter the total, the level or the judgement that they wrote' }),
  ).toBeVisible();
  await expectAccessible(page, 'risk checklist with errors');
  await page.getByRole('group', { name: 'Are they trained for it?' }).getByLabel('Yes').check();
  const now = new Date();
  await page.getByLabel('Day').fill(String(now.getDate()));
  await page.getByLabel('Month').fill(String(now.getMonth() + 1));
  await page.getByLabel('Year').fill(String(now.getFullYear()));
  await page.getByLabel('The total that they wrote (optional)').fill('3');
  await page.getByRole('button', { name: 'Save the checklist' }).click();
  const newest = card(app, 'Risk checklist: DASH').first();
  await expect(newest).toContainText(/As scored by The adviser on \d+ \w+ \d{4}/);
  await expect(newest).toContainText('Total they wrote');
  await expect(newest.getByText('3', { exact: true })).toBeVisible();
}

test('people in a concern: a partner close by is pointed out; somebody is added, corrected and taken out; a checklist stands as scored', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  await toConcernOf(app, 'Leah Marsden');
  const { page } = app;
  await expect(page.getByText('Her partner (name not known) may be the source of harm.')).toBeVisible();
  await expect(
    page.getByText('They live with the person, have the same address and are registered at the same practice.'),
  ).toBeVisible();
  await expect(card(app, 'Risk checklist: DASH').getByText('16', { exact: true })).toBeVisible();
  await addCorrectAndTakeOut(app);
  await recordChecklist(app);
  await expectAccessible(page, 'concern with people and checklists');
  await page.getByRole('link', { name: 'Chronology' }).click();
  await expect(page.getByText('Somebody taken out of the concern')).toBeVisible();
});

/** What was typed is a draft: from Today somebody comes back into the same form. */
async function goOnFromToday({ page }: App): Promise<void> {
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Today/ })
    .click();
  await page.getByRole('button', { name: /^More about a concern: Concern C-/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Record a body map' })).toBeVisible();
  await expect(page.getByLabel('Who was there?')).toHaveValue('Leah and I');
}

test('a body map: the boxes are the control, the picture mirrors them, and each map stands by itself', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  await toConcernOf(app, 'Leah Marsden');
  const { page } = app;
  await page.getByRole('link', { name: 'Record a body map' }).click();
  await expect(page.getByText('Record only what you saw. Do not examine or photograph.')).toBeVisible();
  await page.getByRole('button', { name: 'Save the body map' }).click();
  await expect(page.getByRole('link', { name: 'Select where on the body' })).toBeVisible();
  const ear = page.getByRole('checkbox', { name: 'Left ear' });
  await page.locator('path[data-region="front-left-ear"]').click();
  await expect(ear).toBeChecked();
  await page.getByRole('checkbox', { name: 'Upper back' }).check();
  await expect(page.locator('path[data-region="back-upper-back"]')).toHaveClass(/--marked/);
  await page.locator('path[data-region="back-upper-back"]').click();
  await expect(page.getByRole('checkbox', { name: 'Upper back' })).not.toBeChecked();
  await page.getByRole('radio', { name: 'They chose to show me' }).check();
  const now = new Date();
  await page.getByLabel('Day').fill(String(now.getDate()));
  await page.getByLabel('Month').fill(String(now.getMonth() + 1));
  await page.getByLabel('Year').fill(String(now.getFullYear()));
  await page.getByLabel('Who was there?').fill('Leah and I');
  await page.getByRole('button', { name: 'Save the body map' }).click();
  await expect(page.getByRole('link', { name: 'Enter what you saw' })).toBeVisible();
  await expectAccessible(page, 'body map with errors');
  await goOnFromToday(app);
  await expect(ear).toBeChecked();
  await page.getByLabel('What did you see there?').fill('A fading mark under the ear');
  await page.getByLabel('Colour (optional)').fill('Yellow-brown');
  await page.getByRole('button', { name: 'Save the body map' }).click();
  const map = card(app, 'Body map');
  await expect(map).toContainText('A fading mark under the ear, Yellow-brown');
  await expect(map.locator('path[data-region="front-left-ear"]')).toHaveClass(/--marked/);
  await expectAccessible(page, 'concern with a body map');
});

/** While a page is being printed as a copy for others: what of it is about other people. */
function aboutOthersInPrint(page: Page): Promise<{ readonly leftOut: number; readonly shown: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.body.classList.contains('copy-for-others')) return;
          observer.disconnect();
          const parts = [...document.querySelectorAll('.about-others')];
          const leftOut = parts.filter((part) => getComputedStyle(part).display === 'none').length;
          resolve({ leftOut, shown: parts.length - leftOut });
        }).observe(document.body, { attributes: true });
      }),
  );
}

const herPartner = 'Her partner (name not known)';

test('before a print: how to contact them safely, and who it is for; the source of harm gets no copy', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  await toConcernOf(app, 'Leah Marsden');
  const { page, host } = app;
  const path = join(app.userData, 'copy.pdf');
  host.os({ os: 'dialog', path });
  await page.getByRole('button', { name: 'Print or save PDF' }).click();
  const dialog = page.getByRole('dialog', { name: 'Before you print' });
  await expect(dialog.getByText(/to her sister only\. No texts, no letters, no voicemail/)).toBeVisible();
  await expect(dialog.getByText(`${herPartner} may be the source of harm.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(dialog.getByRole('link', { name: 'Select who this print is for' })).toBeVisible();
  await expectAccessible(page, 'before a print, with errors');
  await dialog.getByRole('radio', { name: 'Somebody else who is named in a concern' }).check();
  await dialog.getByLabel('Who is it for?').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(dialog.getByRole('link', { name: /^They may be the source of harm, so no copy is made/ })).toBeVisible();
  expect(existsSync(path)).toBe(false);
  await dialog.getByRole('radio', { name: 'The person it is about' }).check();
  await expect(dialog.getByText(/What is recorded about other people is left out/)).toBeVisible();
  const shown = aboutOthersInPrint(page);
  await page.emulateMedia({ media: 'print' });
  await page.keyboard.press('Control+Enter');
  expect(await shown).toEqual({ leftOut: expect.any(Number), shown: 0 });
  expect((await shown).leftOut).toBeGreaterThan(2);
  await expect(page.getByText(/^Saved as PDF\./)).toBeAttached();
  await page.emulateMedia({ media: null });
  await expect(card(app, 'People in this concern')).toBeVisible();
  expect(existsSync(path)).toBe(true);
});

test('domestic abuse: how to contact them safely is asked before what happened, and kept in their details when asked', async ({
  app,
}) => {
  await app.unlock('Tom F.');
  const { page } = app;
  const raise = new RaisePage(page);
  await raise.open();
  await raise.danger('No');
  await raise.addPerson('Ifan', 'Prydderch', 'Wren Street');
  await expect(page.getByText('First: keep them safe')).toHaveCount(0);
  await raise.category('About an adult', 'Domestic abuse');
  await expect(page.getByText('First: keep them safe')).toBeVisible();
  await raise.group('Is it safe to talk with them now?').getByRole('radio', { name: 'No', exact: true }).check();
  await expect(page.getByLabel('Keep this in their details too', { exact: true })).toHaveCount(0);
  await page.getByLabel('How can we contact them safely?').fill('Ring his brother after 6pm. No texts.');
  await page.getByLabel('Keep this in their details too', { exact: true }).check();
  await raise.happened('He said that he is not allowed to leave the house.');
  await expectAccessible(page, 'raise a concern about domestic abuse');
  await raise.goOn();
  await expect(raise.answer('Safe to talk with them now')).toHaveText('No');
  await expect(raise.answer('How to contact them safely')).toHaveText('Ring his brother after 6pm. No texts.');
  await page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');
  await toConcernOf(app, 'Ifan Prydderch');
  await expect(page.getByRole('region', { name: 'Person' })).toContainText('Ring his brother after 6pm. No texts.');
  await expect(page.getByText('Safe to talk when raised')).toBeVisible();
});
