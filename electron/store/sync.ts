import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Has the operating system put a file on the disk. Never for one that SQLite has open: that would drop its lock. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same for the names in a folder. Windows knows no such thing and journals them by itself. */
export function syncFolder(path: string): void {
  try {
    const descriptor = openSync(path, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Names then reach the disk in the order in which they were made, a little later.
  }
}
