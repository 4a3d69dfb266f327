import type { EventId } from '../../shared/domain/ids.ts';
import type { ContentOf, ContentType } from '../../shared/events/index.ts';
import type { Context } from '../store/context.ts';
import type { Writing } from '../store/log/write.ts';

/** Gives and takes keys wherever a change of the register, which has been saved, changed who reads. */
export function keysFollow(context: Context): void {
  try {
    context.store.reconcile();
  } catch {
    // The change itself is saved. Keys follow it at the next sign-in of somebody who holds them.
  }
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
