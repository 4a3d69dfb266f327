import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow, type MessagePortMain, type Session, session } from 'electron';
import type { WindowNews } from '../shared/contract/window.ts';
import { filesBelow, serveFiles } from './security/app-protocol.ts';
import { stayOnOurPage } from './security/navigation.ts';
import { refuseDownloads, refuseNetwork } from './security/network.ts';
import { startUrl } from './security/origin.ts';
import { refusePermissions } from './security/permissions.ts';
import { webPreferences } from './security/web-preferences.ts';

/** All that anybody sees from outside: taskbar, window list, screen sharing. Never a name, never a page. */
const title = 'Practice log';
/** A page's process that has not ended by then is killed outright, and gets as long again to be gone. */
const patience = 2_000;

function safeSession(screens: string): Session {
  // Without `persist:` it lives in memory only: no cache, no cookie and no history reach the disk.
  const ours = session.fromPartition('log', { cache: false });
  serveFiles(ours.protocol, filesBelow(screens));
  refusePermissions(ours);
  refuseNetwork(ours);
  refuseDownloads(ours);
  return ours;
}

function killOutright(pid: number): void {
  try {
    // 0 is no process: signals to it go to our own.
    if (pid > 0 && pid !== process.pid) process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself in this very moment.
  }
}

export interface WindowFiles {
  readonly preload: string;
  /** The folder of the built screens. */
  readonly screens: string;
}

/** The one window. Its page can be thrown away, with everything that it ever showed, and made anew. */
export class LogWindow {
  readonly #window: BrowserWindow;
  readonly #onFailed: () => void;
  #discarding = false;
  #gone: () => void = () => {};
  #loads = 0;

  /** @param onFailed called when the page's process ends without having been discarded */
  constructor({ preload, screens }: WindowFiles, onFailed: () => void) {
    this.#onFailed = onFailed;
    this.#window = new BrowserWindow({
      width: 1280,
      height: 800,
      minWidth: 900,
      minHeight: 600,
      title,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: '#f0f4f5',
      webPreferences: webPreferences(preload, safeSession(screens)),
    });
    stayOnOurPage(this.#window.webContents);
    this.#window.on('page-title-updated', (event) => event.preventDefault());
    this.#window.once('ready-to-show', () => this.#window.show());
    this.#window.webContents.on('render-process-gone', () => {
      if (this.#discarding) this.#gone();
      else onFailed();
    });
    this.#window.once('closed', () => this.#gone());
  }

  get window(): BrowserWindow {
    return this.#window;
  }

  /** Loads the page in a fresh process if the last one was discarded. Never rejects: what went wrong is a failed page. */
  async load(): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    try {
      await this.#window.loadURL(startUrl);
    } catch {
      // One that was discarded is no failure, and a process that ended has been reported by its end.
      if (load !== this.#loads || this.#discarding || this.#window.isDestroyed()) return;
      if (!this.#window.webContents.isCrashed()) this.#onFailed();
    }
  }

  /** Ends the page's process at once: memory that held records is gone, not merely unused. Resolves when it is. */
  async discard(): Promise<void> {
    if (this.#window.isDestroyed() || this.#window.webContents.isCrashed()) return;
    const { webContents } = this.#window;
    this.#discarding = true;
    const pid = webContents.getOSProcessId();
    const gone = new Promise<true>((resolve) => {
      this.#gone = () => resolve(true);
    });
    webContents.forcefullyCrashRenderer();
    if (!(await Promise.race([gone, wait(patience, false, { ref: false })]))) {
      killOutright(pid);
      await Promise.race([gone, wait(patience, false, { ref: false })]);
    }
    this.#discarding = false;
  }

  connect(port: MessagePortMain): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.postMessage('port', null, [port]);
  }

  tell(news: WindowNews): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send('news', news);
  }

  toFront(): void {
    if (this.#window.isDestroyed()) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }
}
