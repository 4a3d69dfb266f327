import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { author, noteBox, openAdding, subject, today } from './adding.ts';
import { expect, test } from './app.ts';
import { ask } from './asking.ts';
import { People } from './pages/people.ts';

// What is half written: never lost unasked, never written over a colleague, never begun again once it has ended.

const lost = (page: Page) => page.getByRole('dialog', { name: 'What you typed is not saved' });
const toToday = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();

async function personOf(page: Page, name: string) {
  const [line] = await ask(page, 'people', 'find', { words: name });
  if (line === undefined) throw new Error(`nobody is called ${name}`);
  return ask(page, 'people', 'show', { person: line.person });
}

/** As a colleague at another time: past the screens, while somebody has the form open. */
async function changeMeanwhile(page: Page, name: string, more: Readonly<Record<string, string>>): Promise<void> {
  const { person, newest, details } = await personOf(page, name);
  await ask(page, 'people', 'change', { person, seen: newest, details: { ...details, ...more } });
}

test('a draft is saved when asked, and its words are not left behind where nothing keeps them', async ({ app }) => {
  await app.unlock(author);
  const { page } = app;

  await test.step('Ctrl S saves now and says so', async () => {
    await openAdding(app);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('status').filter({ hasText: 'Nothing to save yet' })).toBeVisible();
    await noteBox(page).fill('Said on the phone today.');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible();
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('dialog')).toContainText('Save what you are writing as a draft now');
    await page.keyboard.press('Escape');
  });

  await test.step('a draft that cannot be saved says why, and holds whoever goes', async () => {
    await noteBox(page).fill('Far too long to keep. '.repeat(10_000));
    await page.keyboard.press('Control+s');
    const note = page.getByRole('status').filter({ hasText: 'Your draft could not be saved. Keep this page open.' });
    await expect(note).toContainText('This draft is too long to keep');
    await toToday(page);
    await expect(lost(page)).toBeVisible();
    await expectAccessible(page, 'what you typed is not saved');
    await lost(page).getByRole('button', { name: 'Stay on this page' }).click();
    await expect(noteBox(page)).toHaveValue(/^Far too long/);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(lost(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await noteBox(page).fill('Short again.');
    await toToday(page);
    await expect(today(page)).toBeVisible();
    await expect(page.getByRole('button', { name: /^More about a concern/ })).toBeVisible();
  });

  await test.step('one that ended elsewhere is not begun again unasked', async () => {
    await page.getByRole('button', { name: /^More about a concern/ }).click();
    await expect(noteBox(page)).toHaveValue('Short again.');
    const [mine] = (await ask(page, 'drafts', 'mine')).filter(({ kind }) => kind === 'information');
    await ask(page, 'drafts', 'discard', { draft: mine?.draft, reason: 'not-needed' });
    await noteBox(page).fill('Short again, and more.');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('status').filter({ hasText: 'This draft has ended' })).toBeVisible();
    await expect(noteBox(page)).toHaveValue('Short again, and more.');
    await toToday(page);
    await lost(page).getByRole('button', { name: 'Stay on this page' }).click();
    await page.getByRole('button', { name: 'Keep what I typed as a new draft' }).click();
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await toToday(page);
    await expect(today(page)).toBeVisible();
  });

  await test.step('it is discarded from Today, with a reason', async () => {
    await page.getByRole('button', { name: /^Discard the draft: More about a concern/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Discard this draft?' });
    await dialog.getByRole('button', { name: 'Discard this draft' }).click();
    await expect(dialog.getByRole('link', { name: 'Select why you discard it' })).toBeVisible();
    await expectAccessible(page, 'discard a draft');
    await dialog.getByRole('radio', { name: 'I began it by mistake' }).check();
    await dialog.getByRole('button', { name: 'Discard this draft' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(today(page)).toBeFocused();
    const left = (await ask(page, 'drafts', 'mine')).filter(({ kind }) => kind === 'information');
    expect(left).toEqual([]);
  });
});

test('a draft that answers a question goes on with that question, and the next one takes the focus', async ({
  app,
}) => {
  await app.unlock(author);
  const { page } = app;
  const concern = (await ask(page, 'concerns', 'list')).find(({ name }) => name === subject)?.concern;
  const { stillToAdd } = await ask(page, 'concerns', 'open', { concern });
  const at = stillToAdd.findIndex(({ fact }) => fact === 'livesWith');
  const [question, next] = [stillToAdd[at], stillToAdd[at + 1]];
  const heading = (words = '') => page.getByRole('heading', { level: 1, name: words });
  const form = { concern, fact: question?.fact, text: 'Half an answer', answer: '', more: '' };
  await ask(page, 'drafts', 'save', { kind: 'information', form });
  await new People(page).open();
  await toToday(page);
  await page.getByRole('button', { name: /^More about a concern/ }).click();
  await expect(heading(question?.ask)).toBeVisible();
  await expect(page.getByRole('textbox').first()).toHaveValue('Half an answer');
  await page.getByRole('button', { name: 'Save and next question' }).click();
  await expect(heading(next?.ask)).toBeFocused();
});

test('a continued draft never writes over what a colleague wrote meanwhile', async ({ app }) => {
  const name = 'Leah Marsden';
  const safe = 'How and when is it safe to contact them? (optional)';
  await app.unlock(author);
  const { page } = app;
  await new People(page).find(name);
  await new People(page).part('Details and safe contact').click();
  await page.getByRole('link', { name: 'Change Phone' }).click();
  await page.getByLabel('Phone (optional)').fill('01632 960 111');
  await expect(page.getByText(/Draft saved/)).toBeVisible();
  await toToday(page);
  await changeMeanwhile(page, name, { safeContact: 'Never at home.', notToBeTold: 'Her brother.' });

  await page.getByRole('link', { name: /^New person: Changes to P-/ }).click();
  const news = page.getByRole('status').filter({ hasText: 'Somebody added to this record while you were writing' });
  await expect(news).toContainText('Never at home.');
  await expect(page.getByLabel(safe)).toHaveValue('Never at home.');
  await expect(page.getByLabel('Phone (optional)')).toHaveValue('01632 960 111');
  await expectAccessible(page, 'changes of two people');

  await page.getByLabel(safe).fill('Text first.');
  await changeMeanwhile(page, name, { safeContact: 'Only on Mondays.', phone: '01632 960 999' });
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.getByRole('button', { name: 'Show what is new, and keep what I typed' }).click();
  await expect(news).toContainText('Only on Mondays.');
  await expect(news).toContainText('You typed: Text first.');
  await expect(news).toContainText('You typed: 01632 960 111');
  await expect(page.getByLabel(safe)).toHaveValue('Text first.');
  await page.getByRole('button', { name: 'Save details' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Details and safe contact' })).toBeVisible();
  const bar = page.getByRole('region', { name: 'Person', exact: true });
  await expect(bar).toContainText('Text first.');
  await expect(bar).toContainText('Must not be told: Her brother.');
  expect((await personOf(page, name)).details).toMatchObject({ phone: '01632 960 111', notToBeTold: 'Her brother.' });
});

test('a form about somebody else, or about nobody, is a fresh one', async ({ app }) => {
  await app.unlock('Dr M Fenwick-Oye');
  const { page } = app;
  await new People(page).find(subject);
  await page.getByRole('link', { name: 'Raise a concern about this person' }).click();
  await expect(page.getByRole('group', { name: 'Person chosen' })).toContainText(subject);
  await page.keyboard.press('Control+Shift+S');
  await expect(page.getByRole('group', { name: 'Person chosen' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Name or NHS number' })).toBeVisible();

  await page.keyboard.press('Control+Shift+R');
  const discussed = page.getByLabel('What did you talk about?');
  await discussed.fill('How the week went.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/Draft saved/)).toBeVisible();
  await page.keyboard.press('Control+Shift+R');
  await expect(discussed).toHaveValue('');
  expect(await ask(page, 'drafts', 'mine')).toHaveLength(1);
});
