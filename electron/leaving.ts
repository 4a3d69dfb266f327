import type { Shell } from './shell.ts';

/** How long a page has to say that its question stands. One that stopped working must not keep the window open. */
const patience = 2_000;

export type Preventable = Pick<Electron.Event, 'preventDefault'>;

interface LeavingParts {
  readonly shell: Pick<Shell, 'asksBeforeClosing' | 'close' | 'isUnlocked'>;
  /** Asks the page to ask whoever closes it. */
  readonly ask: () => void;
  readonly quit: () => void;
}

/** The ways out of the app. Drafts first, while the page still lives; and nobody loses what only they can save unasked. */
export class Leaving {
  readonly #parts: LeavingParts;
  #unanswered: NodeJS.Timeout | undefined;
  #going = false;

  constructor(parts: LeavingParts) {
    this.#parts = parts;
  }

  /** Somebody closes the window or quits. */
  wished(event: Preventable): void {
    const { shell, ask } = this.#parts;
    if (shell.asksBeforeClosing && !this.#going) {
      event.preventDefault();
      this.#unanswered ??= setTimeout(() => this.now(), patience);
      ask();
      return;
    }
    // Going has left nothing unlocked, so the second time round the app goes.
    if (!shell.isUnlocked) return;
    event.preventDefault();
    this.now();
  }

  /** The question stands on the page: whoever closes it decides. */
  asking(): void {
    clearTimeout(this.#unanswered);
    this.#unanswered = undefined;
  }

  /** The computer goes down, or the person signs out of it: nobody is there to answer. */
  forced(event?: Preventable): void {
    // Held up for as long as drafts take, not longer: quitting lets it go on.
    event?.preventDefault();
    if (this.#going) void this.#parts.shell.close(true);
    this.now(true);
  }

  /** Keeps drafts, makes a backup unless there is a hurry, ends page and keys, and then the app. */
  now(hurry = false): void {
    this.asking();
    if (this.#going) return;
    this.#going = true;
    const { shell, quit } = this.#parts;
    void shell.close(hurry).finally(quit);
  }
}
