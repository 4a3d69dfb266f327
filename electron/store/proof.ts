import type { Call, Proof } from '../../shared/contract/call.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';

const recent = 5 * 60 * 1000;
const firstDay = 24 * 60 * 60 * 1000;

/**
 * What a call wants of whoever asks. While the founder sets the log up, a passphrase for each of a dozen steps would only
 * teach them to type it without reading: there is nothing in the log yet to be given away, and the lead reviews all of it.
 * So there, for the steps of that day, one typed lately is enough.
 */
export function proofWanted(
  { proof, proofAtFirst }: Call,
  { register, me }: { readonly register: RegisterState; readonly me: StaffId },
  now: Date,
): Proof {
  const age = now.getTime() - Date.parse(register.foundedAt);
  const settingUp = register.founding || (register.reviewedBy === null && age >= 0 && age < firstDay);
  return settingUp && me === register.founder ? proofAtFirst : proof;
}

/** When whoever is signed in last typed their passphrase, and for which call. */
export class Proofs {
  #at: number;
  /** The call that last had to wait for it, where it wants one of its own. */
  #asking: string | null = null;
  /** The call for which it was typed and not used yet. */
  #typedFor: string | null = null;

  /** @param at the moment of unlocking, which is the first proof, but not one for a single call */
  constructor(at: Date) {
    this.#at = at.getTime();
  }

  typedAgain(at: Date): void {
    this.#at = at.getTime();
    this.#typedFor = this.#asking;
    this.#asking = null;
  }

  /** Whether a call may go on; one that `always` wants a proof uses it up, however the call ends. */
  suffices(call: string, wanted: Proof, now: Date): boolean {
    if (wanted === 'none') return true;
    const age = now.getTime() - this.#at;
    // Less than nothing: the clock was put back, and nobody knows how long ago it was.
    const isRecent = age >= 0 && age <= recent;
    const good = isRecent && (wanted === 'recent' || this.#typedFor === call);
    if (wanted === 'always') this.#typedFor = null;
    if (!good) this.#asking = wanted === 'always' ? call : null;
    return good;
  }
}
