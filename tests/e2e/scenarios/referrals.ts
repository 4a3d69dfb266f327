import { dated } from '../../../electron/demo/days.ts';
import type { Acts } from '../../../electron/demo/steps.ts';
import { howAskedWords, howToldWords } from '../../../renderer/referrals/course-words.ts';
import {
  agreesWords,
  answerWords,
  purposeWords,
  sentByWords,
  urgencyWords,
} from '../../../renderer/referrals/words.ts';
import { referralRoles } from '../../../shared/domain/referral-roles.ts';
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
  const role = referralRoles.find((one) => one.role === asked.role);
  if (role !== undefined) await page.getByLabel('Which role? (optional)').selectOption({ label: role.words });
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

/** From the list of all of them. */
async function openReferral({ app: { page } }: AtScreen, reference: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: /^All/ }).click();
  await page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
}

export async function seeReferralOnScreen(at: AtScreen, { said }: Acts['seeReferral'], reference: string) {
  const { page } = at.app;
  const { who, on } = dated(said, at.today);
  await openReferral(at, reference);
  await page.getByRole('button', { name: 'Record that it was seen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record that it was seen' });
  if (who !== undefined) await dialog.getByLabel('Who has seen it?').fill(who);
  await chooseDay(dialog, 'When did they see it?', on, 'Today');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toHaveCount(0);
}

export async function askAgainOnScreen(at: AtScreen, { said }: Acts['askAgain'], reference: string) {
  const { page } = at.app;
  const { how, on, outcome, replyBy } = dated(said, at.today);
  await openReferral(at, reference);
  await page.getByRole('button', { name: 'Record that you asked again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record that you asked again' });
  await choose(dialog, 'How did you ask?', howAskedWords[how]);
  await chooseDay(dialog, 'When did you ask?', on, 'Today');
  await dialog.getByLabel('What came of it?').fill(outcome);
  await chooseDay(dialog, 'When will you ask again?', replyBy, 'Today');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toHaveCount(0);
}

export async function tellPersonOnScreen(at: AtScreen, { said }: Acts['tellPerson'], reference: string) {
  const { page } = at.app;
  const { reached, how, on, said: words, next } = dated(said, at.today);
  await openReferral(at, reference);
  await page.getByRole('button', { name: 'Record that you told the person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record that you told the person' });
  await choose(dialog, 'Did you reach them?', reached ? /^Yes/ : /^No/);
  await choose(dialog, 'How?', howToldWords[how]);
  await chooseDay(dialog, 'When?', on, 'Today');
  if (words !== undefined) await dialog.getByLabel(/^What did they say/).fill(words);
  if (next !== undefined) await dialog.getByLabel('Who will try again, and when?').fill(next);
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toHaveCount(0);
}
