import { defineConfig } from 'vitest/config';

const torture = process.env['TORTURE'] === '1';

// Tests of Argon2id itself, and those whose stores are opened by another process too: the demonstration, the bundles.
const real = [
  'tests/unit/crypto/**/*.test.ts',
  'tests/store/{vault,unlock,kill,demonstration}.test.ts',
  'tests/ipc/{store-process,demonstration}.test.ts',
  'tests/{demo,packaging}/**/*.test.ts',
];
const root = new URL('../..', import.meta.url).pathname;

const shared = {
  root,
  globalSetup: 'tests/factories/keep-templates.ts',
  testTimeout: torture ? 3_600_000 : 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    root,
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'real', include: real } },
      {
        test: {
          ...shared,
          name: 'quick',
          include: ['tests/{unit,store,ipc}/**/*.test.ts'],
          exclude: real,
          // Loading the sources anew for each of a hundred files took as long as the tests.
          isolate: false,
          setupFiles: torture ? [] : ['tests/factories/quick-argon2id.ts'],
        },
      },
    ],
  },
});
