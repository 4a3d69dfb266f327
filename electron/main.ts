import { fileURLToPath } from 'node:url';
import { app, dialog, powerMonitor, protocol } from 'electron';
import { concernsWaitSentence } from '../shared/domain/concerns-waiting.ts';
import { HourlyNote } from './hourly-note.ts';
import { IdleWatch, idleAfter, standardIdle } from './idle.ts';
import { Leaving, type Preventable } from './leaving.ts';
import { setMenu } from './menu.ts';
import { notify } from './notify.ts';
import { ownFolder } from './places.ts';
import { registerScheme } from './security/app-protocol.ts';
import { Shell } from './shell.ts';
import { mistakeReport } from './store/report.ts';
import { StoreHost } from './store-host.ts';
import { LogWindow } from './window.ts';
import { answerWindowCalls } from './window-calls.ts';

// The main process: windows, menus and the operating system's events. It holds no key, opens no store and decides nothing.

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

function giveUp(): void {
  dialog.showErrorBox(
    'Practice log has to close',
    'Everything that was saved is safe. Open Practice log again. If this happens again, restart the computer first.',
  );
  app.exit(1);
}

// One JSON line on standard error, as the store process writes it: class of the error and places, never a message.
function report(error: unknown): void {
  process.stderr.write(`${JSON.stringify(mistakeReport('main', error))}\n`);
}

function stopOn(error: unknown): void {
  report(error);
  giveUp();
}

/** Once an hour while the log is locked and the practice is open: a number and a time. A click brings the window up. */
function sayWhatWaits(shell: Shell, window: LogWindow, hourly: HourlyNote): void {
  const { isUnlocked, waiting, openingHours } = shell;
  const now = new Date();
  if (!hourly.isDue(now, isUnlocked || waiting === null ? null : openingHours) || waiting === null) return;
  notify(`${concernsWaitSentence(waiting.concerns, waiting.since, now)} Unlock the log to see.`, () =>
    window.toFront(),
  );
}

/** Looks once a second: how long nobody has touched the computer, how long the log has been open, what waits. */
function watchTime(shell: Shell, window: LogWindow): IdleWatch {
  const idle = new IdleWatch(standardIdle, {
    warn: (seconds) => window.tell({ news: 'lock-soon', seconds }),
    callOff: () => window.tell({ news: 'lock-called-off' }),
    lock: () => void shell.lock('idle'),
  });
  const hourly = new HourlyNote();
  setInterval(() => {
    idle.rule = idleAfter(shell.idleMinutes);
    idle.look(powerMonitor.getSystemIdleTime());
    shell.look();
    sayWhatWaits(shell, window, hourly);
  }, 1_000).unref();
  return idle;
}

function watchTheComputer(shell: Shell): void {
  powerMonitor.on('lock-screen', () => void shell.lock('computer-locked'));
  powerMonitor.on('suspend', () => void shell.lock('computer-slept'));
  // A Mac hands the screen to another user without locking anything. Windows says `lock-screen` then.
  powerMonitor.on('user-did-resign-active', () => void shell.lock('computer-locked'));
}

function leaveInOrder(shell: Shell, { window }: LogWindow, tell: LogWindow['tell']): Leaving {
  const leaving = new Leaving({ shell, ask: () => tell({ news: 'closing' }), quit: () => app.quit() });
  app.on('before-quit', (event) => leaving.wished(event));
  window.on('close', (event) => leaving.wished(event));
  // Linux and macOS. The event that can hold them up is in Electron's words, and not in its declarations.
  powerMonitor.on('shutdown', (event?: Preventable) => leaving.forced(event));
  // Windows asks the window, waits, and then says that it does not wait any longer.
  window.on('query-session-end', (event) => leaving.forced(event));
  window.on('session-end', () => void shell.close(true));
  return leaving;
}

async function open(): Promise<void> {
  const files = { preload: beside('preload.cjs'), screens: beside('../renderer') };
  const window: LogWindow = new LogWindow(files, () => void shell.pageFailed());
  const store = new StoreHost(
    beside('store-process.js'),
    () => void shell.storeFailed(),
    (word) => shell.heard(word),
  );
  const folder = app.getPath('userData');
  const version = app.getVersion();
  const giveUpWithoutKeys = (): void => {
    void store.stop();
    giveUp();
  };
  const shell: Shell = new Shell({ window, store, folder, version, now: () => new Date(), giveUp: giveUpWithoutKeys });
  const idle = watchTime(shell, window);
  const leaving = leaveInOrder(shell, window, (news) => window.tell(news));
  const somebodyIsHere = (): void => idle.somebodyIsHere(powerMonitor.getSystemIdleTime());
  answerWindowCalls({ shell, leaving, window: window.window, somebodyIsHere, report: (error) => report(error) });
  setMenu((item) => window.tell({ news: 'chosen', item }));
  watchTheComputer(shell);
  app.on('second-instance', () => window.toFront());
  app.on('will-quit', () => void store.stop());
  await window.load();
}

// A mistake of ours in main: nothing goes on half working, and nobody is shown its message.
process.on('uncaughtException', stopOn);
process.on('unhandledRejection', stopOn);
app.enableSandbox();
// Windows shows notifications only of programs that it knows by this name (`appId` of the package).
app.setAppUserModelId('uk.example.practice-log');
app.setPath('userData', ownFolder(app.getPath('userData'), process.env['LOCALAPPDATA']));
registerScheme(protocol);
app.on('window-all-closed', () => app.quit());
// Two of them would fight for one log.
if (app.requestSingleInstanceLock()) void app.whenReady().then(open);
else app.quit();
