import type { StoreProblem } from '../../shared/contract/failures.ts';

/**
 * An expected trouble with the store, by its kind. The words for people stand in `shared/contract/failures.ts`;
 * nothing here ever carries content, a path or a name, since errors end up in logs.
 */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly kind: StoreProblem;
  /** The first entry of the log that does not hold, where there is one. */
  readonly entry: number | undefined;

  constructor(kind: StoreProblem, entry?: number) {
    super(entry === undefined ? kind : `${kind} at entry ${entry}`);
    this.kind = kind;
    this.entry = entry;
  }
}

/** Wrong passphrases were typed too often to try another one at once. */
export class WaitBeforeTrying extends Error {
  override readonly name = 'WaitBeforeTrying';
  readonly seconds: number;
  constructor(seconds: number) {
    super('wait');
    this.seconds = seconds;
  }
}

const byCode: Readonly<Record<string, StoreProblem>> = {
  SQLITE_FULL: 'noSpace',
  ENOSPC: 'noSpace',
  SQLITE_READONLY: 'readOnly',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  SQLITE_BUSY: 'inUse',
  SQLITE_NOTADB: 'logDamaged',
  SQLITE_CORRUPT: 'logDamaged',
  SQLITE_CANTOPEN: 'logMissing',
  SQLITE_IOERR: 'diskTrouble',
  EIO: 'diskTrouble',
};

/** The kind of a failure of SQLite or of the file system, or undefined when it is none that can be expected. */
export function storeProblemOf(error: unknown): StoreProblem | undefined {
  if (error instanceof StoreFailure) return error.kind;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  // SQLite's extended codes (SQLITE_IOERR_FSYNC, SQLITE_READONLY_DIRECTORY) begin with the plain one.
  const plain = error.code.split('_').slice(0, 2).join('_');
  return byCode[error.code] ?? byCode[plain];
}

/** Runs `work`, turning what SQLite and the file system throw into the failures that people are told about. */
export function withStoreFailures<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const kind = storeProblemOf(error);
    if (kind === undefined || error instanceof StoreFailure) throw error;
    throw new StoreFailure(kind);
  }
}
