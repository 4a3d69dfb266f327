import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowserForTests } from '../../build/scripts/find-browser.ts';
import type { Control, Notice } from '../standin/control.ts';
import type { Holders, HostOptions, Platform } from './host.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const register = fileURLToPath(new URL('../standin/register.ts', import.meta.url));

/** The stand-in for Electron: main is a child of the test and tells it what happens. */
export class OnStandIn implements Platform {
  readonly kind = 'stand-in';
  readonly notices: Notice[] = [];
  readonly gone: Promise<number | null>;
  readonly #main: ChildProcess;
  readonly #endpoints: string[] = [];
  readonly #waiting: ((endpoint: string) => void)[] = [];
  #browser: Browser | null = null;

  constructor({ userData, entry, clockAhead = 0, timesSlower = 1 }: HostOptions) {
    const browser = findBrowserForTests();
    if (browser === undefined) throw new Error('no Chromium is here and none could be installed: set CHROMIUM_PATH');
    this.#main = fork(entry, {
      execArgv: ['--import', register],
      // On Windows the app would choose its folder by LOCALAPPDATA: the log of whoever runs the tests.
      env: {
        ...process.env,
        STANDIN_USER_DATA: userData,
        STANDIN_CLOCK_AHEAD: String(clockAhead),
        STANDIN_TIMES_SLOWER: String(timesSlower),
        CHROMIUM_PATH: browser,
        LOCALAPPDATA: '',
      },
      cwd: root,
    });
    this.gone = new Promise((resolve) => this.#main.once('exit', resolve));
    this.#main.on('message', (notice: Notice) => this.#heard(notice));
  }

  get pid(): number {
    return this.#main.pid ?? 0;
  }

  #heard(notice: Notice): void {
    this.notices.push(notice);
    if (notice.now !== 'window') return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#endpoints.push(notice.endpoint);
    else waiting(notice.endpoint);
  }

  os(control: Control): void {
    this.#main.send(control);
  }

  async nextPage(): Promise<Page> {
    const endpoint = this.#endpoints.shift() ?? (await new Promise<string>((resolve) => this.#waiting.push(resolve)));
    this.#browser = await chromium.connectOverCDP(endpoint);
    const page = this.#browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the window shows no page');
    return page;
  }

  async holders(): Promise<Holders> {
    const newest = <Now extends Notice['now']>(now: Now) =>
      this.notices.findLast((notice): notice is Extract<Notice, { now: Now }> => notice.now === now);
    return { page: newest('window')?.driver ?? 0, store: newest('store')?.pid ?? 0 };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser?.close().catch(() => {});
    if (this.#main.exitCode !== null || this.#main.signalCode !== null) return;
    const gone = once(this.#main, 'exit');
    this.#main.kill('SIGKILL');
    await gone;
  }
}
