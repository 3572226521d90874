import { describe, expect, it } from 'vitest';
import { findBreaches } from './layers.ts';
import { scanProduct, scanSource } from './source-scan.ts';

/** The house has more files than this; a scan that sees fewer has looked in the wrong place. */
const atLeast = 100;

describe('the layers of architecture.md', () => {
  const product = scanProduct();

  it('are kept by every file of the product', () => {
    expect(product.length).toBeGreaterThan(atLeast);
    expect(findBreaches(product)).toEqual([]);
  });
});

describe('a planted breach is found', () => {
  const breaches: readonly (readonly [what: string, file: string, source: string])[] = [
    ['Node in shared', 'shared/core/a.ts', "import 'node:fs';"],
    ['another package in shared', 'shared/time/a.ts', "import { v4 } from 'uuid';"],
    ['the main process in shared', 'shared/ipc/a.ts', "import { w } from '../../electron/window.ts';"],
    ['a rightward import', 'shared/time/a.ts', "import { b } from '../dataset/b.ts';"],
    ['a rightward type', 'shared/dataset/a.ts', "import type { B } from '../manifest/b.ts';"],
    ['a rightward type expression', 'shared/core/a.ts', "type B = import('../ipc/b.ts').B; export type { B };"],
    ['a rightward re-export', 'shared/project/a.ts', "export * from '../manifest/b.ts';"],
    ['a rightward value in a locale', 'shared/i18n/a.ts', "import { b } from '../time/b.ts';"],
    ['the clock in shared', 'shared/time/a.ts', 'export const a = new Date();'],
    ['the clock as a string', 'shared/time/a.ts', 'export const a = Date();'],
    ['the clock by its name', 'shared/time/a.ts', 'export const a = Date.now();'],
    ['randomness in shared', 'shared/time/a.ts', "export const a = Math['random']();"],
    ['electron without a star', 'electron/services/a.ts', "import { app } from 'electron';"],
    ['electron without a star, late', 'electron/services/a.ts', "export const a = import('electron');"],
    ['electron in a submodule', 'electron/db/a.ts', "import { app } from 'electron/main';"],
    ['the database outside db', 'electron/services/a.ts', "import D from 'better-sqlite3';"],
    ['the database by require', 'electron/main.ts', "const a = require('better-sqlite3');"],
    ['a page in the main process', 'electron/services/a.ts', "import { b } from '../../renderer/bridge.ts';"],
    ['drawing in the main process', 'electron/services/a.ts', "import 'react-dom/server';"],
    ['a computed import', 'electron/services/a.ts', 'export const a = (b: string) => import(b);'],
    ['logic in the preload', 'electron/preload/a.ts', "import { c } from '../../shared/ipc/contract.ts';"],
    ['zod in the preload', 'electron/preload/a.ts', "import { z } from 'zod';"],
    ['Node in the preload', 'electron/preload/a.ts', "import fs from 'node:fs';"],
    ['electron in the renderer', 'renderer/app/a.ts', "import { ipcRenderer } from 'electron';"],
    ['Node in the renderer', 'renderer/app/a.ts', "import fs from 'fs/promises';"],
    ['the main process in the renderer', 'renderer/app/a.ts', "import type { B } from '../../electron/db/b.ts';"],
    ['the bridge elsewhere', 'renderer/app/a.ts', 'export const a = window.bridge;'],
    ['the bridge elsewhere, by name', 'renderer/app/a.ts', "export const a = globalThis['bridge'];"],
    ['electron on the command line', 'cli/a.ts', "import { app } from 'electron';"],
    ['a window on the command line', 'cli/a.ts', "import { w } from '../electron/window.ts';"],
    ['a starred file on the command line', 'cli/a.ts', "import { c } from '../electron/services/system-clock.ts';"],
    ['tests in the product', 'cli/a.ts', "import { t } from '../tests/support/b.ts';"],
  ];
  it.each(breaches)('%s', (_what, file, source) => {
    expect(findBreaches([scanSource(file, source)])).toHaveLength(1);
  });

  it('a cycle', () => {
    const files = [
      scanSource('shared/core/a.ts', "import { b } from './b.ts';"),
      scanSource('shared/core/b.ts', "export { c } from './c.ts';"),
      scanSource('shared/core/c.ts', "import { a, type A } from './a.ts';"),
    ];
    const around = ['a', 'b', 'c', 'a'].map((name) => `shared/core/${name}.ts`).join(' -> ');
    expect(findBreaches(files)).toEqual([`cycle: ${around}`]);
  });
});

describe('what is allowed passes', () => {
  const allowed: readonly (readonly [file: string, source: string])[] = [
    [
      'shared/manifest/a.ts',
      "import { z } from 'zod'; import { b } from '../dataset/b.ts'; import { c } from './c.ts';",
    ],
    ['shared/time/a.ts', "import { b } from '../content/b.ts'; export const a = new Date(5);"],
    ['shared/i18n/a.ts', "import type { B } from '../time/b.ts';"],
    ['electron/db/a.ts', "import D from 'better-sqlite3'; import fs from 'node:fs';"],
    ['electron/services/system-clock.ts', "import { powerMonitor } from 'electron';"],
    [
      'electron/preload/a.ts',
      "import { contextBridge } from 'electron'; import { c } from '../../shared/ipc/channels.ts';",
    ],
    ['renderer/bridge.ts', 'export const bridge = window.bridge;'],
    ['renderer/app/a.tsx', "import { useState } from 'react'; // import 'electron'"],
    [
      'cli/a.ts',
      "import { s } from '../electron/services/timekeeper.ts'; import { t } from '../electron/db/task-store.ts';",
    ],
  ];
  it.each(allowed)('%s: %s', (file, source) => {
    expect(findBreaches([scanSource(file, source)])).toEqual([]);
  });

  it('a cycle of types, which are gone when it runs', () => {
    const files = [
      scanSource('shared/core/a.ts', "import { b } from './b.ts';"),
      scanSource('shared/core/b.ts', "import type { A } from './a.ts';"),
    ];
    expect(findBreaches(files)).toEqual([]);
  });
});
