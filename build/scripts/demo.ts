/**
 * `npm run demo [-- FOLDER]`: builds the log of the invented practice, shows who reads what, exports and verifies.
 * Exit code 0 when the export holds, 1 when it does not or the folder is not ours, 2 when called wrongly.
 */
import { resolve } from 'node:path';
import { freshFolder } from './demo/folder.ts';
import { needNode24 } from './need-node.ts';

needNode24();

async function run(): Promise<number> {
  const [folder = 'demo-out', ...rest] = process.argv.slice(2);
  if (rest.length > 0 || folder.startsWith('-')) {
    console.error('Say at most one thing, the folder to write to: npm run demo -- FOLDER');
    return 2;
  }
  const out = resolve(folder);
  if (!freshFolder(out)) {
    const instead = 'Move it away, or name another folder: npm run demo -- FOLDER';
    console.error(`${folder} was not made by this demo, so it is left as it is. ${instead}`);
    return 1;
  }
  // Only now: an older Node stops while loading the store, with a message that says nothing.
  const { runDemo } = await import('./demo/run.ts');
  return runDemo(out);
}

process.exitCode = await run();
