import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Begin } from '../shared/contract/wire.ts';

/** `utilityProcess.kill()` asks politely; a store process that still lives after this is killed outright. */
const patience = 2_000;

/** Starts and ends the process that holds the keys. Main sees that it lives, and nothing of what it says. */
export class StoreHost {
  readonly #entry: string;
  readonly #onDeath: () => void;
  #running: UtilityProcess | null = null;

  /** @param onDeath called when the process ends without having been asked to */
  constructor(entry: string, onDeath: () => void) {
    this.#entry = entry;
    this.#onDeath = onDeath;
  }

  /** Starts a fresh store process. Gives the other end of its port, which is for the screen alone. */
  start(place: Begin): MessagePortMain {
    if (this.#running !== null) throw new Error('the store process is running');
    const { port1, port2 } = new MessageChannelMain();
    const child = utilityProcess.fork(this.#entry, [], { serviceName: 'Practice log store', stdio: 'inherit' });
    this.#running = child;
    child.once('exit', () => {
      if (this.#running !== child) return;
      this.#running = null;
      this.#onDeath();
    });
    child.postMessage(place, [port1]);
    return port2;
  }

  /** Ends the process and with it every key. Resolves when it is gone. */
  stop(): Promise<void> {
    const child = this.#running;
    this.#running = null;
    if (child?.pid === undefined) return Promise.resolve();
    const { pid } = child;
    return new Promise((resolve) => {
      const outright = setTimeout(() => process.kill(pid, 'SIGKILL'), patience);
      child.once('exit', () => {
        clearTimeout(outright);
        resolve();
      });
      child.kill();
    });
  }
}
