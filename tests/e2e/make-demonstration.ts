import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from './app.ts';
import { makePractice } from './scenarios/made-practice.ts';

function newFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `practice-log-${name}-`));
}

/** On the screen, as anybody would who tries the app. */
async function makeOnScreen(userData: string): Promise<void> {
  const app = await App.open(userData);
  await app.toDemonstration();
  await app.host[Symbol.asyncDispose]();
}

/** Makes once what tests then copy: the demonstration, and the practice in which scenarios are told. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes the default export of its global set-up
export default async function makeDemonstration(): Promise<() => void> {
  const made = [newFolder('practice')];
  await makePractice(made[0] as string); // `as`: just put there.
  if (process.env['DEMO_USER_DATA'] === undefined) {
    const userData = newFolder('demonstration');
    made.push(userData);
    await makeOnScreen(userData);
    process.env['DEMO_USER_DATA'] = userData;
  }
  return () => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  };
}
