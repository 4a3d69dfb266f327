import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { log } from '../api.ts';

export type Halves = readonly [string, string];

/**
 * Unlocks, and says in the log that both halves of its recovery key were typed from paper, which could not be written
 * before. Where whoever unlocked may not say so, nothing is said, and the log goes on asking for it.
 */
export async function unlockAndNote(who: InputOf<Contract['store']['unlock']>, halves: Halves | null) {
  const answer = await log.store.unlock(who);
  if (!answer.ok || halves === null) return answer;
  const tried = { halves: [...halves] } satisfies InputOf<Contract['register']['tryRecovery']>;
  const first = await log.register.tryRecovery(tried);
  // Asked for of this very call, and just typed.
  if (first.ok || first.failure.kind !== 'passphraseNeeded') return answer;
  const proved = await log.store.prove({ passphrase: who.passphrase });
  if (proved.ok) await log.register.tryRecovery(tried);
  return answer;
}
