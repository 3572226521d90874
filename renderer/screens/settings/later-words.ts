import type { LaterLimits } from '../../../shared/project/limits.ts';
import type { Say } from '../../../shared/i18n/say.ts';
import type { Format } from '../../ui/format.ts';

/** A limit's hint, with the day on which a looser value comes into force. */
export function hintWithLater(
  hint: string,
  later: LaterLimits[keyof LaterLimits],
  valueText: (value: number) => string,
  say: Say,
  format: Format,
): string {
  if (!later) return hint;
  const day = format.day(new Date(`${later.from}T12:00:00`).getTime());
  return `${hint} ${say('settings.laterDay', { day, value: valueText(later.value) })}`.trim();
}
