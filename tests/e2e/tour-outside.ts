import type { Page } from '@playwright/test';
import { afterDialog, button, inDialog, link, type Stop } from './ways.ts';

/** From a form about what goes on outside to another one. */
const fromOutside = (go: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await link('Back to outside the practice')(page);
  await page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
  await go(page);
};

/** From the page of a concern with a referral outside that nobody has answered, back to where it began. */
export const outsideThePractice: readonly Stop[] = [
  { name: 'concern-outside', go: link(/^Outside the practice/) },
  { name: 'outside-answer', go: inDialog(button(/^Record their answer/)) },
  { name: 'outside-ask-again', go: afterDialog(inDialog(button(/^Ask again/))) },
  { name: 'outside-refer', go: afterDialog(link('Record a referral outside')) },
  { name: 'outside-refer-errors', go: button('Save referral') },
  { name: 'outside-escalate', go: fromOutside(link('Escalate')) },
  { name: 'outside-sharing', go: fromOutside(link('Record a sharing decision')) },
];
