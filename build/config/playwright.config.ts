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
const below = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export default defineConfig({
  testDir: below('tests'),
  outputDir: below('test-results'),
  globalSetup: below('tests/e2e/make-demonstration.ts'),
  workers: 2,
  fullyParallel: true,
  // Far more than any takes on a quiet machine: a busy one must not fail what is right.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  forbidOnly: true,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: [...quiet, ...asRoot] },
  },
  projects: [
    { name: 'browser', testMatch: 'browser/**/*.spec.ts' },
    { name: 'app', testMatch: 'e2e/**/*.spec.ts' },
  ],
});
