import { type BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Which, WindowCalls } from '../shared/contract/window.ts';
import { windowCallNames } from '../shared/contract/window.ts';
import { staffId } from '../shared/domain/ids.ts';
import { z } from '../shared/zod.ts';
import { printName } from './file-name.ts';
import { savePdf } from './printing.ts';
import { isTrusted } from './security/trusted-sender.ts';
import type { Shell } from './shell.ts';

type Answerers = { readonly [Name in keyof WindowCalls]: (input: unknown) => unknown };

const which: z.ZodType<Which> = z.enum(['practice', 'demonstration']);
const reason = z.enum(['asked', 'hidden-too-long']);
const left = z.strictObject({ staff: staffId, page: z.string().max(300), drafted: z.boolean() });

async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose where to save',
    buttonLabel: 'Save here',
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

interface Parts {
  readonly shell: Shell;
  readonly window: BrowserWindow;
  /** Called when the page says that somebody did something, whatever the system's own idle time says. */
  readonly somebodyIsHere: () => void;
}

function answerers({ shell, window, somebodyIsHere }: Parts): Answerers {
  return {
    state: () => shell.state(),
    unlocked: () => {
      somebodyIsHere();
      shell.unlocked();
    },
    lock: (input) => shell.lock(reason.parse(input)),
    keepWorking: () => somebodyIsHere(),
    flushed: (input) => shell.flushed(left.parse(input)),
    choose: (input) => shell.choose(which.parse(input)),
    chooseFolder: () => chooseFolder(window),
    savePdf: (input) => savePdf(window, printName.parse(input)),
  };
}

/** Answers what a page asks of its window, after one look at who asks. Everything else is refused without a word. */
export function answerWindowCalls(parts: Parts): void {
  const { shell, window } = parts;
  const trusted = (event: IpcMainInvokeEvent | IpcMainEvent): boolean => isTrusted(event, window.webContents);
  const answers = answerers(parts);
  for (const name of windowCallNames) {
    ipcMain.handle(`window.${name}`, (event, input: unknown) => {
      if (!trusted(event)) throw new Error('not for this page');
      return answers[name](input);
    });
  }
  ipcMain.on('ready', (event) => {
    if (trusted(event)) void shell.pageReady();
  });
}
