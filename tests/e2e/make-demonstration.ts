import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from './app.ts';

/** Makes the demonstration once, on the screen, as anybody would who tries the app. Tests then copy its folder. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes the default export of its global set-up
export default async function makeDemonstration(): Promise<(() => void) | undefined> {
  if (process.env['DEMO_USER_DATA'] !== undefined) return undefined;
  const userData = mkdtempSync(join(tmpdir(), 'practice-log-demonstration-'));
  const app = await App.open(userData);
  await app.toDemonstration();
  await app.host[Symbol.asyncDispose]();
  process.env['DEMO_USER_DATA'] = userData;
  return () => rmSync(userData, { recursive: true, force: true });
}
