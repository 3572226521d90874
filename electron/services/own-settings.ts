import type { AppSettings } from '../../shared/project/app-settings.ts';
import { type LocalDays, settingsOn } from '../../shared/project/limits.ts';
import type { JsonFile } from './json-file.ts';

const HOUR_MS = 60 * 60_000;

/** The worker's settings, read with every limit in force whose day has come. */
export function settingsInForce(file: JsonFile<AppSettings>, wallMs: () => number): JsonFile<AppSettings> {
  return { read: () => settingsOn(file.read(), localDays(wallMs())), write: (value) => file.write(value) };
}

/** Today and tomorrow by the local calendar; noon keeps clear of a day of 23 or 25 hours. */
export function localDays(wallMs: number): LocalDays {
  const noon = new Date(wallMs).setHours(12, 0, 0, 0);
  return { today: dayOf(noon), tomorrow: dayOf(noon + 24 * HOUR_MS) };
}

function dayOf(wallMs: number): string {
  const date = new Date(wallMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
