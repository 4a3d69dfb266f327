import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The names of values that the sources of the app take from `electron`; types are gone when it runs. */
function importedFromElectron(): ReadonlySet<string> {
  const names = readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'preload.ts')
    .flatMap((path) => [
      ...readFileSync(join(root, 'electron', path), 'utf8').matchAll(/import \{([^}]*)\} from 'electron'/g),
    ])
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  return new Set(names);
}

function exportedByStandIn(): readonly string[] {
  const text = readFileSync(join(root, 'tests/standin/electron.ts'), 'utf8');
  const [, list = ''] = /export \{([^}]*)\}/.exec(text) ?? [];
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

it('stands in for exactly what the app takes from Electron', () => {
  expect([...importedFromElectron()].sort()).toEqual([...exportedByStandIn()].sort());
});
