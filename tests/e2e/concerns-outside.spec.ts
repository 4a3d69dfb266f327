import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { openConcernOf, openPart } from './pages/concern-decisions.ts';
import { RaisePage } from './pages/raise.ts';

const place = 'Adult social care: Front door team';
const tooLow = 'They say that he does not need care. His lodger has his card and his keys.';

/** What a button does, and hidden behind it to what. */
const named = (does: string, what: string): RegExp => new RegExp(`^${does} ?: ${what}`);

const dialogOf = ({ page }: App) => page.getByRole('dialog');
const group = ({ page }: App, name: string) => page.getByRole('group', { name });

/** Today, so that it stands on Today at once. */
async function askToday({ page }: App): Promise<void> {
  const today = new Date();
  await page
    .getByRole('group', { name: 'When do you ask again?' })
    .getByRole('radio', { name: 'Another date' })
    .check();
  await page.getByLabel('Day', { exact: true }).fill(String(today.getDate()));
  await page.getByLabel('Month').fill(String(today.getMonth() + 1));
  await page.getByLabel('Year').fill(String(today.getFullYear()));
}

async function refer(app: App): Promise<void> {
  const { page } = app;
  await openPart(page, 'Outside the practice');
  await expect(page.getByText('No referral outside is recorded')).toBeVisible();
  await expectAccessible(page, 'nothing outside');
  await page.getByRole('main').getByRole('link', { name: 'Record a referral outside' }).first().click();
  await page.getByRole('button', { name: 'Save referral' }).click();
  for (const message of ['Select where you referred it', 'Select how you sent it', 'Select when it was'])
    await expect(page.getByRole('link', { name: message, exact: true })).toBeVisible();
  await expectAccessible(page, 'referral outside with errors');
  await page.getByLabel('Where did you refer it?').selectOption({ label: 'Adult social care' });
  await page.getByLabel('Which service or person?').fill('Front door team');
  await group(app, 'How did you send it?').getByRole('radio', { name: 'By phone' }).check();
  await group(app, 'When did you send it?').getByRole('radio', { name: 'Just now' }).check();
  await askToday(app);
  await page.getByRole('button', { name: 'Save referral' }).click();
  await expect(page.getByRole('alert')).toContainText('Referral outside recorded.');
  await expect(page.getByText('Waiting for an answer')).toBeVisible();
}

async function answer(app: App, what: string, said: string): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: named('Record their answer', place) }).click();
  const dialog = dialogOf(app);
  await dialog.getByRole('radio', { name: what, exact: true }).check();
  await dialog.getByLabel('Who answered?').fill('Duty social worker');
  await dialog.getByRole('radio', { name: /^Today/ }).check();
  await dialog.getByLabel('What did they say?').fill(said);
  await expectAccessible(page, 'answer to a referral outside');
  await dialog.getByRole('button', { name: 'Save answer' }).click();
  await expect(dialog).toHaveCount(0);
}

async function askAgain(app: App): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: named('Ask again', place) }).click();
  const dialog = dialogOf(app);
  await dialog.getByRole('radio', { name: 'By phone' }).check();
  await dialog.getByRole('radio', { name: 'Just now' }).check();
  await dialog.getByLabel('What came of it?').fill('They will ring back.');
  await dialog.getByRole('radio', { name: /^In 3 working days/ }).check();
  await expectAccessible(page, 'asking again');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('They will ring back.')).toBeVisible();
}

async function escalate(app: App, step: string, to: string): Promise<void> {
  const { page } = app;
  await expect(page.getByRole('radio', { name: 'What somebody outside answered or did' })).toBeChecked();
  await page.getByRole('radio', { name: step }).check();
  await page.getByLabel('Who did you escalate it to?').fill(to);
  await page.getByLabel('What do you disagree about?').fill(tooLow);
  await page.getByRole('radio', { name: /^In 2 working days/ }).check();
  await expectAccessible(page, 'escalation');
  await page.getByRole('button', { name: 'Save escalation' }).click();
  await expect(page.getByRole('alert')).toContainText('Escalation recorded.');
}

async function answerStep(app: App, step: string, settled: 'Yes' | 'No'): Promise<void> {
  const dialog = dialogOf(app);
  await app.page.getByRole('button', { name: named('Record their answer', step) }).click();
  await dialog.getByRole('radio', { name: /^Today/ }).check();
  await dialog.getByLabel('What did they say?').fill(settled === 'Yes' ? 'They will visit tomorrow.' : 'No change.');
  await dialog.getByRole('radio', { name: settled, exact: true }).check();
  await dialog.getByRole('button', { name: 'Save answer' }).click();
  await expect(dialog).toHaveCount(0);
}

test('a referral outside is not accepted, escalated by the link worker, and accepted in the end', async ({ app }) => {
  await app.unlock('Amina Q.');
  await openConcernOf(app.page, 'George');
  await refer(app);
  await app.lock();

  await app.unlock('Dr M Fenwick-Oye');
  const waits = app.page.getByRole('list', { name: 'Ask again outside' }).getByRole('listitem');
  const mine = waits.filter({ hasText: 'Adult social care has not answered' });
  await expect(mine).toContainText('Due today');
  await mine.getByRole('link', { name: /^Ask again/ }).click();
  await askAgain(app);
  await answer(app, 'Not accepted', 'He can look after himself.');
  await expect(app.page.getByText('Not accepted', { exact: true }).first()).toBeVisible();
  await app.lock();

  await app.unlock('Amina Q.');
  await openConcernOf(app.page, 'George');
  await openPart(app.page, 'Outside the practice');
  await app.page
    .getByRole('main')
    .getByRole('link', { name: named('Escalate', place) })
    .click();
  await escalate(app, 'Step 1: Professional to professional', 'Duty social worker');
  await answerStep(app, 'Step 1: Professional to professional', 'No');
  await app.page.getByRole('link', { name: 'Escalate to step 2' }).click();
  await expect(app.page.getByRole('radio', { name: 'Step 2: Manager to manager' })).toBeChecked();
  await escalate(app, 'Step 2: Manager to manager', 'Team manager');
  await answerStep(app, 'Step 2: Manager to manager', 'Yes');
  await answer(app, 'Accepted', 'A visit tomorrow at ten.');
  await expect(app.page.getByText('Accepted', { exact: true }).first()).toBeVisible();
  await expectAccessible(app.page, 'outside the practice');
  await openPart(app.page, 'Chronology');
  for (const what of [
    /Referred outside: Adult social care/,
    /Asked again/,
    /Not accepted/,
    /Escalated\. Step 2/,
    /Accepted: Adult/,
  ])
    await expect(app.page.getByRole('row', { name: what }).first()).toBeVisible();
});

async function raiseAboutAChild({ page }: App): Promise<void> {
  const raise = new RaisePage(page);
  await raise.open();
  await raise.danger('No');
  await page.getByLabel('Name or NHS number').fill('Olive');
  await page.getByRole('option', { name: /Olive Trent-Lacey/ }).click();
  await raise.category('About a child', 'Sexual abuse');
  await raise.happened('She said what her uncle does to her little sister.');
  await raise.goOn();
  await page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved(/^Saved/);
  await page.getByRole('link', { name: /^Go to concern/ }).click();
}

async function reportIt(app: App): Promise<void> {
  const dialog = dialogOf(app);
  await expect(app.page.getByText('Nobody has written down who reports it.')).toBeVisible();
  await app.page.getByRole('button', { name: 'Record who reports it' }).click();
  await expect(dialog.getByLabel('Who reports it personally?')).toHaveValue('Amina Q.');
  await dialog.getByRole('radio', { name: 'Yes' }).check();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('link', { name: 'Select who it was reported to' })).toBeVisible();
  await dialog.getByRole('radio', { name: 'The police' }).check();
  await dialog.getByRole('radio', { name: 'Just now' }).check();
  await expectAccessible(app.page, 'personal duty to report');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByText(/^Amina Q\. reported it to the police on/)).toBeVisible();
}

async function decideNotToShare(app: App): Promise<void> {
  const { page } = app;
  await page.getByRole('main').getByRole('link', { name: 'Record a sharing decision' }).first().click();
  await group(app, 'Could this help to keep a child safe?').getByRole('radio', { name: 'Yes' }).check();
  await page.getByLabel('Who is it about sharing with?').fill('The school');
  await page.getByRole('radio', { name: 'No, it is not shared' }).check();
  await page.getByLabel('Why?', { exact: true }).fill('The council tells the school itself.');
  await page.getByRole('radio', { name: 'No, it was not safe' }).check();
  await page.getByLabel('Why were they not told?').fill('Her uncle reads her phone.');
  await page.getByRole('button', { name: 'Save sharing decision' }).click();
  await expect(page.getByRole('link', { name: 'Enter why sharing would harm the child more' })).toBeVisible();
  await expectAccessible(page, 'sharing decision with errors');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.getByLabel('Why would sharing harm the child more?').fill('Her uncle works there.');
  await page.getByRole('button', { name: 'Save sharing decision' }).click();
  await expect(page.getByRole('alert')).toContainText('Sharing decision recorded.');
  await expect(page.getByText('Not shared with The school')).toBeVisible();
}

test('a personal report is written down, and a lead decides not to share, with the reason that the law asks for', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  await raiseAboutAChild(app);
  await reportIt(app);
  await app.lock();

  await app.unlock('Dr M Fenwick-Oye');
  await openConcernOf(app.page, 'Olive');
  await expect(app.page.getByText(/^Amina Q\. reported it to the police on/)).toBeVisible();
  await openPart(app.page, 'Outside the practice');
  await decideNotToShare(app);
  await openPart(app.page, 'Chronology');
  await expect(app.page.getByRole('row', { name: /not shared with The school/ })).toContainText(
    'Her uncle works there.',
  );
});
