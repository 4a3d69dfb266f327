import { isAbsolute, join } from 'node:path';
import type { Which } from '../shared/contract/window.ts';
import type { Begin } from '../shared/contract/wire.ts';

/**
 * Where the app keeps what is its own: always on this computer. Electron's default on Windows is the roaming profile,
 * which a practice's server copies from machine to machine.
 */
export function ownFolder(roaming: string, localAppData: string | undefined): string {
  // Anything else would be a place that depends on where the app was started.
  return localAppData === undefined || !isAbsolute(localAppData) ? roaming : join(localAppData, 'Practice log');
}

/** Where a log lies, and where this computer's own notes about it lie. The two logs share nothing. */
export function placeOf(folder: string, which: Which): Begin {
  const name = which === 'practice' ? 'log' : 'demonstration';
  return { folder: join(folder, name), profile: join(folder, `${name}-profile`) };
}
