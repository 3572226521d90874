import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/lib/project.mjs';

/** For each restriction of .oxlintrc.json a file that breaks it, and the rule that must say so ('' for none). */
const planted: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['shared/core/a1.ts', "export { readFile } from 'node:fs';", 'no-restricted-imports'],
  ['shared/core/a2.ts', "export { v4 } from 'zodiac';", 'no-restricted-imports'],
  ['shared/core/a3.ts', "export { b } from '../time/b.ts';", 'no-restricted-imports'],
  ['shared/i18n/a4.ts', "export { b } from '../time/b.ts';", 'no-restricted-imports'],
  ['shared/i18n/a5.ts', "export type { B } from '../time/b.ts';", ''],
  ['shared/time/a6.ts', "export { b } from '../dataset/b.ts';", 'no-restricted-imports'],
  ['shared/annotation/kinds/a7.ts', "export { b } from '../../manifest/b.ts';", 'no-restricted-imports'],
  ['shared/dataset/a8.ts', "export type { B } from '../manifest/b.ts';", 'no-restricted-imports'],
  ['shared/manifest/a9.ts', "export { b } from '../ipc/b.ts';", 'no-restricted-imports'],
  ['shared/ipc/a10.ts', "export { b } from '../../electron/b.ts';", 'no-restricted-imports'],
  ['shared/time/a11.ts', 'export const a = process.argv;', 'no-restricted-globals'],
  ['shared/time/a12.ts', 'export const a = document.title;', 'no-restricted-globals'],
  ['shared/time/a13.ts', 'export const a = globalThis.performance;', 'no-restricted-globals'],
  ['shared/time/a14.ts', 'export const a = Date.now();', 'no-restricted-properties'],
  ['shared/time/a15.ts', 'export const a = Math.random();', 'no-restricted-properties'],
  [
    'shared/time/a16.ts',
    "export { z } from 'zod';\nexport { b } from '../project/b.ts';\nexport { c } from './c.ts';",
    '',
  ],
  ['electron/services/b1.ts', "export { app } from 'electron';", 'no-restricted-imports'],
  ['electron/services/b2.ts', "export type { Database } from 'better-sqlite3';", 'no-restricted-imports'],
  ['electron/services/b3.ts', "export { b } from '../../renderer/b.ts';", 'no-restricted-imports'],
  ['electron/services/b4.ts', "export { useState } from 'react';", 'no-restricted-imports'],
  ['electron/services/b5.ts', "export { b } from '../../tests/support/b.ts';", 'no-restricted-imports'],
  ['electron/services/system-b6.ts', "export { powerMonitor } from 'electron';", ''],
  ['electron/services/system-b7.ts', "export type { Database } from 'better-sqlite3';", 'no-restricted-imports'],
  ['electron/db/b8.ts', "export { app } from 'electron';", 'no-restricted-imports'],
  ['electron/db/b9.ts', "export type { Database } from 'better-sqlite3';", ''],
  ['electron/preload/b10.ts', "export { z } from 'zod';", 'no-restricted-imports'],
  ['electron/preload/b11.ts', "export { contract } from '../../shared/ipc/contract.ts';", 'no-restricted-imports'],
  [
    'electron/preload/b12.ts',
    "export { contextBridge } from 'electron';\nexport { c } from '../../shared/ipc/channels.ts';",
    '',
  ],
  ['cli/c1.ts', "export { app } from 'electron';", 'no-restricted-imports'],
  ['cli/c2.ts', "export { b } from '../electron/window.ts';", 'no-restricted-imports'],
  ['cli/c3.ts', "export { b } from '../electron/services/system-clock.ts';", 'no-restricted-imports'],
  [
    'cli/c4.ts',
    "export { b } from '../electron/services/timekeeper.ts';\nexport { c } from '../electron/db/c.ts';",
    '',
  ],
  ['renderer/app/d1.ts', "export { ipcRenderer } from 'electron';", 'no-restricted-imports'],
  ['renderer/app/d2.ts', "export { readFile } from 'fs/promises';", 'no-restricted-imports'],
  ['renderer/app/d3.ts', "export { b } from '../../electron/services/b.ts';", 'no-restricted-imports'],
  ['renderer/app/d4.ts', "export { useState } from 'react';\nexport { b } from '../bridge.ts';", ''],
  ['electron/services/e1.ts', 'export const a = (b: any): unknown => b;', 'no-explicit-any'],
  ['shared/core/e2.ts', "import { b } from './e3.ts';\nexport const a = (): number => b();", 'no-cycle'],
  ['shared/core/e3.ts', "import { a } from './e2.ts';\nexport const b = (): number => a();", 'no-cycle'],
];

describe('a planted breach of a lint rule is reported', () => {
  let folder = '';
  let reported: readonly { filename: string; code: string }[] = [];

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fairmark-lint-'));
    // The rules that need types have nothing to work on here: no tsconfig, no packages.
    const config = JSON.parse(readFileSync(path.join(projectRoot, '.oxlintrc.json'), 'utf8'));
    config.options.typeAware = false;
    writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(config));
    for (const [file, source] of planted) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${source}\n`);
    }
    const oxlint = path.join(projectRoot, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, encoding: 'utf8' });
    reported = JSON.parse(stdout).diagnostics;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(planted.filter(([, , rule]) => rule !== ''))('%s: %s', (file, _source, rule) => {
    // A code reads `plugin(rule)`.
    const rules = reported
      .filter(({ filename }) => filename === file)
      .map(({ code }) => code.replace(/^.*\(|\)$/g, ''));
    expect(rules).toContain(rule);
  });

  it.each(planted.filter(([, , rule]) => rule === ''))('%s is allowed: %s', (file) => {
    const restricted = reported.filter(({ filename, code }) => filename === file && code.includes('restricted'));
    expect(restricted).toEqual([]);
  });
});
