import type { LimitName } from '../../shared/project/limits.ts';
import type { Format } from '../ui/format.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A limit's value as the language writes it. */
export function limitText(name: LimitName, value: number, format: Format): string {
  if (name === 'nightFromHour') return format.hour(value);
  return format.duration(value * (name === 'dayGateHours' || name === 'weekGateHours' ? HOUR_MS : MINUTE_MS));
}
