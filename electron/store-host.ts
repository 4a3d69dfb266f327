import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Begin, ForMain } from '../shared/contract/wire.ts';
import { forMain } from './for-main.ts';

/** `utilityProcess.kill()` asks politely; a store process that still lives after this is killed outright. */
const patience = 2_000;

function killOutright(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself in this very moment.
  }
}

/** Resolves when the process is gone. */
function ended(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    let outright: NodeJS.Timeout | undefined;
    const end = (): void => {
      const { pid } = child;
      child.kill();
      if (pid !== undefined) outright = setTimeout(() => killOutright(pid), patience);
    };
    child.once('exit', () => {
      clearTimeout(outright);
      resolve();
    });
    // One that has just been started can only be ended once it runs.
    if (child.pid === undefined) child.once('spawn', end);
    else end();
  });
}

/** Starts and ends the process that holds the keys. Main sees that it lives, and hears the few facts of `ForMain`. */
export class StoreHost {
  readonly #entry: string;
  readonly #onDeath: () => void;
  readonly #onWord: (word: ForMain) => void;
  #running: UtilityProcess | null = null;
  #ending: Promise<void> = Promise.resolve();

  /**
   * @param onDeath called when the process ends without having been asked to
   * @param onWord called with what the process that runs now tells main
   */
  constructor(entry: string, onDeath: () => void, onWord: (word: ForMain) => void) {
    this.#entry = entry;
    this.#onWord = onWord;
    this.#onDeath = onDeath;
  }

  /** Starts a fresh store process. Gives the other end of its port, which is for the screen alone. */
  start(place: Begin): MessagePortMain {
    if (this.#running !== null) throw new Error('the store process is running');
    const { port1, port2 } = new MessageChannelMain();
    const child = utilityProcess.fork(this.#entry, [], { serviceName: 'Practice log store', stdio: 'inherit' });
    this.#running = child;
    child.on('message', (said: unknown) => {
      const word = forMain.safeParse(said);
      if (word.success && this.#running === child) this.#onWord(word.data);
    });
    child.once('exit', () => {
      if (this.#running !== child) return;
      this.#running = null;
      this.#onDeath();
    });
    child.postMessage(place, [port1]);
    return port2;
  }

  /** Ends the process and with it every key. Resolves when it is gone, whoever asked first. */
  stop(): Promise<void> {
    const child = this.#running;
    this.#running = null;
    if (child !== null) this.#ending = ended(child);
    return this.#ending;
  }
}
