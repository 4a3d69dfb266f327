import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app.ts';
import { ask } from './asking.ts';

/** Raised the concern that these tests read and write in, so she may add to it. */
export const author = 'Amina Q.';
export const subject = 'George Abbotswell';
/** Stands in that concern as the demonstration makes it. */
export const recorded = 'The lodger now answers his phone and opens his post.';

export const today = (page: Page): Locator => page.getByRole('heading', { level: 1, name: 'Today' });
export const noteBox = (page: Page): Locator => page.getByLabel('What do you want to add?');

/** From any page: the concern, and its form for more. */
export async function openAdding({ page }: App): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await page.getByRole('link', { name: subject }).first().click();
  await expect(page.getByText(recorded).first()).toBeVisible();
  await page.getByRole('link', { name: 'Add more information' }).click();
  await noteBox(page).waitFor();
}

/** Opens the form, writes, and waits until the draft is on the disk. */
export async function writeDraft(app: App, words: string): Promise<void> {
  await openAdding(app);
  await noteBox(app.page).fill(words);
  await expect(app.page.getByText(/Draft saved/)).toBeVisible();
}

export interface Found {
  /** Entries of the concern that hold the words. */
  readonly saved: number;
  /** Drafts of whoever is signed in that hold them. */
  readonly drafts: number;
}

/** Where some words are now. */
export async function whereIs(page: Page, words: string): Promise<Found> {
  const concern = (await ask(page, 'concerns', 'list')).find(({ name }) => name === subject)?.concern;
  const opened = await ask(page, 'concerns', 'open', { concern });
  const mine = await ask(page, 'drafts', 'mine');
  const forms = await Promise.all(mine.map(({ draft }) => ask(page, 'drafts', 'open', { draft })));
  const holding = (all: readonly unknown[]): number => all.filter((one) => JSON.stringify(one).includes(words)).length;
  return { saved: holding(opened.entries), drafts: holding(forms) };
}
