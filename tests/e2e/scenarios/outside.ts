import type { Locator, Page } from '@playwright/test';
import { dated } from '../../../electron/demo/days.ts';
import type { Acts } from '../../../electron/demo/steps.ts';
import {
  answerWords,
  destinationWords,
  groundWords,
  sentWords,
  stepWords,
  toldWords,
} from '../../../renderer/concerns/outside/words.ts';
import { expect } from '../app.ts';
import { openPart } from '../pages/concern-decisions.ts';
import { choose, chooseDay, fillDay, group, selectBeginning, wallClock } from './fields.ts';
import type { AtScreen } from './practice.ts';

// What goes on outside, each from the page of the concern.

const again = 'When do you ask again?';
const noDay = /^(I do not need|No day)/;

async function fillMoment(within: Page | Locator, page: Page, question: string, at: string): Promise<void> {
  await choose(within, question, 'Earlier');
  const { day, time } = await wallClock(page, at);
  await fillDay(group(within, question), 'Day', day);
  await group(within, question).getByLabel('Time', { exact: true }).fill(time);
}

async function chooseDue(within: Page | Locator, day: string | null | undefined): Promise<void> {
  if (day === null || day === undefined) return choose(within, again, noDay);
  await chooseDay(within, again, day, '');
}

async function inDialog(page: Page, button: Locator, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await openPart(page, 'Outside the practice');
  await button.click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toHaveCount(0);
}

/** The card of a referral outside: the story counts them in their order, the page shows what it likes first. */
function cardButton(page: Page, does: string, place: string): Locator {
  return page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${does} ?: ${place.replaceAll(/[()]/g, '\\$&')}`) });
}

export async function referOutsideOnScreen({ app: { page }, today }: AtScreen, { said }: Acts['referOutside']) {
  const { destination, to, how, at, theirReference, answerDue } = dated(said, today);
  await openPart(page, 'Outside the practice');
  await page.getByRole('main').getByRole('link', { name: 'Record a referral outside' }).first().click();
  await selectBeginning(page.getByLabel('Where did you refer it?'), destinationWords[destination]);
  if (to !== undefined) await page.getByLabel(/^Which service or person\?/).fill(to);
  await choose(page, 'How did you send it?', sentWords[how]);
  await fillMoment(page, page, 'When did you send it?', at);
  if (theirReference !== undefined) await page.getByLabel(/^Their reference/).fill(theirReference);
  await chooseDue(page, answerDue);
  await page.getByRole('button', { name: 'Save referral' }).click();
  await expect(page.getByRole('alert')).toContainText('Referral outside recorded.');
}

/** `place`: how the page calls where it was referred. */
export async function answerOutsideOnScreen(
  { app: { page }, today }: AtScreen,
  { said }: Acts['answerOutside'],
  place: string,
): Promise<void> {
  const { answer, from, on, said: words, theirReference, answerDue } = dated(said, today);
  await inDialog(page, cardButton(page, 'Record their answer', place), async (dialog) => {
    await choose(dialog, 'What did they answer?', answerWords[answer]);
    if (answer === 'acknowledged') await chooseDue(dialog, answerDue);
    await dialog.getByLabel('Who answered?').fill(from);
    await chooseDay(dialog, 'When did they answer?', on, '');
    await dialog.getByLabel('What did they say?').fill(words);
    if (theirReference !== undefined) await dialog.getByLabel(/^Their reference/).fill(theirReference);
  });
}

export async function chaseOnScreen({ app: { page }, today }: AtScreen, { said }: Acts['chase'], place: string) {
  const { how, at, outcome, answerDue } = dated(said, today);
  await inDialog(page, cardButton(page, 'Ask again', place), async (dialog) => {
    await choose(dialog, 'How did you ask?', sentWords[how]);
    await fillMoment(dialog, page, 'When did you ask?', at);
    await dialog.getByLabel('What came of it?').fill(outcome);
    await chooseDue(dialog, answerDue);
  });
}

export async function takeAdviceOnScreen({ app: { page }, today }: AtScreen, { said }: Acts['takeAdvice']) {
  const { from, at, advice } = dated(said, today);
  await inDialog(page, page.getByRole('button', { name: 'Record advice' }).first(), async (dialog) => {
    await dialog.getByLabel('Who gave the advice?').fill(from);
    await fillMoment(dialog, page, 'When did they give it?', at);
    await dialog.getByLabel('What did they advise?').fill(advice);
  });
}

export async function reviewOnScreen({ app: { page }, today }: AtScreen, { said }: Acts['reviewConcern']) {
  const { found, nextOn } = dated(said, today);
  await inDialog(page, page.getByRole('button', { name: 'Record a review' }).first(), async (dialog) => {
    await dialog.getByLabel('What did you find?').fill(found);
    await chooseDay(dialog, 'Next review', nextOn, 'No review');
  });
}

export async function escalateOnScreen(
  { app: { page }, today }: AtScreen,
  { said }: Acts['escalate'],
  place: string,
): Promise<void> {
  const { about, step, stepName, to, disagreement, answerDue } = dated(said, today);
  await openPart(page, 'Outside the practice');
  await page.getByRole('main').getByRole('link', { name: 'Escalate' }).first().click();
  await choose(
    page,
    'What do you disagree with?',
    about === 'outside' ? /^What somebody outside/ : /^A decision of this practice/,
  );
  const whose = page.getByLabel(/^Whose answer\?/);
  if (await whose.isVisible()) await selectBeginning(whose, place);
  await choose(page, 'Which step?', new RegExp(`^${stepWords({ step, stepName })}`));
  await page.getByLabel('Who did you escalate it to?').fill(to);
  await page.getByLabel('What do you disagree about?').fill(disagreement);
  await chooseDue(page, answerDue);
  await page.getByRole('button', { name: 'Save escalation' }).click();
  await expect(page.getByRole('alert')).toContainText('Escalation recorded.');
}

export async function answerEscalationOnScreen({ app: { page }, today }: AtScreen, { said }: Acts['answerEscalation']) {
  const { from, on, said: words, settled } = dated(said, today);
  const button = page.getByRole('main').getByRole('button', { name: /^Record their answer ?: Step / });
  await inDialog(page, button.first(), async (dialog) => {
    await dialog.getByLabel('Who answered?').fill(from);
    await chooseDay(dialog, 'When did they answer?', on, '');
    await dialog.getByLabel('What did they say?').fill(words);
    await choose(dialog, 'Is it settled?', settled ? 'Yes' : /^No/);
  });
}

export async function decideSharingOnScreen({ app: { page }, today }: AtScreen, { said }: Acts['decideSharing']) {
  const { forChild, shared, with: whom, grounds, why, detriment, told, toldWhy } = dated(said, today);
  await openPart(page, 'Outside the practice');
  await page.getByRole('main').getByRole('link', { name: 'Record a sharing decision' }).first().click();
  await choose(page, 'Could this help to keep a child safe?', forChild ? 'Yes' : 'No');
  await page.getByLabel('Who is it about sharing with?').fill(whom);
  await choose(page, 'Is it shared with them?', shared ? 'Yes, it is shared' : 'No, it is not shared');
  for (const ground of grounds)
    await group(page, 'Why may it be shared?')
      .getByRole('checkbox', { name: groundWords[ground], exact: true })
      .check();
  if (detriment !== undefined) await page.getByLabel('Why would sharing harm the child more?').fill(detriment);
  await page.getByLabel('Why?', { exact: true }).fill(why);
  await choose(page, 'Was the person told about this decision?', toldWords[told]);
  if (toldWhy !== undefined) await page.getByLabel('Why were they not told?').fill(toldWhy);
  await page.getByRole('button', { name: 'Save sharing decision' }).click();
  await expect(page.getByRole('alert')).toContainText('Sharing decision recorded.');
}
