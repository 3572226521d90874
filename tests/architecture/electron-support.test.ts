import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..', '..');

async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse(await readFile(join(ROOT, path), 'utf8')));
}

describe('the Electron that is shipped', () => {
  it('is the one whose support is noted, and that support has not run out', async () => {
    const support = await readJson(
      'electron/electron-support.json',
      z.object({ major: z.int(), supportedUntil: z.iso.date() }),
    );
    const { devDependencies } = await readJson(
      'package.json',
      z.object({ devDependencies: z.record(z.string(), z.string()) }),
    );
    expect(devDependencies['electron']?.split('.')[0]).toBe(String(support.major));
    // red on purpose once the day has come: an unsupported Chromium shows strangers' images
    expect(Date.parse(support.supportedUntil)).toBeGreaterThan(Date.now());
  });
});

describe('the main process', () => {
  it('opens nothing outside: no module takes `shell` from Electron', async () => {
    const files = globSync('electron/**/*.ts', { cwd: ROOT });
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const source = await readFile(join(ROOT, file), 'utf8');
      const fromElectron = /import\s*\{([^}]*)\}\s*from 'electron'/.exec(source)?.[1] ?? '';
      expect([file, /\bshell\b|\bwebFrame\b|\bdesktopCapturer\b/.test(fromElectron)]).toEqual([file, false]);
    }
  });
});
