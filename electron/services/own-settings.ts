import type { ClockPort } from '../../shared/core/ports.ts';
import type { AppSettings } from '../../shared/project/app-settings.ts';
import { type LimitMoment, type LocalDay, settingsOn } from '../../shared/project/limits.ts';
import type { JsonFile } from './json-file.ts';

const HOUR_MS = 60 * 60_000;

/** The worker's settings, read with every limit in force whose day has come. */
export function settingsInForce(file: JsonFile<AppSettings>, clock: ClockPort): JsonFile<AppSettings> {
  const inForce = (settings: AppSettings) => settingsOn(settings, limitMoment(clock));
  return {
    read: () => inForce(file.read()),
    change: (step) => file.change((settings) => step(inForce(settings))),
    settled: () => file.settled(),
  };
}

/** Now, as limits ask for it. */
export function limitMoment(clock: ClockPort): LimitMoment {
  return { now: clock.read(), dayOf: localDay };
}

/** By the local calendar; noon keeps clear of a day of 23 or 25 hours. */
export const localDay: LocalDay = (wallMs, daysLater) => {
  const noon = new Date(wallMs).setHours(12, 0, 0, 0);
  const date = new Date(noon + daysLater * 24 * HOUR_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
