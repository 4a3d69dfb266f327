// A person reads and types between two things that the log notes; without a gap all would stand in one second.
const pause = 400;

/** A clock that stands in the past and is moved forward, so that the times of the log lie in order. */
export class PastClock {
  #now: number;

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  /** Never back: what has been written stays before what follows. */
  moveTo(moment: Date): void {
    this.#now = Math.max(this.#now, moment.getTime());
  }

  now(): Date {
    this.#now += pause;
    return new Date(this.#now);
  }
}
