import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowserForTests } from './find-browser.ts';
import { needNode24 } from './need-node.ts';

// Everything: unit, store, ipc and demo tests in Node, then the tests in a browser.
needNode24();
const cwd = fileURLToPath(new URL('../..', import.meta.url));

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  return spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

const inNode = run('vitest', ['run', '--config', 'build/config/vitest.config.ts', ...process.argv.slice(2)]);
const browser = findBrowserForTests();
if (browser === undefined) {
  console.error(
    'The browser tests did not run: no Chromium was found and none could be installed. Set CHROMIUM_PATH to one.',
  );
}
const inBrowser =
  browser !== undefined &&
  run('playwright', ['test', '--config', 'build/config/playwright.config.ts'], {
    CHROMIUM_PATH: browser,
    // Some hundred processes are started, each of the same few sources.
    NODE_COMPILE_CACHE: `${cwd}node_modules/.cache/compiled`,
  });
console.log(inNode && inBrowser ? 'All tests passed.' : 'Some tests failed.');
process.exitCode = inNode && inBrowser ? 0 : 1;
