import type { Page } from '@playwright/test';
import { contract } from '../../shared/contract/index.ts';
import type { RestrictedLine } from '../../shared/contract/restricted.ts';
import type { Bridge } from '../../shared/contract/window.ts';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { RaisePage } from './pages/raise.ts';

// Scenario 9 of the field's twelve: a befriending volunteer, a position of trust.

const seen = 'Ruth showed me messages of a sexual kind. The befriending volunteer sent them at night.';
const kept = 'Ruth has kept the messages, and a friend has copies.';
const hidden = ['Ellershaw', 'befriending', 'messages of a sexual', 'has copies', 'PiPoT lead at the council'];

const whoReads = (page: Page) => page.getByRole('group', { name: 'Who will read it with you?' });

async function fill(app: App): Promise<void> {
  const { page } = app;
  const raise = new RaisePage(page);
  await raise.open();
  await page.getByRole('link', { name: 'Yes: raise a restricted concern' }).click();
  await page.getByRole('heading', { level: 1, name: 'Raise a restricted concern' }).waitFor();
  await expect(page.getByText('Only you will be able to read this.')).toBeVisible();
  await page
    .getByRole('group', { name: 'Who must not see this?' })
    .getByRole('checkbox', { name: /^Tom F\./ })
    .check();
  await expect(whoReads(page).getByRole('checkbox', { name: /^Tom F\./ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(raise.errors.first()).toHaveText(/^Select/);
  await expect(page.getByRole('link', { name: 'Select if one of them holds half of the recovery key' })).toBeVisible();
  await page
    .getByRole('group', { name: 'Does one of them hold half of the recovery key?' })
    .getByRole('radio', { name: 'No', exact: true })
    .check();
  for (const name of ['Dr M Fenwick-Oye', 'C Illing', 'J Sedley'])
    await whoReads(page).getByRole('checkbox', { name }).check();
  await expect(page.getByText('Only you will be able to read this.')).toHaveCount(0);
  await expectAccessible(page, 'raise a restricted concern');
  await raise.danger('No');
  await raise.addPerson('Ruth', 'Ellershaw', 'Alderfield');
  await raise.category('About an adult', 'Sexual abuse');
  await raise.happened(seen);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'Check your answers before raising this restricted concern' })
    .waitFor();
}

/** Raised, and told to the council's lead for positions of trust. @returns the reference */
async function raiseAndTell(app: App): Promise<string> {
  const { page } = app;
  await expectAccessible(page, 'check a restricted concern');
  await page.getByRole('button', { name: 'Confirm and raise restricted concern' }).click();
  await new RaisePage(page).expectSaved('Saved. Nobody has been told yet');
  await expect(page.getByRole('region', { name: 'Person' })).toContainText('Restricted concern');
  await expect(page).not.toHaveTitle(/Ellershaw/);
  await page.getByLabel('Who did you tell, or try to tell?').fill('the PiPoT lead at the council');
  for (const [question, answer] of [
    ['How?', 'By phone'],
    ['When?', 'Just now'],
    ['Did you reach them?', 'Yes, they know now'],
  ] as const)
    await page.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check();
  await page.getByRole('button', { name: 'Save who you told' }).click();
  await new RaisePage(page).expectSaved(/^Saved\. You told the PiPoT lead at the council/);
  const link = page.getByRole('link', { name: /^Go to concern C-/ });
  const reference = (await link.innerText()).replace('Go to concern ', '');
  await link.click();
  await page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
  await expectAccessible(page, 'restricted concern');
  return reference;
}

interface Ids {
  readonly concern: string;
  readonly person: string;
}

async function idsOf({ page }: App): Promise<Ids> {
  return page.evaluate(async () => {
    // `as`: the preload has put it there; the page's own types are not ours.
    const { ask } = (globalThis as unknown as { practiceLog: Bridge }).practiceLog;
    const list = await ask('restricted.list', {});
    const concern = list.ok ? ((list.value as readonly RestrictedLine[])[0]?.concern ?? '') : ''; // `as`: the contract says so.
    const opened = await ask('concerns.open', { concern });
    return { concern, person: opened.ok ? (opened.value as { person: string }).person : '' }; // `as`: the same.
  });
}

/** Everything that the log answers to whoever is signed in, as one text: each query there is, asked for this very record. */
async function everyAnswer({ page }: App, { concern, person }: Ids): Promise<string> {
  const span = { from: null, to: null };
  const inputs: Readonly<Record<string, object>> = {
    'people.find': { words: 'Ruth Ellershaw' },
    'people.show': { person },
    'people.timeline': { person, before: 0 },
    'concerns.open': { concern },
    'concerns.trail': { concern },
    'concerns.whoReads': { person, practice: null },
    'concerns.beforeContact': { person },
    'restricted.couldRead': { person, keptFrom: [] },
    'restricted.couldReadToo': { concern },
    'referrals.open': { referral: concern },
    'supervision.open': { session: concern },
    'drafts.open': { draft: concern },
    'audit.page': { ...span, limit: 200 },
  };
  const calls = Object.entries(contract).flatMap(([group, members]) =>
    Object.entries(members)
      .filter(([, { kind, when }]) => kind === 'query' && when === 'unlocked')
      .map(([name]) => `${group}.${name}`),
  );
  const asked = calls.map((call) => [call, inputs[call] ?? {}] as const);
  return page.evaluate(async (all) => {
    const { ask } = (globalThis as unknown as { practiceLog: Bridge }).practiceLog; // `as`: as above.
    const answers: string[] = [];
    for (const [call, input] of all) answers.push(JSON.stringify(await ask(call, input)));
    return answers.join('\n');
  }, asked);
}

/** Nothing of it stands in any room of the log, in Find, or in any answer. */
async function expectInvisible(app: App, reference: string, ids: Ids): Promise<void> {
  const { page } = app;
  const rooms = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const nothing = [...hidden, reference, 'Restricted concern', ids.concern];
  const search = async (where: string): Promise<void> => {
    const html = await page.content();
    expect(
      nothing.filter((words) => html.includes(words)),
      where,
    ).toEqual([]);
  };
  for (const room of await rooms.all()) {
    await room.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await search(await page.title());
  }
  const answers = await everyAnswer(app, ids);
  expect(answers.length).toBeGreaterThan(1_000);
  expect([...hidden, reference, ids.concern].filter((words) => answers.includes(words))).toEqual([]);
}

async function openAsReader(app: App): Promise<void> {
  const { page } = app;
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Concerns/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Restricted concerns' })).toBeVisible();
  await page.getByRole('link', { name: /^Open C-/ }).click();
  await expect(page.getByText(seen)).toBeVisible();
}

test('a concern about a volunteer is read by those who were named, and is there for nobody else', async ({ app }) => {
  await app.unlock('Amina Q.');
  await fill(app);
  const reference = await raiseAndTell(app);
  const ids = await idsOf(app);
  await app.lock();

  for (const name of ['Dr H Ashdown-Pike', 'Tom F.', 'Dr R Menon-Clarke']) {
    await app.unlock(name);
    await expectInvisible(app, reference, ids);
    await app.lock();
  }

  await app.unlock('Dr M Fenwick-Oye');
  await openAsReader(app);
  await app.page.getByRole('link', { name: 'Acknowledge', exact: true }).click();
  await app.page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(app.page.getByRole('alert')).toContainText('Acknowledged. Somebody owns the next step.');
  await expect(app.page.getByText('Share with a colleague')).toHaveCount(0);
  await app.page.getByRole('link', { name: 'Add information' }).first().click();
  await app.page.getByLabel('What do you want to add?').fill(kept);
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByText(kept)).toBeVisible();
  await app.lock();

  await app.unlock('J Sedley');
  await openAsReader(app);
  await expect(app.page.getByText('Acknowledged').first()).toBeVisible();
  await app.page.getByRole('link', { name: 'Audit log', exact: true }).click();
  await expect(app.page.getByText(/the log holds \d+ withheld lines/)).toBeVisible();
  expect(await app.page.content()).not.toContain('Ellershaw');
});
