import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupStatus, BackupSummary } from '../../shared/contract/backup.ts';
import { type BackupFacts, backupDue, backupOverdue, drillDue } from '../../shared/domain/backup-due.ts';
import type { Context } from '../store/context.ts';
import { entriesIn } from '../store/manifest.ts';
import { newestBackup } from './newest.ts';
import { folderOf, stateOf } from './place.ts';

/** Entries that come of signing in and of backing up alone are no news. */
const noNews = ['backup.made', 'backup.drilled', 'log.missed', 'store.unlocked'];

/** What decides whether a backup is due. */
export function factsOf({ register, store }: Context): BackupFacts {
  const { made } = register.backup;
  const news = store.log
    .prepare<unknown[], number>(
      `SELECT count(*) FROM event WHERE n > coalesce((SELECT max(n) FROM event WHERE type = 'backup.made'), 0)
       AND type NOT IN (${noNews.map(() => '?').join(', ')})`,
    )
    .pluck()
    .get(...noNews);
  return { now: store.now().getTime(), last: made === null ? null : Date.parse(made.at), news: news ?? 0 };
}

function newestIn(folder: string, context: Context): BackupStatus['newest'] {
  try {
    const name = newestBackup(folder, context);
    return name === undefined ? null : { name, bytes: statSync(join(folder, name)).size };
  } catch {
    return null;
  }
}

export function backupSummary({ place, register, store }: Context): BackupSummary {
  const { made, restored } = register.backup;
  // What is said of a backup counts the log that it was made in, and a restore begins another one.
  const inNewest = made !== null && (restored === null || made.at > restored.at);
  const before = inNewest ? entriesIn(store.logs.slice(0, -1)) : 0;
  return {
    placed: folderOf(place.profile, store.store) !== null,
    lastVerified: made === null ? null : { at: made.at, entries: made.size + before },
    overdue: backupOverdue({ now: store.now().getTime(), last: made === null ? null : Date.parse(made.at) }),
    restored: restored && {
      at: restored.at,
      madeAt: restored.madeAt,
      missing: restored.missing.reduce((total, { from, to }) => total + to - from, 0),
    },
  };
}

export function backupStatus(context: Context): BackupStatus {
  const { place, register, store } = context;
  const { drilled } = register.backup;
  const folder = folderOf(place.profile, store.store);
  const facts = factsOf(context);
  const { lastVerified, overdue, restored } = backupSummary(context);
  return {
    place: folder === null ? null : stateOf(folder, place.folder),
    lastVerified,
    newest: folder === null ? null : newestIn(folder, context),
    due: backupDue(facts, 'nightly'),
    overdue,
    lastDrill: drilled?.at ?? null,
    drillDue: drillDue({ now: facts.now, last: drilled === null ? null : Date.parse(drilled.at) }),
    restored,
  };
}
