import type { Page } from '@playwright/test';
import type { Stop } from './ways.ts';

/** Back from a form of a concern to its page, then on by the link or button of that name. */
const then = (role: 'link' | 'button', name: string) => async (page: Page) => {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Back to the concern' }).click();
  await page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
  await main.getByRole(role, { name }).first().click();
};

/** From a form of a concern: who else is in it, what was found, and what stands before a print. */
export const aroundAConcern: readonly Stop[] = [
  { name: 'concern-add-person', go: then('link', 'Add somebody to this concern') },
  { name: 'concern-risk-checklist', go: then('link', 'Record a risk checklist') },
  { name: 'concern-body-map', go: then('link', 'Record a body map') },
  {
    name: 'concern-print-for',
    go: async (page) => {
      await then('button', 'Print or save PDF')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).waitFor();
    },
  },
];
