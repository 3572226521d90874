import type { ClockPort } from '../../shared/core/ports.ts';
import type { AppSettings } from '../../shared/project/app-settings.ts';
import { keptSettings, type LimitMoment, type LocalDay, settingsOn } from '../../shared/project/limits.ts';
import type { JsonFile } from './json-file.ts';
import type { Timekeeper } from './timekeeper.ts';

const HOUR_MS = 60 * 60_000;

/** The worker's settings, read with every limit in force whose day has come. */
export function settingsInForce(file: JsonFile<AppSettings>, moment: () => LimitMoment): JsonFile<AppSettings> {
  return {
    read: () => settingsOn(file.read(), moment()),
    change: (step) =>
      file.change((kept) => {
        const inForce = settingsOn(kept, moment());
        return keptSettings({ kept, inForce, changed: step(inForce) });
      }),
    settled: () => file.settled(),
  };
}

/** Now, as limits ask for it; by the worker's record as soon as there is one. */
export function limitMoment(clock: ClockPort, record: Pick<Timekeeper, 'place' | 'passedSince'> | null): LimitMoment {
  const moment = { now: clock.read(), dayOf: localDay };
  return record ? { ...moment, place: record.place, passedSince: record.passedSince } : moment;
}

/** By the local calendar; noon keeps clear of a day of 23 or 25 hours. */
export const localDay: LocalDay = (wallMs, daysLater) => {
  const noon = new Date(wallMs).setHours(12, 0, 0, 0);
  const date = new Date(noon + daysLater * 24 * HOUR_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
