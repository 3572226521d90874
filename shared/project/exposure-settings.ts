import type { ExposureCaps } from '../time/exposure-caps.ts';
import type { AppSettings } from './app-settings.ts';
import { nightHoursOf } from './limits.ts';

const MINUTE_MS = 60_000;

/** The worker's caps on flagged content in milliseconds. */
export function exposureCapsOf(settings: AppSettings): ExposureCaps {
  return {
    sessionMs: settings.flaggedSessionMinutes * MINUTE_MS,
    dayMs: settings.flaggedDayMinutes * MINUTE_MS,
    nightFromHours: nightHoursOf(settings),
  };
}
