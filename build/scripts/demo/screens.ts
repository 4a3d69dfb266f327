import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from '../../../tests/e2e/app.ts';
import { settled, type Tour, tours } from '../../../tests/e2e/tours.ts';

class Camera {
  readonly #app: App;
  readonly #folder: string;
  taken = 0;

  constructor(app: App, folder: string) {
    this.#app = app;
    this.#folder = folder;
  }

  async take(name: string): Promise<void> {
    await settled(this.#app.page);
    await this.#app.page.screenshot({ path: join(this.#folder, `${name}.png`), fullPage: true });
    this.taken += 1;
  }
}

async function visit(app: App, camera: Camera, { who, role, stops }: Tour): Promise<void> {
  await app.unlock(who);
  for (const { name, go } of stops) {
    await go(app.page);
    await camera.take(`${role}-${name}`);
  }
  await app.lock();
}

/**
 * Opens the built app on the demonstration log, signs in as each role and takes a picture of every screen.
 *
 * @param place the store and profile that the demo has made; they are copied, not opened
 * @returns how many pictures stand in `folder`
 */
export async function takeScreens(place: { readonly folder: string; readonly profile: string }, folder: string) {
  const userData = mkdtempSync(join(tmpdir(), 'practice-log-demo-screens-'));
  mkdirSync(folder, { recursive: true });
  cpSync(place.folder, join(userData, 'demonstration'), { recursive: true });
  cpSync(place.profile, join(userData, 'demonstration-profile'), { recursive: true });
  const app = await App.open(userData);
  const camera = new Camera(app, folder);
  try {
    await app.page.getByRole('button', { name: 'Set up a log' }).waitFor();
    await camera.take('everybody-first-run');
    await app.toDemonstration();
    await camera.take('everybody-unlock');
    for (const tour of tours) await visit(app, camera, tour);
    return camera.taken;
  } finally {
    await app[Symbol.asyncDispose]();
    rmSync(userData, { recursive: true, force: true });
  }
}
