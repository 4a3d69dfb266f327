import type { Proof } from '../../shared/contract/call.ts';

const recent = 5 * 60 * 1000;

/** When whoever is signed in last typed their passphrase, and whether that has been used. */
export class Proofs {
  #at: number;
  #unused = false;

  /** @param at the moment of unlocking, which is the first proof, but not one for a single call */
  constructor(at: Date) {
    this.#at = at.getTime();
  }

  typedAgain(at: Date): void {
    this.#at = at.getTime();
    this.#unused = true;
  }

  /** Whether a call may go on; one that `always` wants a proof uses it up, however the call ends. */
  suffices(wanted: Proof, now: Date): boolean {
    if (wanted === 'none') return true;
    const age = now.getTime() - this.#at;
    // Less than nothing: the clock was put back, and nobody knows how long ago it was.
    const isRecent = age >= 0 && age <= recent;
    if (wanted === 'recent') return isRecent;
    const good = isRecent && this.#unused;
    this.#unused = false;
    return good;
  }
}
