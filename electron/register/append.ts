import type { Sealed } from '../../shared/contract/staffing.ts';
import type { EventId } from '../../shared/domain/ids.ts';
import type { ContentOf, ContentType } from '../../shared/events/index.ts';
import { backUpIfPlaced } from '../backup/commands.ts';
import type { Context } from '../store/context.ts';
import { storeProblemOf } from '../store/failure.ts';
import type { Writing } from '../store/log/write.ts';
import { finishReplacing } from '../store/vault/tidy.ts';

/** Gives and takes keys wherever a change of the register, which has been saved, changed who reads. */
export function keysFollow(context: Context): void {
  try {
    context.store.reconcile();
  } catch {
    // The change itself is saved. Keys follow it at the next sign-in of somebody who holds them.
  }
}

/** Made while the log is still under the old key, so that there is one whatever comes of giving it a new one. */
function backUp(context: Context): Omit<Sealed, 'sealedOff'> {
  try {
    return { backup: backUpIfPlaced(context), backupProblem: null };
  } catch (error) {
    const problem = storeProblemOf(error);
    if (problem === undefined) throw error;
    return { backup: null, backupProblem: problem };
  }
}

function replaceNow({ place, store }: Context): boolean {
  try {
    return finishReplacing(place.folder, store);
  } catch (error) {
    // The change itself is saved. The log is closed behind this answer.
    if (storeProblemOf(error) === undefined) throw error;
    return false;
  }
}

/** What an old copy of the vault opens ends here, after a backup; should it not be possible now, the next unlock does it. */
export function sealOff(context: Context): Sealed {
  return { ...backUp(context), sealedOff: replaceNow(context) };
}

/** Runs `work` in one transaction, then gives and takes keys wherever it changed who reads. */
export function change<T>(context: Context, work: (writing: Writing) => T): T {
  const done = context.store.commit(work);
  keysFollow(context);
  return done;
}

/** Appends to the register. @throws Refused */
export function append<T extends ContentType>(context: Context, type: T, content: Omit<ContentOf<T>, 'v'>): EventId {
  const { thread } = context.register;
  return change(context, (writing) => writing.append(type, { thread, about: null }, content));
}
