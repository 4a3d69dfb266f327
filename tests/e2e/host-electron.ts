import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type Browser, chromium, type ElectronApplication, type Page } from '@playwright/test';
import type { Control, Notice } from '../standin/control.ts';
import type { Holders, HostOptions, Platform } from './host.ts';

/** What a test leaves in main, to ask for later. */
interface Left {
  loads: number;
  idle: number | null;
  folder: string | null;
}

type Electron_ = typeof Electron.CrossProcessExports;

/** Runs in main, before anything else that a test does there. */
function prepare({ BrowserWindow, powerMonitor, dialog }: Electron_): void {
  const left = globalThis as unknown as Left; // `as`: a place that lasts between two questions.
  const [window] = BrowserWindow.getAllWindows();
  left.loads = window !== undefined && window.webContents.getURL() !== '' && !window.webContents.isLoading() ? 1 : 0;
  window?.webContents.on('did-finish-load', () => (left.loads += 1));
  left.idle = null;
  left.folder = null;
  const real = powerMonitor.getSystemIdleTime.bind(powerMonitor);
  powerMonitor.getSystemIdleTime = () => left.idle ?? real();
  dialog.showOpenDialog = async () => ({
    canceled: left.folder === null,
    filePaths: left.folder === null ? [] : [left.folder],
  });
  dialog.showSaveDialog = async () => ({ canceled: left.folder === null, filePath: left.folder ?? '' });
}

/** Runs in main: the operating system does something. */
function act({ BrowserWindow, Menu, app, powerMonitor }: Electron_, control: Control): void {
  const left = globalThis as unknown as Left; // `as`: as above.
  const [window] = BrowserWindow.getAllWindows();
  switch (control.os) {
    case 'idle':
      left.idle = control.seconds;
      return;
    case 'power':
      powerMonitor.emit(control.event);
      return;
    case 'clock': {
      const Real = Date;
      const { ahead } = control;
      globalThis.Date = class extends Real {
        static override now = () => Real.now() + ahead;
        constructor(...given: readonly [] | readonly [number | string | Date]) {
          super(given.length === 0 ? Real.now() + ahead : given[0]);
        }
      } as DateConstructor; // `as`: called without `new` or with seven numbers nobody of us does.
      return;
    }
    case 'click-notification':
      // The system's own, which a test cannot reach: looked at on the stand-in only.
      return;
    case 'dialog':
      left.folder = control.path;
      return;
    case 'menu':
      for (const { submenu } of Menu.getApplicationMenu()?.items ?? [])
        for (const item of submenu?.items ?? []) if (item.label === control.label) item.click();
      return;
    case 'crash-page':
      window?.webContents.forcefullyCrashRenderer();
      return;
    case 'page-clings':
      if (window !== undefined) window.webContents.forcefullyCrashRenderer = () => {};
      return;
    case 'session-ends':
      window?.emit('query-session-end', { preventDefault() {}, reasons: ['shutdown'] });
      return;
    case 'close-window':
      window?.close();
      return;
    case 'quit':
      app.quit();
      return;
  }
}

const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Electron itself. Not tried where this was written: its binary could not be had there. */
export class InElectron implements Platform {
  readonly kind = 'electron';
  readonly notices: Notice[] = [];
  readonly gone: Promise<number | null>;
  readonly app: Promise<ElectronApplication>;
  readonly #userData: string;
  #pid = 0;
  #pages = 0;
  #browser: Browser | null = null;

  constructor({ userData, entry }: HostOptions, executablePath: string) {
    this.#userData = userData;
    const started = _electron.launch({
      executablePath,
      args: [entry, `--user-data-dir=${userData}`, '--remote-debugging-port=0', ...asRoot],
      // On Windows the app would choose its folder by this.
      env: { ...(process.env as Record<string, string>), LOCALAPPDATA: '' }, // `as`: what is not set is not in it.
    });
    this.gone = started.then(
      (app) => new Promise((resolve) => app.process().once('exit', resolve)),
      () => null,
    );
    this.app = started.then(async (app) => {
      this.#pid = app.process().pid ?? 0;
      await app.firstWindow();
      await app.evaluate(prepare);
      return app;
    });
    this.app.catch(() => {});
  }

  get pid(): number {
    return this.#pid;
  }

  os(control: Control): void {
    // Whatever ends main answers nothing any more.
    void this.app.then((app) => app.evaluate(act, control)).catch(() => {});
  }

  /** A new page is a new process behind the same window, which only a new client sees. */
  async nextPage(): Promise<Page> {
    const app = await this.app;
    this.#pages += 1;
    while ((await app.evaluate(() => (globalThis as unknown as Left).loads)) < this.#pages) await pause(50);
    const [port] = readFileSync(join(this.#userData, 'DevToolsActivePort'), 'utf8').split('\n');
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = this.#browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the window shows no page');
    return page;
  }

  async holders(): Promise<Holders> {
    const app = await this.app;
    return app.evaluate(({ app: main, BrowserWindow }) => ({
      page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      store: main.getAppMetrics().find(({ name }) => name === 'Practice log store')?.pid ?? 0,
    }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser?.close().catch(() => {});
    await this.app.then((app) => app.close()).catch(() => {});
  }
}
