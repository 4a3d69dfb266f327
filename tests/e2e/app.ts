import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { Host } from './host.ts';

/** Made once, before all tests: the demonstration log in the folder of an app that has shown it. */
export const demoFolder = process.env['DEMO_USER_DATA'] ?? '';

interface Person {
  readonly name: string;
  readonly passphrase: string;
}

/** A click that takes the page away may be cut off by it: what counts is the page that comes next. */
export async function leaving(click: Promise<void>): Promise<void> {
  await click.catch((error: unknown) => {
    if (!(error instanceof Error && /closed|crashed/i.test(error.message))) throw error;
  });
}

/** One running app and the page that it shows now. */
export class App implements AsyncDisposable {
  readonly userData: string;
  readonly host: Host;
  page: Page;

  constructor(userData: string, host: Host, page: Page) {
    this.userData = userData;
    this.host = host;
    this.page = page;
  }

  /** Starts the app in a folder of its own: empty, or with the demonstration in it. */
  static async start(with_: 'nothing' | 'demonstration'): Promise<App> {
    const userData = mkdtempSync(join(tmpdir(), 'practice-log-app-'));
    if (with_ === 'demonstration') {
      // In the place of the practice's own log, so that the first page is the one to unlock it.
      cpSync(join(demoFolder, 'demonstration'), join(userData, 'log'), { recursive: true });
      cpSync(join(demoFolder, 'demonstration-profile'), join(userData, 'log-profile'), { recursive: true });
    }
    return App.open(userData);
  }

  static async open(userData: string): Promise<App> {
    const host = new Host(userData);
    return new App(userData, host, await host.nextPage());
  }

  get demonstration(): readonly Person[] {
    const [file = ''] = ['log', 'demonstration']
      .map((folder) => join(this.userData, folder, 'demonstration.json'))
      .filter((path) => existsSync(path));
    return (JSON.parse(readFileSync(file, 'utf8')) as { people: Person[] }).people;
  }

  /** From the first page to the locked demonstration, unless it shows already. */
  async toDemonstration(): Promise<void> {
    const tryIt = this.page.getByRole('button', { name: 'Try it with demo data' });
    await tryIt.or(this.page.getByRole('heading', { name: 'Unlock the log' })).waitFor();
    if (!(await tryIt.isVisible())) return;
    const next = this.host.nextPage();
    await leaving(tryIt.click());
    this.page = await next;
    await this.page.getByRole('heading', { name: 'Unlock the log' }).waitFor({ timeout: 300_000 });
  }

  /** @param initials how the list calls them until their name is known on this computer */
  async unlock(name: string, initials = name): Promise<void> {
    const person = this.demonstration.find((one) => one.name === name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    const radio = (called: string): Locator => this.page.getByRole('radio', { name: called, exact: true });
    await radio(name).or(radio(initials)).check();
    await this.page.getByLabel('Passphrase', { exact: true }).fill(person.passphrase);
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }

  /** Waits for the fresh page that a lock brings. */
  async afterLock(act: () => unknown): Promise<void> {
    const next = this.host.nextPage();
    await act();
    this.page = await next;
    await this.page.getByRole('heading', { name: 'Unlock the log' }).waitFor();
  }

  /** Locks, also when somebody has not been told of something yet. */
  async lock(): Promise<void> {
    await this.afterLock(async () => {
      await leaving(this.page.getByRole('button', { name: 'Lock', exact: true }).click());
      const anyway = this.page.getByRole('button', { name: 'Lock anyway' });
      // Asked only where somebody has not been told; else the page goes away, and the wait with it.
      await anyway.click({ timeout: 1_000 }).catch(() => {});
    });
  }

  /** Closes the window or quits, also when somebody has not been told of something yet. @returns the exit code */
  async leave(os: 'close-window' | 'quit'): Promise<number | null> {
    this.host.os({ os });
    const anyway = this.page.getByRole('button', { name: 'Close anyway' });
    // Asked only where somebody has not been told; else the page goes away, and the wait with it.
    await Promise.race([anyway.click().catch(() => {}), this.host.gone]);
    return this.host.gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.host[Symbol.asyncDispose]();
    // A store process that is being killed may still be writing.
    rmSync(this.userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** A test with an app that shows the locked demonstration, or with one on a new computer. */
export const test = base.extend<{ app: App; newApp: App }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here
  app: async ({}, use) => {
    await using app = await App.start('demonstration');
    await use(app);
  },
  // oxlint-disable-next-line no-empty-pattern -- the same
  newApp: async ({}, use) => {
    await using app = await App.start('nothing');
    await use(app);
  },
});

export { expect };
