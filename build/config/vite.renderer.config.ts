import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The screens. */
export default defineConfig({
  root: `${root}/renderer`,
  base: '/',
  plugins: [react()],
  css: { preprocessorOptions: { scss: { loadPaths: [`${root}/node_modules`], quietDeps: true } } },
  build: {
    outDir: `${root}/dist/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    // Lightning CSS stops on rules for old browsers in nhsuk-frontend; the files are read from the disk anyway.
    cssMinify: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 900,
  },
});
