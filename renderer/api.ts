import { type Answer, type Failure, sentenceFor } from '../shared/contract/failures.ts';
import type { LogClient } from '../shared/contract/index.ts';

type Ask = (input: unknown) => Promise<Answer<unknown>>;

function group(name: string): Readonly<Record<string, Ask>> {
  return new Proxy(
    {},
    {
      get: (_target, call) => (input: unknown) => window.practiceLog.ask(`${name}.${String(call)}`, input),
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
