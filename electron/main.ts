import { fileURLToPath } from 'node:url';
import { app, dialog, powerMonitor, protocol } from 'electron';
import { IdleWatch, standardIdle } from './idle.ts';
import { setMenu } from './menu.ts';
import { ownFolder } from './places.ts';
import { registerScheme } from './security/app-protocol.ts';
import { Shell } from './shell.ts';
import { StoreHost } from './store-host.ts';
import { LogWindow } from './window.ts';
import { answerWindowCalls } from './window-calls.ts';

// The main process: windows, menus and the operating system's events. It holds no key, opens no store and decides nothing.

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

function giveUp(): void {
  dialog.showErrorBox(
    'Practice log cannot show its window',
    'Everything that was saved is safe. Restart the computer and open Practice log again.',
  );
  app.exit(1);
}

function watchTheComputer(shell: Shell, window: LogWindow): void {
  powerMonitor.on('lock-screen', () => void shell.lock('computer-locked'));
  powerMonitor.on('suspend', () => void shell.lock('computer-slept'));
  powerMonitor.on('shutdown', () => void shell.lock('computer-slept'));
  const idle = new IdleWatch(standardIdle, {
    warn: (seconds) => window.tell({ news: 'lock-soon', seconds }),
    callOff: () => window.tell({ news: 'lock-called-off' }),
    lock: () => void shell.lock('idle'),
  });
  setInterval(() => {
    if (shell.isUnlocked) idle.look(powerMonitor.getSystemIdleTime());
  }, 1_000).unref();
}

async function open(): Promise<void> {
  const files = { preload: beside('preload.cjs'), screens: beside('../renderer') };
  const window: LogWindow = new LogWindow(files, () => void shell.pageFailed());
  const store = new StoreHost(beside('store-process.js'), () => void shell.storeFailed());
  const folder = app.getPath('userData');
  const version = app.getVersion();
  const shell: Shell = new Shell({ window, store, folder, version, now: () => new Date(), giveUp });
  answerWindowCalls(shell, window.window);
  setMenu((item) => window.tell({ news: 'chosen', item }));
  watchTheComputer(shell, window);
  app.on('second-instance', () => window.toFront());
  app.on('before-quit', (event) => {
    // Drafts first. That leaves nothing unlocked, so the second time round the app quits.
    if (!shell.isUnlocked) return;
    event.preventDefault();
    void shell.close().then(() => app.quit());
  });
  app.on('will-quit', () => void store.stop());
  await window.load();
}

app.enableSandbox();
app.setPath('userData', ownFolder(app.getPath('userData'), process.env['LOCALAPPDATA']));
registerScheme(protocol);
app.on('window-all-closed', () => app.quit());
// Two of them would fight for one log.
if (app.requestSingleInstanceLock()) void app.whenReady().then(open);
else app.quit();
