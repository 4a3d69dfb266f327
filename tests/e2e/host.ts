import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Control, Notice } from '../standin/control.ts';
import { InElectron } from './host-electron.ts';
import { OnStandIn } from './host-stand-in.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the built app lies: in the project, or where somebody else built it. */
export const dist = process.env['APP_DIST'] ?? `${root}/dist`;

/** Electron's binary, where it was installed. */
export function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const windowsOrLinux = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const name = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : windowsOrLinux;
  const path = join(folder, 'dist', name);
  return existsSync(path) ? path : undefined;
}

/** The two processes that hold records while the log is unlocked. */
export interface Holders {
  readonly page: number;
  readonly store: number;
}

/** What the app runs on. Both kinds play the operating system the same way. */
export interface Platform extends AsyncDisposable {
  readonly kind: 'electron' | 'stand-in';
  /** The process of main, once it runs. */
  readonly pid: number;
  /** What the app has done that only the operating system would see, oldest first. Electron tells nothing of it. */
  readonly notices: readonly Notice[];
  /** Resolves to the exit code of main. */
  readonly gone: Promise<number | null>;
  os(control: Control): void;
  nextPage(): Promise<Page>;
  holders(): Promise<Holders>;
}

export interface HostOptions {
  readonly userData: string;
  readonly entry: string;
  /** How far the computer's clock stands ahead of the real one when the app starts, in milliseconds. */
  readonly clockAhead?: number;
  /** How much slower than this computer the page is to think it runs on. The stand-in alone can. */
  readonly timesSlower?: number;
}

/**
 * The built app as it runs here: real main, preload, store process and screens, in Electron where its binary is, else on
 * the stand-in, with the operating system played by the test.
 */
export class Host implements AsyncDisposable {
  readonly platform: Platform;

  /** @param userData the app's own folder; @param entry the built main, of the project or of a package */
  constructor(
    userData: string,
    entry = join(dist, 'electron/main.js'),
    computer: Pick<HostOptions, 'clockAhead' | 'timesSlower'> = {},
  ) {
    const binary = electronBinary();
    const options: HostOptions = { userData, entry, ...computer };
    this.platform = binary === undefined ? new OnStandIn(options) : new InElectron(options, binary);
  }

  get gone(): Promise<number | null> {
    return this.platform.gone;
  }

  /** Plays the operating system. */
  os(control: Control): void {
    this.platform.os(control);
  }

  /** The next page that the app shows: the first one, or the fresh one after a lock. */
  async nextPage(): Promise<Page> {
    const page = await this.platform.nextPage();
    await page.locator('h1, h2').first().waitFor();
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.platform[Symbol.asyncDispose]();
  }
}
