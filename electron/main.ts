import { fileURLToPath } from 'node:url';
import { app, dialog, powerMonitor, protocol } from 'electron';
import { IdleWatch, standardIdle } from './idle.ts';
import { setMenu } from './menu.ts';
import { ownFolder } from './places.ts';
import { registerScheme } from './security/app-protocol.ts';
import { Shell } from './shell.ts';
import { mistakeReport } from './store/report.ts';
import { StoreHost } from './store-host.ts';
import { LogWindow } from './window.ts';
import { answerWindowCalls } from './window-calls.ts';

// The main process: windows, menus and the operating system's events. It holds no key, opens no store and decides nothing.

type Preventable = Pick<Electron.Event, 'preventDefault'>;

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

function giveUp(): void {
  dialog.showErrorBox(
    'Practice log has to close',
    'Everything that was saved is safe. Open Practice log again. If this happens again, restart the computer first.',
  );
  app.exit(1);
}

// One JSON line on standard error, as the store process writes it: class of the error and places, never a message.
function stopOn(error: unknown): void {
  process.stderr.write(`${JSON.stringify(mistakeReport('main', error))}\n`);
  giveUp();
}

/** Asks once a second how long nobody has touched the computer. */
function watchIdleness(shell: Shell, window: LogWindow): IdleWatch {
  const idle = new IdleWatch(standardIdle, {
    warn: (seconds) => window.tell({ news: 'lock-soon', seconds }),
    callOff: () => window.tell({ news: 'lock-called-off' }),
    lock: () => void shell.lock('idle'),
  });
  setInterval(() => {
    if (shell.isUnlocked) idle.look(powerMonitor.getSystemIdleTime());
  }, 1_000).unref();
  return idle;
}

function watchTheComputer(shell: Shell, { window }: LogWindow): void {
  powerMonitor.on('lock-screen', () => void shell.lock('computer-locked'));
  powerMonitor.on('suspend', () => void shell.lock('computer-slept'));
  // Quitting keeps the drafts first.
  powerMonitor.on('shutdown', () => app.quit());
  // Windows says it to the window, before it ends everything.
  window.on('query-session-end', () => void shell.lock('computer-slept'));
}

/** Drafts first, while the page still lives. That leaves nothing unlocked, so the second time round the app goes. */
function leaveInOrder(shell: Shell, { window }: LogWindow): void {
  const leave = (event: Preventable): void => {
    if (!shell.isUnlocked) return;
    event.preventDefault();
    void shell.close().finally(() => app.quit());
  };
  app.on('before-quit', leave);
  window.on('close', leave);
}

async function open(): Promise<void> {
  const files = { preload: beside('preload.cjs'), screens: beside('../renderer') };
  const window: LogWindow = new LogWindow(files, () => void shell.pageFailed());
  const store = new StoreHost(beside('store-process.js'), () => void shell.storeFailed());
  const folder = app.getPath('userData');
  const version = app.getVersion();
  const giveUpWithoutKeys = (): void => {
    void store.stop();
    giveUp();
  };
  const shell: Shell = new Shell({ window, store, folder, version, now: () => new Date(), giveUp: giveUpWithoutKeys });
  const idle = watchIdleness(shell, window);
  answerWindowCalls({ shell, window: window.window, somebodyIsHere: () => idle.somebodyIsHere() });
  setMenu((item) => window.tell({ news: 'chosen', item }));
  watchTheComputer(shell, window);
  leaveInOrder(shell, window);
  app.on('second-instance', () => window.toFront());
  app.on('will-quit', () => void store.stop());
  await window.load();
}

// A mistake of ours in main: nothing goes on half working, and nobody is shown its message.
process.on('uncaughtException', stopOn);
process.on('unhandledRejection', stopOn);
app.enableSandbox();
app.setPath('userData', ownFolder(app.getPath('userData'), process.env['LOCALAPPDATA']));
registerScheme(protocol);
app.on('window-all-closed', () => app.quit());
// Two of them would fight for one log.
if (app.requestSingleInstanceLock()) void app.whenReady().then(open);
else app.quit();
