import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { contract } from '../../shared/contract/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const callNames = Object.entries(contract).flatMap(([group, calls]) =>
  Object.keys(calls).map((call) => `${group}.${call}`),
);

/** The preload: one CommonJS file, as a sandboxed page demands, that knows the contract by its names only. */
export default defineConfig({
  root,
  define: { callNames: JSON.stringify(callNames) },
  build: {
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    lib: { entry: `${root}/electron/preload.ts`, formats: ['cjs'], fileName: () => 'preload.cjs' },
    rollupOptions: { external: ['electron'] },
  },
});
