import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppSettings } from '../../shared/project/app-settings.ts';

/** Writes the worker's settings into a fresh profile; what is not given has its default. */
export function seedSettings(userDataDir: string, settings: Partial<AppSettings>): void {
  mkdirSync(userDataDir, { recursive: true });
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify(settings));
}
