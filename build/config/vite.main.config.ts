import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string) => `${root}/${path}`;

/** What the bundled store reads from beside itself: the worker by its built name, and the means to check an export. */
function besideTheStore(): Plugin {
  return {
    name: 'beside-the-store',
    transform: (code, id) =>
      id.endsWith('/argon2id.ts') ? code.replace('./argon2id-worker.ts', './argon2id-worker.js') : null,
    generateBundle() {
      for (const name of ['verify.py', 'VERIFY.md']) {
        this.emitFile({ type: 'asset', fileName: name, source: readFileSync(source(`electron/audit/${name}`)) });
      }
    },
  };
}

/** The main process and the store process: plain Node modules. */
export default defineConfig({
  root,
  plugins: [besideTheStore()],
  // Everything but the native addon goes into the bundle, so that the packaged app carries no folder of modules.
  ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: {
        main: source('electron/main.ts'),
        'store-process': source('electron/store-process.ts'),
        'argon2id-worker': source('electron/store/crypto/argon2id-worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
