/**
 * `npm start`: builds the app and opens it, in Electron where its binary is or can be fetched, else in the Chromium of
 * this machine on a stand-in for development.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.ts';
import { needNode24 } from './need-node.ts';

needNode24();
const root = fileURLToPath(new URL('../..', import.meta.url));
const fetchPatience = 120_000;

/** The Electron binary, where it is installed. */
function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const place = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : name;
  const path = join(folder, 'dist', place);
  return existsSync(path) ? path : undefined;
}

function fetchElectron(): string | undefined {
  console.log('Fetching Electron, once.');
  spawnSync('install-electron', [], {
    cwd: root,
    stdio: 'ignore',
    timeout: fetchPatience,
    shell: process.platform === 'win32',
  });
  return electronBinary();
}

function open(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const app = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  app.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

async function start(): Promise<void> {
  const { buildAll } = await import('./build.ts');
  await buildAll();
  const electron = electronBinary() ?? fetchElectron();
  if (electron !== undefined) return open(electron, ['.']);
  const browser = findBrowser();
  if (browser === undefined) {
    console.error('Neither Electron nor a Chromium is here, and neither could be fetched. Set CHROMIUM_PATH to one.');
    process.exitCode = 1;
    return;
  }
  console.log('Electron could not be fetched here, so the app opens in Chromium, for development only.');
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined) {
    console.log('There is no display either: the window cannot be seen. Ctrl+C ends it.');
  }
  open(process.execPath, ['--import', './tests/standin/register.ts', 'dist/electron/main.js'], {
    CHROMIUM_PATH: browser,
  });
}

await start();
