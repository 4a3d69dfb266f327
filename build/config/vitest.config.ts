import { defineConfig } from 'vitest/config';

const torture = process.env['TORTURE'] === '1';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/{unit,store,ipc,demo,packaging}/**/*.test.ts'],
    globalSetup: 'tests/factories/keep-templates.ts',
    testTimeout: torture ? 3_600_000 : 120_000,
    hookTimeout: 120_000,
    // Argon2id takes 64 MiB and a core for each unlock; more files at once only wait for each other.
    maxWorkers: 2,
  },
});
