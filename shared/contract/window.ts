import type { StaffId } from '../domain/ids.ts';
import type { Answer } from './failures.ts';
import type { Progress } from './wire.ts';

/** Which log the window shows. They lie in folders of their own and never meet. */
export type Which = 'practice' | 'demonstration';

/** Why the log was locked. The unlock screen says it in a sentence. */
export type LockReason =
  | 'asked'
  | 'idle'
  | 'hidden-too-long'
  | 'computer-locked'
  | 'computer-slept'
  | 'twelve-hours'
  | 'window-failed'
  | 'store-stopped';

/** What the window knows while nobody has unlocked the log. Ids and times, nothing that anybody wrote. */
export interface WindowState {
  readonly which: Which;
  readonly locked: {
    readonly reason: LockReason;
    readonly at: string;
    readonly drafted: boolean;
    readonly backup: BackupAtLock;
  } | null;
  /** Concerns that wait for somebody, as they stood at `at`; null when nothing of this log is known, or nothing waits. */
  readonly waiting: { readonly concerns: number; readonly since: string; readonly at: string } | null;
  /** After how many minutes without activity the log locks. */
  readonly idleMinutes: number;
  /** Where the last person was, so that they come back to it. Ids only. */
  readonly returnTo: { readonly staff: StaffId; readonly page: string } | null;
  readonly version: string;
}

/** What came of the backup that is made before a lock. `none`: none was due, or there was no time for one. */
export type BackupAtLock = 'none' | 'made' | 'failed' | 'cut-off';

/** What the page is in the middle of, so that no lock is forgotten meanwhile and no closing window cuts it off. */
export type Doing = 'nothing' | 'unlocking' | 'recovery-key' | 'nobody-told';

/** What the window tells the screen. */
export type WindowNews =
  /** A lock is coming: say `flushing` at once, save drafts, and answer with `flushed`. */
  | { readonly news: 'flush' }
  /** Drafts are kept and the log is about to lock: cover everything, back up if one is due, and answer with `backedUp`. */
  | { readonly news: 'back-up' }
  /** Nobody is there, or the computer was locked, and no log is unlocked: whatever must not be seen has to go. */
  | { readonly news: 'cover' }
  /** Somebody closes the window while `doing` said that they have to be asked: answer with `asking`, then `leave`. */
  | { readonly news: 'closing' }
  /** The store process has ended by itself, and no log was unlocked. */
  | { readonly news: 'store-stopped' }
  | { readonly news: 'lock-soon'; readonly seconds: number }
  | { readonly news: 'lock-called-off' }
  /** Chosen in the menu. */
  | { readonly news: 'chosen'; readonly item: MenuItem };

export type MenuItem = 'raise' | 'record-session' | 'today' | 'find' | 'hide' | 'lock' | 'print' | 'shortcuts';

/** What a screen can ask of its window. The main process answers it, and learns nothing that anybody wrote. */
export interface WindowCalls {
  state(): Promise<WindowState>;
  /** Somebody has unlocked the log: from now on an idle computer locks it. */
  unlocked(): Promise<void>;
  lock(reason: 'asked' | 'hidden-too-long'): Promise<void>;
  keepWorking(): Promise<void>;
  doing(what: Doing): Promise<void>;
  /** The first answer to `flush`: the page lives, and is saving. */
  flushing(): Promise<void>;
  /** The answer to `flush`. `drafted` says whether something half written is kept. */
  flushed(left: { readonly staff: StaffId; readonly page: string; readonly drafted: boolean }): Promise<void>;
  /** The answer to `back-up`. Until then the log is not locked, but for so long only. */
  backedUp(outcome: BackupAtLock): Promise<void>;
  /** The answer to `closing`: the question stands on the page. */
  asking(): Promise<void>;
  /** Closes the window, whatever there was to ask. */
  leave(): Promise<void>;
  /** Starts the store process on the other log. Its status is asked as usual afterwards. */
  choose(which: Which): Promise<void>;
  /** The folder that the person chose in a dialog of the operating system, or null. */
  chooseFolder(): Promise<string | null>;
  /** The backup that the person chose in a dialog of the operating system, or null. */
  chooseBackup(): Promise<string | null>;
  /** Writes what is on the screen as a PDF to a place that the person chooses. */
  savePdf(fileName: string): Promise<PdfOutcome>;
}

/** What came of a PDF; all but `saved` left no file, and left one that was there before as it was. */
export type PdfOutcome = 'saved' | 'no-place-chosen' | 'no-space' | 'not-writable' | 'failed';

export const windowCallNames = [
  'state',
  'unlocked',
  'lock',
  'keepWorking',
  'doing',
  'flushing',
  'flushed',
  'backedUp',
  'asking',
  'leave',
  'choose',
  'chooseFolder',
  'chooseBackup',
  'savePdf',
] as const satisfies readonly (keyof WindowCalls)[];

/** What the preload puts into the page, and all of it. */
export interface Bridge {
  /** Asks the store process. `call` is `group.call` of the contract; any other name is refused before it is sent. */
  readonly ask: (call: string, input: unknown) => Promise<Answer<unknown>>;
  readonly onProgress: (listener: (progress: Progress['progress']) => void) => void;
  readonly window: WindowCalls;
  readonly onNews: (listener: (news: WindowNews) => void) => void;
}
