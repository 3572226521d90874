import { existsSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Entries by name. Those in `required` must exist; the others are built where they do.
 *
 * `out/main/<name>.cjs`, `out/preload/<name>.cjs` and `out/renderer/<name>.html` come of them.
 */
const entries = {
  main: entryFiles({ required: { main: 'electron/main.ts' } }),
  preload: entryFiles({
    required: { preload: 'electron/preload/preload.ts' },
    optional: { darkroom: 'electron/preload/darkroom.ts' },
  }),
  renderer: entryFiles({
    required: { index: 'renderer/index.html' },
    optional: { darkroom: 'renderer/darkroom.html' },
  }),
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
        input: entries.main,
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
        input: entries.preload,
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
      rolldownOptions: { input: entries.renderer },
    },
  },
});

function entryFiles(given: {
  readonly required: Readonly<Record<string, string>>;
  readonly optional?: Readonly<Record<string, string>>;
}): Record<string, string> {
  const missing = Object.values(given.required).filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`Nothing to build: ${missing.join(', ')} is missing`);
  const present = Object.entries(given.optional ?? {}).filter(([, file]) => existsSync(file));
  return Object.fromEntries(
    [...Object.entries(given.required), ...present].map(([name, file]) => [name, path.resolve(file)]),
  );
}
