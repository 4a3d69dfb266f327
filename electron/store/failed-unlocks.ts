import type { StaffId } from '../../shared/domain/ids.ts';
import { StoreFailure } from './failure.ts';
import type { UnlockedStore } from './unlocked.ts';
import { attemptsAfter, forgetAttempts, noteFailedUnlock, refuseTooSoon } from './vault/attempts.ts';
import type { Vault } from './vault/format.ts';
import { type OpenedSlot, openSlot } from './vault/slots.ts';

interface Try {
  readonly folder: string;
  readonly vault: Vault;
  readonly staff: StaffId;
  /** Exactly as typed. */
  readonly passphrase: string;
  readonly now: () => Date;
}

/**
 * Opens a person's slot with what they typed: the one way in for a passphrase, so that every wrong one is noted and
 * slows down the next.
 *
 * @throws WaitBeforeTrying before any work; StoreFailure as `openSlot`
 */
export async function tryPassphrase({ folder, vault, staff, passphrase, now }: Try): Promise<OpenedSlot> {
  refuseTooSoon(folder, staff, now());
  try {
    return await openSlot(vault, staff, passphrase);
  } catch (error) {
    if (error instanceof StoreFailure && error.kind === 'wrongPassphrase') noteFailedUnlock(folder, staff, now());
    throw error;
  }
}

/**
 * Takes failed unlocks over into the log, each exactly once: how far the file was taken is kept in the transaction that
 * takes it, so a cut before the file is cleared away repeats nothing.
 */
export function takeFailedUnlocks(store: UnlockedStore, folder: string): void {
  if (store.readOnly !== null) return;
  const mark = store.log.prepare<[], string>("SELECT v FROM meta WHERE k = 'attempts'").pluck().get();
  const found = attemptsAfter(folder, mark);
  if (found !== null)
    store.commit((writing) => {
      const content = { unauthenticated: true as const, attempts: [...found.attempts], leftOut: found.leftOut };
      writing.append('unlock.failed', { thread: store.register.thread, about: null }, content);
      writing.log
        .prepare("INSERT INTO meta (k, v) VALUES ('attempts', ?) ON CONFLICT DO UPDATE SET v = excluded.v")
        .run(found.mark);
    });
  forgetAttempts(folder, store.me, store.now());
}
