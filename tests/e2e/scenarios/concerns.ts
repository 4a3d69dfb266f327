import type { Page } from '@playwright/test';
import { staff } from '../../../electron/demo/data/staff.ts';
import { dated } from '../../../electron/demo/days.ts';
import type { Acts } from '../../../electron/demo/steps.ts';
import { agreesWords, decisionWords, sharingWords } from '../../../renderer/concerns/decision-words.ts';
import { questions } from '../../../renderer/concerns/fact-fields.ts';
import { concernFacts, type FactName, type Facts } from '../../../shared/domain/concern-facts.ts';
import { expect } from '../app.ts';
import { typeAgain } from '../pages/staff.ts';
import { choose, chooseDay, fillDay, group, selectBeginning, wallClock } from './fields.ts';
import type { AtScreen } from './practice.ts';
import { fillTelling } from './raising.ts';

/** From anywhere: by its reference, as somebody types it into Find. */
export async function openByReference(page: Page, reference: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByLabel('Name, NHS number or reference').fill(reference);
  await page.getByRole('option', { name: reference }).click();
  await expect(page).toHaveTitle(new RegExp(reference));
}

export async function tellOnScreen({ app: { page }, today }: AtScreen, { told }: Acts['tell']): Promise<void> {
  const asked = dated(told, today);
  await page.getByRole('link', { name: 'Record that somebody was told' }).click();
  const { day } = await wallClock(page, await page.evaluate(() => new Date().toISOString()));
  await fillTelling(page, page.getByRole('main'), asked, day);
  await page.getByRole('button', { name: 'Save who you told' }).click();
  await expect(page.getByText(asked.who).first()).toBeVisible();
}

export async function acknowledgeOnScreen({ app: { page } }: AtScreen): Promise<void> {
  await page.getByRole('link', { name: 'Acknowledge', exact: true }).click();
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Acknowledged. Somebody owns the next step.');
}

async function answerQuestion(page: Page, fact: FactName, value: NonNullable<Facts[FactName]>): Promise<void> {
  const question = questions[fact];
  const { ask } = concernFacts[fact];
  if (question.kind === 'text') {
    await page.getByLabel(ask).fill(typeof value === 'string' ? value : '');
    return;
  }
  const answer = typeof value === 'string' ? value : value.answer;
  const words: Readonly<Record<string, string>> = question.options;
  await choose(page, ask, words[answer] ?? answer);
  if (question.kind !== 'answer' || typeof value === 'string') return;
  const more = 'note' in value ? value.note : 'reference' in value ? value.reference : undefined;
  if (more !== undefined) await page.getByLabel(question.more.label).fill(more);
}

const adding = (page: Page) => page.getByRole('link', { name: /^Add (more )?information$/ }).first();

/** Question by question, each by its own link, and what else there is to add. */
export async function informOnScreen(at: AtScreen, { said }: Acts['inform']): Promise<void> {
  const { page } = at.app;
  const { note, facts } = dated(said, at.today);
  if (note !== undefined) {
    await adding(page).click();
    await page.getByLabel('What do you want to add?').fill(note);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(note).first()).toBeVisible();
  }
  for (const [name, value] of Object.entries(facts ?? {}) as [FactName, NonNullable<Facts[FactName]>][]) {
    await adding(page).click();
    await page.getByText('See every question').click();
    await page.getByRole('link', { name: concernFacts[name].ask }).click();
    await page.getByRole('heading', { level: 1, name: concernFacts[name].ask }).waitFor();
    await answerQuestion(page, name, value);
    await page.getByRole('button', { name: /^Save( and next question)?$/ }).click();
    await page.getByRole('heading', { level: 1, name: concernFacts[name].ask }).waitFor({ state: 'detached' });
    // The next question follows; what was answered stands on the concern.
    await page
      .getByRole('link', { name: /^(Finish|Add (more )?information)$/ })
      .first()
      .waitFor();
    const finish = page.getByRole('link', { name: 'Finish' });
    if (await finish.isVisible()) await finish.click();
    await adding(page).waitFor();
  }
}

export async function decideOnScreen(at: AtScreen, { said, actions = [] }: Acts['decide']): Promise<void> {
  const { page } = at.app;
  const { decision, reason, agreesOutside, agreesOutsideWhy, sharing, forRaiser, reviewOn } = dated(said, at.today);
  await page.getByRole('link', { name: 'Record a decision' }).first().click();
  await choose(page, 'What have you decided?', new RegExp(`^${decisionWords[decision]}`));
  await page.getByLabel('Why?', { exact: true }).fill(reason);
  if (agreesOutside !== undefined) {
    const anew = page.getByRole('button', { name: 'Record a newer answer' });
    if (await anew.isVisible()) await anew.click();
    await choose(page, 'Do they agree to it going outside the practice?', agreesWords[agreesOutside]);
    if (agreesOutsideWhy !== undefined)
      await page.getByLabel('Why is it shared without agreement, if it is?').fill(agreesOutsideWhy);
  }
  await choose(page, 'Basis for sharing', sharingWords[sharing]);
  if (forRaiser !== undefined) await page.getByLabel(/^Words for /).fill(forRaiser);
  await chooseDay(page, 'Next review', reviewOn, 'No review');
  for (const [index, { what, owner, dueOn }] of actions.entries()) {
    await page.getByRole('button', { name: 'Add an action' }).click();
    const row = group(page, `Action ${index + 1}`);
    await row.getByLabel('What needs to happen?').fill(what);
    await selectBeginning(row.getByLabel('Who does it?'), staff[owner].name);
    if (dueOn !== null) await fillDay(row, 'By when? (optional)', dated(dueOn, at.today));
  }
  await page.getByRole('button', { name: 'Save decision' }).click();
  await expect(page.getByRole('alert')).toContainText('Decision recorded.');
}

/** `what`: the words of the action, by which it is told from others. */
export async function finishActionOnScreen(
  { app: { page }, today }: AtScreen,
  what: string,
  outcome: string,
): Promise<void> {
  const parts = page.getByRole('navigation', { name: 'Parts of this concern' });
  await parts.getByRole('link', { name: 'Actions' }).click();
  await page.getByRole('button', { name: `Mark done ${what}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What happened?').fill(dated(outcome, today));
  await dialog.getByRole('button', { name: 'Save as done' }).click();
  await expect(page.getByRole('button', { name: `Open again ${what}` })).toBeVisible();
}

export async function shareOnScreen({ app, me }: AtScreen, { with: colleague, why }: Acts['share']): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Share with a colleague' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share with a colleague' });
  await selectBeginning(dialog.getByLabel('Who needs to read it?'), staff[colleague].name);
  await dialog.getByLabel('Why do they need to read this?').fill(why);
  await dialog.getByRole('button', { name: 'Share this concern' }).click();
  const again = page.getByRole('dialog', { name: 'Type your passphrase again' });
  await expect.poll(async () => (await again.isVisible()) || !(await dialog.isVisible())).toBe(true);
  if (await again.isVisible()) await typeAgain(app, staff[me].name);
  await dialog.waitFor({ state: 'detached' });
}

export async function leadsNoteOnScreen(
  { app: { page }, today }: AtScreen,
  { note }: Acts['leadsNote'],
): Promise<void> {
  const words = dated(note, today);
  await page.getByRole('button', { name: 'Write a leads’ note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write a leads’ note' });
  await dialog.getByRole('textbox').fill(words);
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('main').getByText(words)).toBeVisible();
}
