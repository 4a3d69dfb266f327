import type { Locator, Page } from '@playwright/test';

/** The list of people, as it is used by label. */
export class People {
  readonly page: Page;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByLabel('Name or NHS number');
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  }

  async find(name: string): Promise<void> {
    await this.open();
    await this.search.fill(name);
    await this.page.getByRole('link', { name, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
  }

  part(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'About this person' }).getByRole('link', { name });
  }
}

/** The form about somebody who is added or changed. */
export class PersonForm {
  readonly number: Locator;
  readonly firstName: Locator;
  readonly lastName: Locator;
  readonly add: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.number = page.getByLabel('NHS number', { exact: true });
    this.firstName = page.getByLabel('First name');
    this.lastName = page.getByLabel('Last name');
    this.add = page.getByRole('button', { name: 'Add this person' });
  }

  option(question: string, answer: string): Locator {
    return this.page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true });
  }
}
