import { expect, type Locator, type Page } from '@playwright/test';

/** The form in which a concern is raised, the page that shows it once more, and the page after it. */
export class RaisePage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get what(): Locator {
    return this.page.getByLabel('What did you see or hear?');
  }

  get errors(): Locator {
    return this.page.getByRole('group', { name: 'There is a problem' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Raise a concern' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Raise a concern' }).waitFor();
  }

  async danger(answer: 'Yes' | 'No' | 'I am not sure'): Promise<void> {
    await this.group('Is anyone in immediate danger?').getByRole('radio', { name: answer, exact: true }).check();
  }

  /** Somebody who is not in the log. */
  async addPerson(givenName: string, familyName: string, practice: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add someone who is not in this log' }).click();
    await this.page.getByLabel('First name').fill(givenName);
    await this.page.getByLabel('Last name').fill(familyName);
    await this.page.getByLabel('Their practice').selectOption({ label: practice });
  }

  async category(group: 'About an adult' | 'About a child' | 'More types' | 'Further', name: string): Promise<void> {
    const box = this.group(group).getByRole('checkbox', { name, exact: true });
    if (group === 'More types' && !(await box.isVisible())) await this.page.getByText(/^More types:/).click();
    await box.check();
  }

  /** What happened: not known when, seen by whoever writes. */
  async happened(what: string): Promise<void> {
    await this.what.fill(what);
    await this.group('When did it happen?').getByRole('radio', { name: 'I do not know' }).check();
    await this.page.getByRole('radio', { name: 'I saw or heard it myself' }).check();
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await this.page
      .getByRole('heading', { level: 1, name: 'Check your answers before raising this concern' })
      .waitFor();
  }

  /** The value beside a question on the page that shows everything once more. */
  answer(question: string): Locator {
    return this.page.getByRole('definition').and(this.page.locator(`dt:text-is("${question}") + dd`));
  }

  /** The heading of the page after a concern was raised. */
  async expectSaved(title: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  group(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }
}
