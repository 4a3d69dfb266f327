import type { Page } from '@playwright/test';

/** One screen on a tour, and how to get there from the one before. */
export interface Stop {
  readonly name: string;
  readonly go: (page: Page) => Promise<unknown>;
}

export interface Tour {
  readonly who: string;
  /** For the names of pictures. */
  readonly role: string;
  readonly stops: readonly Stop[];
}

const here = async (): Promise<void> => {};
const link = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name }).first().click();
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const main = (name: string) => (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: new RegExp(`^${name}`) }).click();

const linkWorker: Tour = {
  who: 'Amina Q.',
  role: 'link-worker',
  stops: [
    { name: 'today', go: here },
    { name: 'find', go: button(/^Find/) },
  ],
};

/** Every screen of every role, in an order in which somebody could visit them. */
export const tours: readonly Tour[] = [linkWorker];
void link;
void main;
