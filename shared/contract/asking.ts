import type { Group } from './call.ts';
import type { Answer } from './failures.ts';
import type { Contract, LogClient } from './index.ts';

/** One call by its whole name, `group.call`. */
export type Ask = (call: string, input: unknown) => Promise<Answer<unknown>>;

/** The contract as functions, each of which asks. */
export function clientOf(contract: Contract, ask: Ask): LogClient {
  const groups = Object.entries<Group>(contract).map(([group, calls]) => [
    group,
    Object.fromEntries(Object.keys(calls).map((call) => [call, (input: unknown) => ask(`${group}.${call}`, input)])),
  ]);
  return Object.fromEntries(groups) as LogClient; // `as`: the loop above is the contract's own shape.
}

/**
 * Asks; when the log wants the passphrase again, lets it be typed and asks the same once more.
 *
 * @param prove shows that it is wanted and calls `store.prove`; resolves to whether that went well. When it did not, the
 * answer stays `passphraseNeeded`
 */
export function askingAgain(ask: Ask, prove: (proof: 'recent' | 'always') => Promise<boolean>): Ask {
  return async (call, input) => {
    const answer = await ask(call, input);
    if (answer.ok || answer.failure.kind !== 'passphraseNeeded') return answer;
    return (await prove(answer.failure.proof)) ? ask(call, input) : answer;
  };
}
