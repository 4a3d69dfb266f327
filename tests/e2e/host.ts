import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Control, Notice } from '../standin/control.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the built app lies: in the project, or where somebody else built it. */
const dist = process.env['APP_DIST'] ?? `${root}/dist`;
const register = fileURLToPath(new URL('../standin/register.ts', import.meta.url));

/** The built app as it runs here: real main, preload, store process and screens, with the operating system played by the test. */
export class Host implements AsyncDisposable {
  readonly main: ChildProcess;
  /** Processes that showed a page, newest last. */
  readonly drivers: number[] = [];
  readonly #endpoints: string[] = [];
  readonly #waiting: ((endpoint: string) => void)[] = [];
  #browser: Browser | null = null;
  exited = false;

  /** @param userData the app's own folder; @param entry the built main, of the project or of a package */
  constructor(userData: string, entry = `${dist}/electron/main.js`) {
    this.main = fork(entry, {
      execArgv: ['--import', register],
      env: { ...process.env, STANDIN_USER_DATA: userData },
      cwd: root,
    });
    this.main.once('exit', () => (this.exited = true));
    this.main.on('message', (notice: Notice) => {
      if (notice.now !== 'window') return;
      this.drivers.push(notice.driver);
      const waiting = this.#waiting.shift();
      if (waiting === undefined) this.#endpoints.push(notice.endpoint);
      else waiting(notice.endpoint);
    });
  }

  /** Plays the operating system. */
  os(control: Control): void {
    this.main.send(control);
  }

  /** The next page that the app shows: the first one, or the fresh one after a lock. */
  async nextPage(): Promise<Page> {
    const endpoint = this.#endpoints.shift() ?? (await new Promise<string>((resolve) => this.#waiting.push(resolve)));
    this.#browser = await chromium.connectOverCDP(endpoint);
    const page = this.#browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the window shows no page');
    page.setDefaultTimeout(20_000);
    await page.locator('h1, h2').first().waitFor();
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser?.close().catch(() => {});
    if (this.exited) return;
    const gone = once(this.main, 'exit');
    this.main.kill('SIGKILL');
    await gone;
  }
}
