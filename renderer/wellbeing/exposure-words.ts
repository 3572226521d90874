import type { ExposureStop } from '../../shared/time/exposure-caps.ts';
import type { Say } from '../app/messages.ts';
import type { Format } from '../ui/format.ts';

const NIGHT_HOURS = 11;

/** When the night without flagged items begins and ends, as the language writes hours. */
export function nightWords(fromHour: number, format: Format): { readonly from: string; readonly to: string } {
  return { from: format.hour(fromHour), to: format.hour((fromHour + NIGHT_HOURS) % 24) };
}

/** Why no flagged item comes now. */
export function stopWords(stop: ExposureStop, nightFromHour: number, say: Say, format: Format): string {
  return say(`exposure.stop.${stop}`, { ...nightWords(nightFromHour, format) });
}
