import { askingAgain } from '../shared/contract/asking.ts';
import { type Answer, type Failure, sentenceFor } from '../shared/contract/failures.ts';
import type { LogClient } from '../shared/contract/index.ts';

type Prove = (proof: 'recent' | 'always') => Promise<boolean>;

let prove: Prove = () => Promise.resolve(false);

/**
 * Says how the passphrase is asked for when the log wants it again: `how` shows the question, calls `log.store.prove`
 * and resolves to whether it was typed. Until somebody says so, the answer to such a call stays `passphraseNeeded`.
 */
export function whenPassphraseIsNeeded(how: Prove): void {
  prove = how;
}

const ask = askingAgain(
  (call, input) => window.practiceLog.ask(call, input),
  (proof) => prove(proof),
);

function group(name: string): Readonly<Record<string, (input: unknown) => Promise<Answer<unknown>>>> {
  return new Proxy(
    {},
    {
      get: (_target, call) => (input: unknown) => ask(`${name}.${String(call)}`, input),
    },
  );
}

/** Everything that a screen can ask of the log, named and typed by the contract. Never throws: a failure is an answer. */
export const log = new Proxy({}, { get: (_target, name) => group(String(name)) }) as LogClient; // `as`: names are the contract's, and the preload refuses all others.

/** A failure on its way to where it is shown. */
export class LogFailure extends Error {
  override readonly name = 'LogFailure';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(sentenceFor(failure));
    this.failure = failure;
  }
}

/** @throws LogFailure */
export async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  throw new LogFailure(settled.failure);
}
