/** `npm run build [-- FOLDER]`: bundles main, preload, store process and screens into dist/, or into the folder. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thirdPartyLicences } from './licences.ts';
import { needNode24 } from './need-node.ts';

needNode24();

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = [
  { config: 'main', below: 'electron' },
  { config: 'preload', below: 'electron' },
  { config: 'renderer', below: 'renderer' },
] as const;

/** Bundles everything that a package holds. @param folder where to, `dist` of the project when not said */
export async function buildAll(folder = resolve(root, 'dist')): Promise<void> {
  // A test runner sets another one, with which React would be built for development and name files of this machine.
  process.env['NODE_ENV'] = 'production';
  // Only now: an older Node stops while loading it, with a message that says nothing.
  const { build } = await import('vite');
  for (const { config, below } of parts) {
    const configFile = resolve(root, `build/config/vite.${config}.config.ts`);
    await build({ configFile, logLevel: 'error', build: { outDir: resolve(folder, below) } });
  }
  writeFileSync(resolve(folder, 'third-party-licences.txt'), thirdPartyLicences(root));
}

if (import.meta.main) await buildAll(process.argv[2] === undefined ? undefined : resolve(process.argv[2]));
