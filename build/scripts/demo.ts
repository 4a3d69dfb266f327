/**
 * `npm run demo [-- FOLDER]`: builds the log of the invented practice, shows who reads what, exports and verifies.
 * Exit code 0 when the export holds, 1 when it does not or the folder is not ours, 2 when called wrongly.
 */
const [major = '0'] = process.versions.node.split('.');

async function run(): Promise<number> {
  if (Number(major) < 24) {
    console.error(`This needs Node 24 or newer, and this is Node ${process.versions.node}. Run it as: npm run demo`);
    return 1;
  }
  const [folder = 'demo-out', ...rest] = process.argv.slice(2);
  if (rest.length > 0 || folder.startsWith('-')) {
    console.error('Say at most one thing, the folder to write to: npm run demo -- FOLDER');
    return 2;
  }
  // Only now: an older Node stops at the first import with a message that says nothing.
  const { runDemo } = await import('./demo/run.ts');
  return runDemo(folder);
}

process.exitCode = await run();
