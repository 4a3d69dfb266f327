import type { backupCalls } from '../../shared/contract/backup.ts';
import { backupDue } from '../../shared/domain/backup-due.ts';
import type { Handlers } from '../store/context.ts';
import { drillBackup } from './drill.ts';
import { makeBackup } from './make.ts';
import { folderOf, judgePlace, rememberFolder } from './place.ts';
import { factsOf } from './status.ts';

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
