import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

function known(): string | undefined {
  const places = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ];
  return places.find((path) => path !== undefined && path !== '' && existsSync(path));
}

function installWithApt(): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  console.log('No Chromium found: installing the one of the system (about a minute).');
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], { stdio: 'ignore' });
}

function installWithPlaywright(): void {
  spawnSync('playwright', ['install', 'chromium'], { stdio: 'inherit' });
}

/** The Chromium that browser tests run in: the one that is there, else one that is installed now. Undefined when neither can be. */
export function findBrowser(): string | undefined {
  for (const install of [installWithApt, installWithPlaywright]) {
    const found = known();
    if (found !== undefined) return found;
    install();
  }
  return known();
}

const withoutWindow = '/usr/bin/chromium-headless-shell';

/** For what nobody watches: the Chromium without a window where it is there, which starts at half the cost; else as `findBrowser`. */
export function findBrowserForTests(): string | undefined {
  return process.env['CHROMIUM_PATH'] || (existsSync(withoutWindow) ? withoutWindow : findBrowser());
}
