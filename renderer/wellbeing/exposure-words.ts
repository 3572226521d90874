import type { ExposureStop } from '../../shared/time/exposure-caps.ts';
import type { Say } from '../../shared/i18n/say.ts';
import type { Format } from '../ui/format.ts';

const NIGHT_HOURS = 11;

/** When the night without flagged items begins and ends, as the language writes hours; two nights overlap into one. */
export function nightWords(
  fromHours: readonly number[],
  format: Format,
): { readonly from: string; readonly to: string } {
  const [first, last] = [Math.min(...fromHours), Math.max(...fromHours)];
  return { from: format.hour(first), to: format.hour((last + NIGHT_HOURS) % 24) };
}

/** Why no flagged item comes now. */
export function stopWords(stop: ExposureStop, nightFromHours: readonly number[], say: Say, format: Format): string {
  return say(`exposure.stop.${stop}`, { ...nightWords(nightFromHours, format) });
}
