import { type BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { BackupAtLock, Doing, Which, WindowCalls } from '../shared/contract/window.ts';
import { windowCallNames } from '../shared/contract/window.ts';
import { staffId } from '../shared/domain/ids.ts';
import { z } from '../shared/zod.ts';
import { printName } from './file-name.ts';
import type { Leaving } from './leaving.ts';
import { pagePath } from './page-path.ts';
import { savePdf } from './printing.ts';
import { isTrusted } from './security/trusted-sender.ts';
import type { Shell } from './shell.ts';

type Answerers = { readonly [Name in keyof WindowCalls]: (input: unknown) => unknown };

const which: z.ZodType<Which> = z.enum(['practice', 'demonstration']);
const reason = z.enum(['asked', 'hidden-too-long']);
const doing: z.ZodType<Doing> = z.enum(['nothing', 'unlocking', 'recovery-key', 'nobody-told']);
const backup: z.ZodType<BackupAtLock> = z.enum(['none', 'made', 'failed', 'cut-off']);
const left = z.strictObject({ staff: staffId, page: pagePath, drafted: z.boolean() });

async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose where to save',
    buttonLabel: 'Save here',
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function chooseBackup(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose a backup',
    buttonLabel: 'Look at this backup',
    properties: ['openFile'],
    filters: [{ name: 'Backups of Practice log', extensions: ['bak'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

interface Parts {
  readonly shell: Shell;
  readonly leaving: Leaving;
  readonly window: BrowserWindow;
  /** Called when the page says that somebody did something, whatever the system's own idle time says. */
  readonly somebodyIsHere: () => void;
  /** Notes a mistake of ours, without a word of its message. */
  readonly report: (error: unknown) => void;
}

function answerers({ shell, leaving, window, somebodyIsHere, report }: Parts): Answerers {
  return {
    state: () => shell.state(),
    unlocked: () => {
      somebodyIsHere();
      shell.unlocked();
    },
    lock: (input) => shell.lock(reason.parse(input)),
    keepWorking: () => somebodyIsHere(),
    doing: (input) => shell.doing(doing.parse(input)),
    flushing: () => shell.flushing(),
    flushed: (input) => shell.flushed(left.parse(input)),
    backedUp: (input) => shell.backedUp(backup.parse(input)),
    asking: () => leaving.asking(),
    leave: () => leaving.now(),
    choose: (input) => shell.choose(which.parse(input)),
    chooseFolder: () => chooseFolder(window),
    chooseBackup: () => chooseBackup(window),
    savePdf: (input) => savePdf(window, printName.parse(input), report),
  };
}

/** Answers what a page asks of its window, after one look at who asks. Everything else is refused without a word. */
export function answerWindowCalls(parts: Parts): void {
  const { shell, report } = parts;
  // Taken once: a window that has been closed has none to ask, and its last messages may still be on their way.
  const { id } = parts.window.webContents;
  const trusted = (event: IpcMainInvokeEvent | IpcMainEvent): boolean => isTrusted(event, { id });
  const answers = answerers(parts);
  for (const name of windowCallNames) {
    ipcMain.handle(`window.${name}`, (event, input: unknown) => {
      if (!trusted(event)) throw new Error('not for this page');
      return answers[name](input);
    });
  }
  ipcMain.on('ready', (event) => {
    if (!trusted(event)) return;
    // Without a store process the page is of no use: it gives way to another, and not for ever.
    shell.pageReady().catch((error: unknown) => {
      report(error);
      return shell.pageFailed();
    });
  });
}
