import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onControl } from './control.ts';

type Used =
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

class StandInApp extends EventEmitter implements Pick<Electron.App, Used> {
  #userData = process.env['STANDIN_USER_DATA'] ?? join(tmpdir(), 'practice-log-stand-in');

  enableSandbox(): void {}

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  getPath(): string {
    mkdirSync(this.#userData, { recursive: true });
    return this.#userData;
  }

  setPath(_name: string, path: string): void {
    this.#userData = path;
  }

  getVersion(): string {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    return version;
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
    let stopped = false;
    this.emit('before-quit', { preventDefault: () => (stopped = true) });
    if (stopped) return;
    this.emit('will-quit');
    this.exit(0);
  }

  exit(code = 0): void {
    this.emit('exit-now');
    process.exit(code);
  }
}

export const app = new StandInApp();
onControl('quit', () => app.quit());
// A test that is gone needs no app any more.
process.on('disconnect', () => app.exit(0));
process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
