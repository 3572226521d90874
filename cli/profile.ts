import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { nodeClock } from '../electron/services/node-clock.ts';
import { openWorkerRecord, type WorkerRecord } from '../electron/services/worker-record.ts';
import { AppError } from '../shared/core/errors.ts';
import { defaultAppSettings } from '../shared/project/app-settings.ts';
import type { CommandIo } from './command.ts';

/** Where the app keeps the worker's record, settings and keys, unless `--profile` names another place. */
export function profileDir(given: string | undefined, { env }: CommandIo): string {
  if (given !== undefined) return given;
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'fairmark');
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'fairmark');
    default:
      return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'fairmark');
  }
}

/**
 * Opens the worker's record to read it: nobody signs on here, so no time is written. Refuses with `RECORD_NOT_FOUND`,
 * and with `RECORD_IN_USE` while the app is open.
 */
export function openRecordToRead(profile: string): WorkerRecord {
  const path = join(profile, 'record.db');
  if (!existsSync(path)) throw new AppError('RECORD_NOT_FOUND', { path });
  return openWorkerRecord({
    path,
    clock: nodeClock(),
    power: { onEvent: () => () => undefined },
    idle: { idleForMs: () => null },
    timer: { every: () => () => undefined },
    settings: () => defaultAppSettings,
  });
}
