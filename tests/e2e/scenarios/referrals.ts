import { dated } from '../../../electron/demo/days.ts';
import type { Acts } from '../../../electron/demo/steps.ts';
import {
  agreesWords,
  answerWords,
  purposeWords,
  sentByWords,
  urgencyWords,
} from '../../../renderer/referrals/words.ts';
import { expect } from '../app.ts';
import { choose, chooseDay } from './fields.ts';
import type { AtScreen } from './practice.ts';
import { nameOf } from './raising.ts';

/** From the concern that it comes from, or from the list of referrals. @returns its reference */
export async function referOnScreen(
  at: AtScreen,
  { about, said }: Acts['refer'],
  fromConcern: boolean,
): Promise<string> {
  const { page } = at.app;
  const asked = dated(said, at.today);
  if (!fromConcern)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: 'Refer to a health professional' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Refer to a health professional' }).waitFor();
  const chosen = page.getByRole('group', { name: 'Person chosen' });
  const elsewhere = fromConcern && !(await chosen.filter({ hasText: nameOf(about) }).isVisible());
  if (elsewhere) await chosen.getByRole('button', { name: 'Choose someone else' }).click();
  if (!fromConcern || elsewhere) {
    await page.getByLabel('Who is it about? Name or NHS number').fill(nameOf(about));
    await page
      .getByRole('option', { name: nameOf(about) })
      .first()
      .click();
  }
  await expect(chosen).toContainText(nameOf(about));
  await page.getByLabel('Who are you referring to?').fill(asked.to);
  await choose(page, 'What is the referral for?', purposeWords[asked.purpose]);
  await page.getByLabel('What do you need them to do?').fill(asked.ask);
  if (asked.observed !== undefined) await page.getByLabel(/^What have you seen/).fill(asked.observed);
  await choose(page, 'How soon?', urgencyWords[asked.urgency]);
  await choose(page, 'Does the person agree?', agreesWords[asked.agrees]);
  await choose(page, 'How did you send it?', sentByWords[asked.sentBy]);
  await chooseDay(page, 'When did you send it?', asked.sentOn, 'Today');
  await chooseDay(page, 'When do you need a reply?', asked.replyBy, 'I do not need a reply');
  await page.getByRole('button', { name: 'Record this referral' }).click();
  await expect(page.getByRole('alert')).toContainText('This log does not send messages outside this computer');
  return /R-[0-9A-Z]{6}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
}

export async function answerOnScreen(at: AtScreen, { said }: Acts['answer'], reference: string): Promise<void> {
  const { page } = at.app;
  const { answer, said: words, answeredOn, nextStep } = dated(said, at.today);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: `Record the answer to ${reference}` }).click();
  await choose(page, 'What did they answer?', answerWords[answer]);
  await page.getByLabel('What did they say?').fill(words);
  await chooseDay(page, 'When did they answer?', answeredOn, 'Today');
  if (nextStep !== undefined) await page.getByLabel(/^What (happens now|is the next step)/).fill(nextStep);
  await page.getByRole('button', { name: 'Save this answer' }).click();
  await expect(page.getByText(words)).toBeVisible();
}
