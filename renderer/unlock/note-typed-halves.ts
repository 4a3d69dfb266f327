import { log } from '../api.ts';

export type Halves = readonly [string, string];

/**
 * Both halves were typed from paper before anybody could write in the log: says so in it now. Where whoever unlocked may
 * not, nothing is said, and the log goes on asking for it.
 */
export async function noteTypedHalves(halves: Halves, passphrase: string): Promise<void> {
  const proved = await log.store.prove({ passphrase });
  if (proved.ok) await log.register.tryRecovery({ halves: [...halves] });
}
