import type { Instant } from '../domain/calendar.ts';
import type { backupEvents } from '../events/backup.ts';
import type { ContentOf, ThreadEvent } from '../events/index.ts';
import type { Verdict } from './thread.ts';

export type BackupType = keyof typeof backupEvents;
type Noted<T extends BackupType> = Omit<ContentOf<T>, 'v'> & { readonly at: Instant };

/** The newest of each. */
export interface BackupState {
  readonly made: Noted<'backup.made'> | null;
  readonly drilled: Noted<'backup.drilled'> | null;
  /** Its `missing` grows when somebody finds later that more is. */
  readonly restored: Noted<'log.restored'> | null;
  /** All that was ever said to be missing. */
  readonly missing: ContentOf<'log.restored'>['missing'];
}

export const neverBackedUp: BackupState = { made: null, drilled: null, restored: null, missing: [] };

/** Anybody who works here: a backup that waits for the right person is not made. */
export const backupRules: { readonly [T in BackupType]: (event: ThreadEvent<T>) => Verdict } = {
  'backup.made': () => null,
  'backup.drilled': () => null,
  'log.restored': ({ position }) =>
    position.seq === 0 ? null : 'Only the first entry of a log can say that it was restored.',
  'log.missed': () => null,
};

function noted<T extends BackupType>({ at, content }: ThreadEvent<T>): Noted<T> {
  const { v: _, ...which } = content as ContentOf<T> & { readonly v: number };
  return { ...which, at };
}

export const backupSteps: {
  readonly [T in BackupType]: (backup: BackupState, event: ThreadEvent<T>) => BackupState;
} = {
  'backup.made': (backup, event) => ({ ...backup, made: noted(event) }),
  'backup.drilled': (backup, event) => ({ ...backup, drilled: noted(event) }),
  'log.restored': (backup, event) => ({
    ...backup,
    restored: noted(event),
    missing: [...backup.missing, ...event.content.missing],
  }),
  'log.missed': ({ restored, missing, ...backup }, { content }) => ({
    ...backup,
    restored: restored && { ...restored, missing: [...restored.missing, ...content.missing] },
    missing: [...missing, ...content.missing],
  }),
};
