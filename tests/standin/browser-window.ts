import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from './app.ts';
import { powerMonitor } from './around.ts';
import { notice, onControl } from './control.ts';
import { type Declared, type Stoppable, stoppedBy } from './declared.ts';
import type { FromDriver, ToDriver } from './driver-messages.ts';
import { type From, ipcMain } from './ipc-main.ts';
import { tokensOf } from './ports.ts';
import type { StandInSession } from './session.ts';

const driverFile = fileURLToPath(new URL('./driver.ts', import.meta.url));

type Options = Electron.BrowserWindowConstructorOptions;
type Said<What extends FromDriver['say']> = Extract<FromDriver, { say: What }>;
/** A folder for a browser, for as long as it lives. What little a browser writes there is gone with it. */
function newProfile(driver: ChildProcess): string {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  // The browser ends a moment after its driver, and writes until then.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  app.atExit.add(remove);
  driver.once('exit', () => {
    setTimeout(() => {
      app.atExit.delete(remove);
      remove();
    }, 1_000).unref();
  });
  return folder;
}

type UsedContents =
  | 'forcefullyCrashRenderer'
  | 'getOSProcessId'
  | 'id'
  | 'isCrashed'
  | 'postMessage'
  | 'printToPDF'
  | 'send'
  | 'setWindowOpenHandler';
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Navigation = Stoppable & Pick<Electron.WebContentsWillFrameNavigateEventParams, 'url' | 'isMainFrame'>;

interface SentByContents {
  readonly 'render-process-gone': readonly [Stoppable, Pick<Electron.RenderProcessGoneDetails, 'reason'>];
  readonly 'will-navigate': readonly [Navigation];
  readonly 'will-frame-navigate': readonly [Navigation];
}

/** What the window makes of what its page does. */
interface HeardOf {
  readonly loaded: () => void;
  readonly closed: () => void;
}

/** A page in a browser of its own, that lives in a child process and dies with it. */
class StandInContents
  extends EventEmitter<Declared<Electron.WebContents['on'], SentByContents>>
  implements Pick<Electron.WebContents, UsedContents>
{
  readonly id = 1;
  readonly #options: Options;
  readonly #heardOf: HeardOf;
  #driver: ChildProcess | null = null;
  #loaded: () => void = () => {};
  #mayOpen: OpenHandler = () => ({ action: 'allow' });
  readonly #pdfs = new Map<number, (pdf: Buffer) => void>();
  #next = 0;
  /** As a process that is stuck in the kernel or stopped does: it does not crash when it is told to. */
  #clings = false;

  constructor(options: Options, heardOf: HeardOf) {
    super();
    this.#options = options;
    this.#heardOf = heardOf;
    onControl('crash-page', () => {
      this.forcefullyCrashRenderer();
    });
    onControl('page-clings', () => {
      this.#clings = true;
    });
    app.atExit.add(() => this.destroy());
  }

  /** The page goes with its window, and nobody has to be told. */
  destroy(): void {
    const driver = this.#driver;
    this.#driver = null;
    driver?.kill('SIGKILL');
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#mayOpen = handler;
  }

  isCrashed(): boolean {
    return this.#driver === null;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.#tell({ do: 'send', channel, args, ports: [] });
  }

  postMessage(channel: string, message: unknown, ports?: readonly unknown[]): void {
    this.#tell({ do: 'send', channel, args: [message], ports: tokensOf(ports) });
  }

  getOSProcessId(): number {
    return this.#driver?.pid ?? 0;
  }

  forcefullyCrashRenderer(): void {
    if (this.#clings) return;
    const driver = this.#driver;
    this.#driver = null;
    if (driver === null) return;
    driver.once('exit', () => this.#gone('killed'));
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
    this.#clings = false;
    const profile = newProfile(driver);
    driver.on('message', (message: FromDriver) => this.#heard(message, driver));
    driver.once('exit', () => {
      if (this.#driver !== driver) return;
      this.#driver = null;
      this.#gone('crashed');
    });
    this.#tell({ do: 'open', preload: webPreferences?.preload ?? '', profile, width, height });
  }

  #gone(reason: 'killed' | 'crashed'): void {
    stoppedBy((event) => this.emit('render-process-gone', event, { reason }));
  }

  #heard(message: FromDriver, driver: ChildProcess): void {
    switch (message.say) {
      case 'open':
        return notice({ now: 'window', endpoint: message.endpoint, driver: driver.pid ?? 0 });
      case 'loaded':
        this.#heardOf.loaded();
        return this.#loaded();
      case 'active':
        return powerMonitor.touched();
      case 'closed':
        // Somebody closed the window, unless we just threw the browser away.
        if (this.#driver === driver) this.#heardOf.closed();
        return;
      case 'crashed':
        driver.kill('SIGKILL');
        return;
      case 'call':
        return void this.#called(message);
      case 'wants':
        return void this.#serve(message);
      case 'navigates':
        return this.#tell({ do: 'allow', id: message.id, allowed: this.#mayNavigate(message) });
      case 'opens':
        return this.#tell({ do: 'allow', id: message.id, allowed: this.#opens(message.url) });
      case 'pdf':
        return this.#pdfs.get(message.id)?.(Buffer.from(message.bytes));
    }
  }

  #mayNavigate({ url, top }: Said<'navigates'>): boolean {
    return !stoppedBy((event) => {
      const navigation = Object.assign(event, { url, isMainFrame: top });
      this.emit('will-frame-navigate', navigation);
      if (top) this.emit('will-navigate', navigation);
    });
  }

  #opens(url: string): boolean {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    };
    return this.#mayOpen(details as Electron.HandlerDetails).action === 'allow'; // `as`: the words of its unions.
  }

  async #called({ id, kind, channel, args, url, top, own }: Said<'call'>): Promise<void> {
    // Another page in the same browser is another `webContents`.
    const from: From = { sender: { id: own ? this.id : this.id + 1 }, senderFrame: { url, parent: top ? null : {} } };
    if (kind === 'send') return ipcMain.sent(channel, from, args);
    try {
      this.#tell({ do: 'answer', id, value: await ipcMain.invoked(channel, from, args) });
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

type UsedWindow = 'focus' | 'isDestroyed' | 'isMinimized' | 'loadURL' | 'restore' | 'show';

interface SentByWindow {
  readonly 'ready-to-show': readonly [];
  readonly close: readonly [Stoppable];
  readonly closed: readonly [];
  readonly 'page-title-updated': readonly [Stoppable, title: string, explicitSet: boolean];
  readonly 'query-session-end': readonly [Electron.WindowSessionEndEvent];
  readonly 'session-end': readonly [Electron.WindowSessionEndEvent];
}

export class BrowserWindow
  extends EventEmitter<Declared<Electron.BrowserWindow['on'], SentByWindow>>
  implements Pick<Electron.BrowserWindow, UsedWindow>
{
  readonly webContents: StandInContents;
  readonly #close = (): boolean => this.#askedToClose();

  constructor(options: Options) {
    super();
    this.webContents = new StandInContents(options, {
      loaded: () => this.emit('ready-to-show'),
      closed: () => this.#askedToClose(),
    });
    app.windows.add(this.#close);
    onControl('close-window', () => this.#askedToClose());
    onControl('session-ends', () => {
      const held = stoppedBy((event) => this.emit('query-session-end', { ...event, reasons: ['shutdown'] }));
      notice({ now: 'held-up', held });
    });
  }

  /** As in Electron: it closes unless a listener stops it, and the page goes with it. */
  #askedToClose(): boolean {
    if (this.isDestroyed()) return true;
    if (stoppedBy((event) => this.emit('close', event))) return false;
    app.windows.delete(this.#close);
    this.webContents.destroy();
    this.emit('closed');
    if (app.windows.size === 0) app.emit('window-all-closed');
    return true;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }

  isDestroyed(): boolean {
    return !app.windows.has(this.#close);
  }

  show(): void {}
  focus(): void {
    notice({ now: 'to-front' });
  }
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
}
