import type { backupCalls, MadeBackup } from '../../shared/contract/backup.ts';
import { backupDue } from '../../shared/domain/backup-due.ts';
import type { Context, Handlers } from '../store/context.ts';
import { drillBackup } from './drill.ts';
import { makeBackup } from './make.ts';
import { folderOf, judgePlace, rememberFolder } from './place.ts';
import { factsOf } from './status.ts';

/** Null where nobody has chosen a place. @throws as `makeBackup` */
export function backUpIfPlaced(context: Context): MadeBackup | null {
  return folderOf(context.place.profile, context.store.store) === null ? null : makeBackup(context);
}

/** What the log itself can tell of backups: whether a place is chosen on this computer, and whether one was read back. */
export function backupsBegun({ place, register, store }: Context): {
  readonly placed: boolean;
  readonly verified: boolean;
} {
  return { placed: folderOf(place.profile, store.store) !== null, verified: register.backup.made !== null };
}

export const backupCommands: Handlers<Pick<typeof backupCalls, 'setPlace' | 'make' | 'makeIfDue' | 'drill'>> = {
  setPlace({ folder }, { place, store }) {
    const judged = judgePlace(folder, place.folder);
    rememberFolder(place.profile, store.store, folder);
    return judged;
  },
  make: (_input, context) => makeBackup(context),
  makeIfDue({ when }, context) {
    // Without a place nothing can be due: Today asks for one, and a lock does not wait.
    const none = folderOf(context.place.profile, context.store.store) === null;
    return none || !backupDue(factsOf(context), when) ? null : makeBackup(context);
  },
  drill: (_input, context) => drillBackup(context),
};
