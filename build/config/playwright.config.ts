import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROMIUM_PATH'];
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
// Chromium refuses its own sandbox as root, which is what a build machine often is.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: fileURLToPath(new URL('../../tests/browser', import.meta.url)),
  outputDir: fileURLToPath(new URL('../../test-results', import.meta.url)),
  workers: 2,
  reporter: 'line',
  forbidOnly: true,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: [...quiet, ...asRoot] },
  },
});
