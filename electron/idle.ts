/** How long somebody may be away, in seconds. */
export interface IdleRule {
  readonly lockAfter: number;
  /** How long before it the warning comes. */
  readonly warning: number;
}

/** Five minutes with a warning of one, far below the 20 hours of NHS guidance: other people's safety is at stake (ui.md 5). */
export const standardIdle: IdleRule = { lockAfter: 300, warning: 60 };

/** The rule for a setting of so many minutes. */
export const idleAfter = (minutes: number): IdleRule => ({ ...standardIdle, lockAfter: minutes * 60 });

interface Listener {
  readonly warn: (seconds: number) => void;
  readonly callOff: () => void;
  readonly lock: () => void;
}

/** Decides, each time it is asked, what an idle computer means. Knows no clock: the seconds are given. */
export class IdleWatch {
  /** May change while somebody works. */
  rule: IdleRule;
  readonly #listener: Listener;
  #warned = false;
  #forgiven = 0;

  constructor(rule: IdleRule, listener: Listener) {
    this.rule = rule;
    this.#listener = listener;
  }

  /** @param idle seconds since somebody last touched the computer */
  look(idle: number): void {
    const { lockAfter, warning } = this.rule;
    if (idle < this.#forgiven) this.#forgiven = 0;
    const away = idle - this.#forgiven;
    if (away >= lockAfter) {
      this.#warned = false;
      this.#listener.lock();
    } else if (away >= lockAfter - warning) {
      if (!this.#warned) this.#listener.warn(Math.ceil(lockAfter - away));
      this.#warned = true;
    } else if (this.#warned) {
      this.#warned = false;
      this.#listener.callOff();
    }
  }

  /**
   * Somebody has just done something on the page. Speech, switches and screen readers press buttons without touching a
   * key or the mouse, and then the system's own idle time goes on.
   *
   * @param idle what the system says at this moment
   */
  somebodyIsHere(idle: number): void {
    this.#forgiven = idle;
    this.#warned = false;
  }
}
