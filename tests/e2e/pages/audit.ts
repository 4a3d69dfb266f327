import type { Locator, Page } from '@playwright/test';

/** The audit log and its export, by what people see of them. */
export class AuditPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** By its shortcut. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+6');
    await this.page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
    await this.rows.first().waitFor();
  }

  get state(): Locator {
    return this.page.getByRole('region', { name: 'State of the log' });
  }

  get entries(): Locator {
    return this.page.getByRole('group', { name: 'Entries' });
  }

  get rows(): Locator {
    return this.page
      .getByRole('table', { name: 'Entries of the audit log' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell') });
  }

  get chips(): Locator {
    return this.page.getByRole('list', { name: 'Filters in use' });
  }

  get export(): Locator {
    return this.page.getByRole('form', { name: 'Export the audit log' });
  }
}
