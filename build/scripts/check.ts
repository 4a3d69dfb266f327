import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { breachesIn, sourcesBelow } from './check-walls.ts';
import { needNode24 } from './need-node.ts';

needNode24();
const root = fileURLToPath(new URL('../..', import.meta.url));

function run(name: string, command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
  return status === 0;
}

function walls(): boolean {
  const breaches = breachesIn(sourcesBelow(root));
  for (const breach of breaches) console.log(breach);
  console.log(`${breaches.length === 0 ? 'ok    ' : 'FAILED'}  walls and budgets`);
  return breaches.length === 0;
}

const rooms = ['shared', 'electron', 'renderer', 'tests', 'build'].filter((room) =>
  existsSync(`${root}/${room}/tsconfig.json`),
);
const results = [
  ...rooms.map((room) => run(`types of ${room}`, 'tsc', ['-p', room])),
  run('lint', 'oxlint', ['--type-aware', '--deny-warnings', '-c', 'build/config/oxlint.json', ...rooms]),
  run('format', 'biome', ['check', '.']),
  walls(),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
