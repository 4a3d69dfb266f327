import type { Locator, Page } from '@playwright/test';
import type { App } from '../app.ts';

/** Types the passphrase into the dialog that asks for it again. */
export async function typeAgain(app: App, name: string): Promise<void> {
  const passphrase = app.demonstration.find((one) => one.name === name)?.passphrase ?? '';
  const dialog = app.page.getByRole('dialog', { name: 'Type your passphrase again' });
  await dialog.getByLabel('Your passphrase', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** "Who works here" and the pages of its people, as they are used by label. */
export class StaffPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** By the name of whoever is signed in, in the bar over every page. */
  async open(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('link', { name: /\([a-z]/ })
      .click();
    await this.heading('Who works here').waitFor();
  }

  async of(name: string): Promise<void> {
    await this.open();
    await this.page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
    await this.heading(name).waitFor();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** The rows of a list by its name. */
  rows(list: string): Locator {
    return this.page.getByRole('list', { name: list, exact: true }).getByRole('listitem');
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  async toToday(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
    await this.heading('Today').waitFor();
  }
}
