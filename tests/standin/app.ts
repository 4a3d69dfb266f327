import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { onControl } from './control.ts';
import { type Declared, type Stoppable, stoppedBy } from './declared.ts';

type Used =
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setPath'
  | 'whenReady';

interface Sent {
  readonly 'before-quit': readonly [Stoppable];
  readonly 'will-quit': readonly [Stoppable];
  readonly 'second-instance': readonly [];
  readonly 'window-all-closed': readonly [];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

interface Metadata {
  readonly version: string;
  readonly productName: string;
}

function metadata(): Metadata {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Metadata;
}

/** As in Electron: where the system keeps what programs know, in a folder named after the app. */
function defaultUserData(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  const known: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
    win32: APPDATA ?? join(homedir(), 'AppData', 'Roaming'),
    darwin: join(homedir(), 'Library', 'Application Support'),
  };
  return join(known[process.platform] ?? XDG_CONFIG_HOME ?? join(homedir(), '.config'), metadata().productName);
}

class StandInApp extends EventEmitter<Declared<Electron.App['on'], Sent>> implements Pick<Electron.App, Used> {
  #userData = process.env['STANDIN_USER_DATA'] ?? defaultUserData();
  /** Asks an open window to close. @returns whether it did */
  readonly windows = new Set<() => boolean>();
  /** What has to end with the app. */
  readonly atExit = new Set<() => void>();

  enableSandbox(): void {}

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  getPath(): string {
    mkdirSync(this.#userData, { recursive: true });
    return this.#userData;
  }

  setAppUserModelId(): void {}

  setPath(_name: string, path: string): void {
    this.#userData = path;
  }

  getVersion(): string {
    return metadata().version;
  }

  requestSingleInstanceLock(): boolean {
    const file = join(this.getPath(), 'instance.pid');
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
    } catch {
      const first = Number(readFileSync(file, 'utf8'));
      if (isAlive(first)) {
        process.kill(first, 'SIGUSR2');
        return false;
      }
      writeFileSync(file, String(process.pid));
    }
    process.on('SIGUSR2', () => this.emit('second-instance'));
    return true;
  }

  /** As in Electron: asked, windows closed, and only then gone. */
  quit(): void {
    if (stoppedBy((event) => this.emit('before-quit', event))) return;
    for (const close of this.windows) if (!close()) return;
    if (stoppedBy((event) => this.emit('will-quit', event))) return;
    this.exit(0);
  }

  exit(code = 0): void {
    for (const end of this.atExit) end();
    process.exit(code);
  }
}

export const app = new StandInApp();
onControl('quit', () => app.quit());
// A test that is gone needs no app any more.
process.on('disconnect', () => app.exit(0));
process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
