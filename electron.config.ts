import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Entries by name: `out/main/<name>.cjs`, `out/preload/<name>.cjs`; pages keep their path under renderer/. */
const entries = {
  main: { main: 'electron/main.ts' },
  preload: { preload: 'electron/preload/preload.ts', 'darkroom-preload': 'electron/preload/darkroom-preload.ts' },
  renderer: { index: 'renderer/index.html', darkroom: 'renderer/darkroom/index.html' },
};

// The oldest Electron that must run what is built is the registry runtime's: 33, with Chrome 130 and Node 20.18.
const nodeTarget = 'node20.18';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      sourcemap: true,
      // Everything else is bundled, so that a package needs no node_modules but better-sqlite3.
      externalizeDeps: { include: ['better-sqlite3'] },
      rolldownOptions: {
        input: absolute(entries.main),
        external: ['electron', 'better-sqlite3'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      sourcemap: true,
      // A sandboxed preload can require nothing but electron: one CommonJS file each, all of it inside.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: absolute(entries.preload),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    // Workers are files of the app too; the content security policy allows no blob: or data: scripts.
    worker: { format: 'es' },
    build: {
      outDir: path.resolve('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      sourcemap: true,
      // The content security policy forbids data: and inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read from disk, not from a network.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: absolute(entries.renderer) },
    },
  },
});

/** Absolute paths, since the renderer is built from another root than the rest. */
function absolute(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, path.resolve(file)]));
}
