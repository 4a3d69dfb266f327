import { dated } from '../../../electron/demo/days.ts';
import type { Acts } from '../../../electron/demo/steps.ts';
import { outcomeWords, riskWords, wishesWords } from '../../../renderer/concerns/closing/words.ts';
import { hiddenAnswers } from '../../../renderer/concerns/gp-record/words.ts';
import { expect } from '../app.ts';
import { choose, chooseDay } from './fields.ts';
import type { AtScreen } from './practice.ts';

/** From the page of the concern. */
export async function closeOnScreen({ app: { page }, today }: AtScreen, { said }: Acts['close']): Promise<void> {
  const { outcome, reason, risk, wishes, forRaiser } = dated(said, today);
  await page.getByRole('main').getByRole('link', { name: 'Close this concern' }).first().click();
  await choose(page, 'What is the outcome?', new RegExp(`^${outcomeWords[outcome]}`));
  await page.getByLabel('Why?', { exact: true }).fill(reason);
  await choose(page, 'What is the risk now?', riskWords[risk]);
  await choose(page, 'Did the person get what they wanted?', wishesWords[wishes]);
  await page.getByLabel(/^Words for /).fill(forRaiser);
  await page.getByRole('button', { name: 'Close this concern' }).click();
  await expect(page.getByRole('alert')).toContainText('Concern closed.');
}

/** From the page of the concern. */
export async function copyToGpRecordOnScreen(
  { app: { page }, today }: AtScreen,
  { said }: Acts['copyToGpRecord'],
): Promise<void> {
  const { system, on, code, hiddenOnline } = dated(said, today);
  await page.getByRole('link', { name: 'Copy to the GP record' }).first().click();
  await page.getByLabel('Which GP record system?').fill(system);
  await chooseDay(page, 'When was it copied?', on, 'Today');
  if (code === undefined) await choose(page, 'Which code was added?', 'No code was added');
  else {
    await choose(page, 'Which code was added?', 'Another code');
    await page.getByLabel('Code and its words').fill(code);
  }
  await choose(page, 'Is it hidden from online access?', hiddenAnswers[hiddenOnline]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Recorded that it stands in the GP record.');
}
