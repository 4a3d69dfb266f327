import type { Page } from '@playwright/test';

// Ways from one screen of a tour to the next.

/** One screen on a tour, and how to get there from the one before. */
export interface Stop {
  readonly name: string;
  readonly go: (page: Page) => Promise<unknown>;
}

export const here = (): Promise<void> => Promise.resolve();

/** The link or button of that name in the page itself, not in the bars around it. */
export const link = (name: string | RegExp) => (page: Page) =>
  page.getByRole('main').getByRole('link', { name }).first().click();
export const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('main').getByRole('button', { name }).first().click();

export const main = (name: string) => (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();

/** One after the other. */
export const inTurn =
  (...steps: readonly ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page);
  };

/** From the list of concerns to the one about somebody. */
export const concernOf = (person: string) => async (page: Page) => {
  await main('Concerns')(page);
  await page.getByRole('row', { name: person }).getByRole('link', { name: /^C-/ }).click();
  await page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
};

export const personCalled = (name: string) => async (page: Page) => {
  await main('People')(page);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('navigation', { name: 'About this person' }).waitFor();
};

/** From any page below "Who works here": a colleague's own page. */
export const colleague = (name: string) => async (page: Page) => {
  await link('Who works here')(page);
  await link(name)(page);
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

export const inDialog = (open: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await open(page);
  await page.getByRole('dialog').waitFor();
};

/** Closes the dialog that the stop before left open, then goes on. */
export const afterDialog = (go: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await go(page);
};
