import type { Locator } from '@playwright/test';
import type { App } from '../app.ts';

/** The page of backups, as somebody finds it from the foot of every page. */
export class BackupsPage {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  get state(): Locator {
    return this.#app.page.getByRole('region', { name: 'State of backups' });
  }

  async open(): Promise<void> {
    const { page } = this.#app;
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: /backup/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Backups' }).waitFor();
  }

  /** Presses the button for the place and types the passphrase again, as the log asks each time. */
  async choose(by = 'J Sedley'): Promise<void> {
    const { page, demonstration } = this.#app;
    await page.getByRole('button', { name: /^Choose (where backups go|another place)$/ }).click();
    const again = page.getByRole('dialog', { name: 'Type your passphrase again' });
    await again
      .getByLabel('Your passphrase', { exact: true })
      .fill(demonstration.find(({ name }) => name === by)?.passphrase ?? '');
    await again.getByRole('button', { name: 'Go on' }).click();
    await again.waitFor({ state: 'detached' });
  }
}
