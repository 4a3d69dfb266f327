import { join } from 'node:path';
import type { Context } from '../store/context.ts';
import { readLabel } from './container.ts';
import { backupsIn } from './make.ts';

/**
 * The backup that the log recorded last, or the newest by name where that one is not there. A name alone says what the
 * clock said: one made while it ran a year ahead would stay the newest for a year.
 */
export function newestBackup(folder: string, context: Context): string | undefined {
  const names = backupsIn(folder, context).toSorted().toReversed();
  const { made } = context.register.backup;
  const isMade = (name: string): boolean => {
    try {
      const { size, root } = readLabel(join(folder, name));
      return size === made?.size && root.toString('base64') === made.root;
    } catch {
      return false;
    }
  };
  return names.find(isMade) ?? names[0];
}
