import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const prefix = 'drill-';

/** An empty folder in the profile, for a copy of the log that is looked at and removed. */
export function newScratch(profile: string): string {
  mkdirSync(profile, { recursive: true });
  return mkdtempSync(join(profile, prefix));
}

/** What a rehearsal that was cut off left: a whole copy of the log, with the key file of that day. */
export function clearScratch(profile: string): void {
  try {
    const left = readdirSync(profile).filter((name) => name.startsWith(prefix));
    for (const name of left) rmSync(join(profile, name), { recursive: true, force: true });
  } catch {
    // There is no profile yet, or it cannot be written: nobody is kept from the log by that.
  }
}
