import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { app } from './app.ts';
import { powerMonitor } from './around.ts';
import { notice, onControl } from './control.ts';
import type { FromDriver, ToDriver } from './driver-messages.ts';
import { ipcMain } from './ipc-main.ts';
import { tokensOf } from './ports.ts';
import type { StandInSession } from './session.ts';

const driverFile = fileURLToPath(new URL('./driver.ts', import.meta.url));

type Options = Electron.BrowserWindowConstructorOptions;
type Said<What extends FromDriver['say']> = Extract<FromDriver, { say: What }>;
type UsedContents = 'forcefullyCrashRenderer' | 'isCrashed' | 'id' | 'send' | 'setWindowOpenHandler';

/** A page in a browser of its own, that lives in a child process and dies with it. */
class StandInContents extends EventEmitter implements Pick<Electron.WebContents, UsedContents> {
  readonly id = 1;
  readonly #options: Options;
  #driver: ChildProcess | null = null;
  #loaded: () => void = () => {};
  readonly #pdfs = new Map<number, (pdf: Buffer) => void>();
  #next = 0;

  constructor(options: Options) {
    super();
    this.#options = options;
    onControl('crash-page', () => {
      this.forcefullyCrashRenderer();
    });
    app.on('exit-now', () => this.#driver?.kill('SIGKILL'));
  }

  setWindowOpenHandler(): void {}

  isCrashed(): boolean {
    return this.#driver === null;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.#tell({ do: 'send', channel, args, ports: [] });
  }

  postMessage(channel: string, message: unknown, ports?: readonly unknown[]): void {
    this.#tell({ do: 'send', channel, args: [message], ports: tokensOf(ports) });
  }

  forcefullyCrashRenderer(): void {
    const driver = this.#driver;
    this.#driver = null;
    if (driver === null) return;
    driver.once('exit', () => this.emit('render-process-gone'));
    driver.kill('SIGKILL');
  }

  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    this.#next += 1;
    const id = this.#next;
    const made = new Promise<Buffer>((resolve) => this.#pdfs.set(id, resolve));
    this.#tell({ do: 'pdf', id, footer: options.footerTemplate ?? '' });
    return made;
  }

  load(url: string): Promise<void> {
    if (this.#driver === null) this.#open();
    const loaded = new Promise<void>((resolve) => {
      this.#loaded = resolve;
    });
    this.#tell({ do: 'load', url });
    return loaded;
  }

  #tell(message: ToDriver): void {
    // A page that has been discarded hears nothing.
    if (this.#driver?.connected === true) this.#driver.send(message);
  }

  #open(): void {
    const { width = 800, height = 600, webPreferences } = this.#options;
    const driver = fork(driverFile, { serialization: 'advanced' });
    this.#driver = driver;
    driver.on('message', (message: FromDriver) => this.#heard(message, driver));
    driver.once('exit', () => {
      if (this.#driver !== driver) return;
      this.#driver = null;
      this.emit('render-process-gone');
    });
    this.#tell({ do: 'open', preload: webPreferences?.preload ?? '', width, height });
  }

  #heard(message: FromDriver, driver: ChildProcess): void {
    switch (message.say) {
      case 'open':
        return notice({ now: 'window', endpoint: message.endpoint, driver: driver.pid ?? 0 });
      case 'loaded':
        this.emit('ready-to-show');
        return this.#loaded();
      case 'active':
        return powerMonitor.touched();
      case 'closed':
        // Somebody closed the window, unless we just threw the browser away.
        if (this.#driver === driver) app.emit('window-all-closed');
        return;
      case 'crashed':
        driver.kill('SIGKILL');
        return;
      case 'call':
        return void this.#called(message);
      case 'wants':
        return void this.#serve(message);
      case 'pdf':
        return this.#pdfs.get(message.id)?.(Buffer.from(message.bytes));
    }
  }

  async #called({ id, kind, channel, args, url, top }: Said<'call'>): Promise<void> {
    const event = { sender: this, senderFrame: { url, parent: top ? null : {} } };
    if (kind === 'send') {
      ipcMain.emit(channel, event, ...args);
      return;
    }
    try {
      this.#tell({ do: 'answer', id, value: await ipcMain.invoked(channel, event, args) });
    } catch (error) {
      this.#tell({ do: 'answer', id, error: error instanceof Error ? error.message : 'failed' });
    }
  }

  async #serve({ id, url, method }: Said<'wants'>): Promise<void> {
    const session = this.#options.webPreferences?.session as unknown as StandInSession; // `as`: made by our own `session`.
    const response = await session.fetch(url, method);
    const body = new Uint8Array(await response.arrayBuffer());
    this.#tell({ do: 'file', id, status: response.status, headers: Object.fromEntries(response.headers), body });
  }
}

type UsedWindow = 'focus' | 'isMinimized' | 'loadURL' | 'restore' | 'show';

export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, UsedWindow> {
  readonly webContents: StandInContents;

  constructor(options: Options) {
    super();
    this.webContents = new StandInContents(options);
    this.webContents.on('ready-to-show', () => this.emit('ready-to-show'));
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
}
