import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const markerName = '.made-by-demo';
const markerText = 'Made by npm run demo, which may delete this folder and make it again.\n';

/** Whether the folder is one that an earlier run made, and so one that may be deleted. */
function isOurs(folder: string): boolean {
  const marker = join(folder, markerName);
  // A link may lead anywhere; only a folder of our own is ever deleted.
  if (!lstatSync(folder).isDirectory() || !existsSync(marker)) return false;
  return readFileSync(marker, 'utf8') === markerText;
}

/** An empty folder with our mark, in place of the one before. False when something else is there: nothing is touched. */
export function freshFolder(folder: string): boolean {
  const there = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
  if (there && !isOurs(folder)) return false;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, markerName), markerText);
  return true;
}
