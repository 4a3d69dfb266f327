import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { choose, enter, tabTo, type } from './keyboard.ts';
import { SupervisionPages } from './pages/supervision.ts';

const said = 'Amina found the first visits hard. We went through what to do when somebody asks to keep a secret.';
const differently = 'I said that the e-learning takes two more weeks, not one.';

test('a supervisor records a session by keyboard, and the link worker signs that they see it differently', async ({
  app,
}) => {
  await app.unlock('Dr H Ashdown-Pike');
  const { page } = app;
  const pages = new SupervisionPages(page);
  await pages.open();
  await expect(page.getByRole('row', { name: /Amina Q\./ })).toContainText('Overdue');
  await enter(page, pages.record('Amina Q.'));
  await pages.heading('Supervision with Amina Q.').waitFor();
  expect(await page.title()).not.toContain('Amina');

  await expect(page.getByText('3 actions were agreed')).toBeVisible();
  await type(page, pages.field('What kind of session was it?'), 'Clinical');
  await page.keyboard.press('Control+Enter');
  const problems = page.getByRole('group', { name: 'There is a problem' });
  await expect(problems).toBeFocused();
  for (const sentence of [
    'Enter the length in minutes',
    'Select what came of: Level 3 safeguarding e-learning',
    'Enter what was discussed',
    'Select when the next session is',
  ]) {
    await expect(problems.getByRole('link', { name: sentence })).toBeVisible();
  }
  await expect(pages.field('What kind of session was it?')).toHaveValue('clinical-one-to-one');
  await expectAccessible(page, 'record a session, with errors');

  await type(page, pages.field('Length in minutes'), '50');
  await choose(page, 'How did you meet?', 'Video call');
  await choose(page, 'Meet Dr Fenwick-Oye', 'Done');
  await choose(page, 'Level 3 safeguarding e-learning', 'Carry on');
  await choose(page, 'Read the safeguarding policy', 'No longer needed');
  await tabTo(page, pages.field('What did you talk about?'));
  await page.keyboard.insertText(said);
  await enter(page, pages.form.getByRole('button', { name: 'Add an action' }));
  await expect(pages.field('What needs to happen?')).toBeFocused();
  await page.keyboard.insertText('Go on one visit together');
  await type(page, pages.field('Who will do it?'), 'Dr H');
  await choose(page, 'When do you meet next?', 'In 2 weeks');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('alert')).toContainText('saved, and signed by you');
  await expect(page.getByRole('alert')).toContainText('Nobody has been told');
  await expect(page.getByRole('table', { name: 'Actions agreed' })).toContainText('Level 3 safeguarding e-learning');
  await expect(page.getByText('Has not signed yet', { exact: true })).toBeVisible();
  await expectAccessible(page, 'a session that waits for a signature');

  await app.lock();
  await app.unlock('Amina Q.');
  const hers = new SupervisionPages(app.page);
  await hers.open();
  await enter(app.page, app.page.getByRole('link', { name: /Read and sign S-/ }).first());
  await hers.heading('Read and sign').waitFor();
  await expect(app.page.getByText(said)).toBeVisible();
  await choose(app.page, 'Is this an accurate record?', 'No, we see some things differently');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('alert')).toContainText('Enter what you see differently');
  await expectAccessible(app.page, 'sign a session, with an error');
  await type(app.page, app.page.getByLabel('What do you see differently?'), differently);
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('alert')).toContainText('signed by you');
  await expect(app.page.getByText('Sees some things differently')).toBeVisible();
  await expect(app.page.getByText(differently)).toBeVisible();

  await hers.open();
  await expectAccessible(app.page, 'supervision of a link worker');
  await enter(app.page, app.page.getByRole('link', { name: 'Past sessions' }));
  await expect(
    app.page
      .getByRole('table', { name: /Past sessions/ })
      .getByRole('row')
      .nth(1),
  ).toContainText('By everybody');
});

test('a half-written session survives a lock, and showing all sections loses nothing', async ({ app }) => {
  await app.unlock('Dr H Ashdown-Pike');
  const first = new SupervisionPages(app.page);
  await first.open();
  await first.record('Grace O.').click();
  await first.field('What did you talk about?').fill(said);
  await app.page.getByRole('button', { name: 'Show all sections' }).click();
  await expect(first.sections.getByRole('link', { name: 'Workload and caseload' })).toBeFocused();
  await expect(first.field('What did you talk about?')).toHaveValue(said);
  await first.form.getByRole('radio', { name: 'Too much' }).check();
  const concern = first.form
    .getByRole('group', { name: 'Which concerns did you discuss?' })
    .getByRole('checkbox')
    .first();
  await concern.check();
  await first.field('What was said about').fill('Chase the council.');
  await expectAccessible(app.page, 'record a session, all sections');
  await app.afterLock(() => app.page.keyboard.press('Control+L'));

  await app.unlock('Dr H Ashdown-Pike');
  const second = new SupervisionPages(app.page);
  await expect(second.field('What did you talk about?')).toHaveValue(said);
  await expect(second.form.getByRole('radio', { name: 'Too much' })).toBeChecked();
  await expect(second.field('What was said about')).toHaveValue('Chase the council.');
  await second.field('Length in minutes').fill('45');
  await app.page.getByRole('button', { name: 'Save and finish later' }).click();
  await second.heading('Supervision').waitFor();
  await expect(app.page.getByText('Not finished yet')).toBeVisible();
  await expectAccessible(app.page, 'supervision with a draft');
  await app.page.getByRole('link', { name: 'Continue the session with Grace O.' }).click();
  await expect(second.field('Length in minutes')).toHaveValue('45');
  await second.field('Month').first().fill('13');
  await app.page.getByRole('button', { name: 'Finish and sign' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Enter a real date');
  await expect(second.field('What did you talk about?')).toHaveValue(said);
});
