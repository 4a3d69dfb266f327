import type { Locator, Page } from '@playwright/test';

/** The pages of Supervision, by what people see of them. */
export class SupervisionPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** By its shortcut. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+5');
    await this.heading('Supervision').waitFor();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  record(name: string): Locator {
    return this.page.getByRole('link', { name: `Record a session with ${name}` });
  }

  get form(): Locator {
    return this.page.getByRole('form', { name: 'Supervision session' });
  }

  field(label: string): Locator {
    return this.form.getByLabel(label);
  }

  /** What came of an action of the last session. */
  outcome(action: string, answer: string): Locator {
    return this.form.getByRole('group', { name: action }).getByRole('radio', { name: answer });
  }

  get sections(): Locator {
    return this.page.getByRole('navigation', { name: 'Sections of this form' });
  }
}
