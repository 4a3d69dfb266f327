/** `npm run build`: bundles main, preload, store process and screens into dist/. */
import { fileURLToPath } from 'node:url';
import { needNode24 } from './need-node.ts';

needNode24();

const parts = ['main', 'preload', 'renderer'] as const;

/** Bundles all parts; those that do not depend on each other side by side. */
export async function buildAll(): Promise<void> {
  const { build } = await import('vite');
  const configFile = (part: string): string =>
    fileURLToPath(new URL(`../config/vite.${part}.config.ts`, import.meta.url));
  for (const part of parts) await build({ configFile: configFile(part), logLevel: 'warn' });
}

if (import.meta.main) await buildAll();
